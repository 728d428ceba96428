/** Whether somebody has an address cannot be read off the time either: what takes time is counted, never measured. */
import pg from "pg";
import { expect, test, vi } from "vitest";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { visit } from "#tests/support/visit.ts";

const done = vi.hoisted(() => ({ hashes: 0, statements: [] as string[] }));

vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  const verify: typeof real.verify = (...given) => {
    done.hashes += 1;
    return real.verify(...given);
  };
  return { ...real, verify };
});

const ask = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  const [asked] = given;
  // Its beginning: a line on record about nobody leaves out the columns that say who.
  done.statements.push(
    (typeof asked === "string" ? asked : String((asked as { text?: unknown }).text)).trim().slice(0, 36),
  );
  return ask.apply(this, given);
} as typeof pg.Client.prototype.query;

const { owner, world } = await openTestDatabase();
const { hashPassword } = await import("#lib/auth/passwords.ts");
const { beginWithPassword } = await import("#lib/people/begin-commands.ts");

const { areaId, forum: organisationId } = world.here;
const passwordHash = await hashPassword("a long enough password");
const withPassword = await makePerson(owner, { email: "somebody@test.example", passwordHash });
await makeRole(owner, { areaId, organisationId, personId: withPassword, role: "forum representative" });
const without = await makePerson(owner, { email: "no-password@test.example" });
await makeRole(owner, { areaId, organisationId, personId: without, role: "forum representative" });
await makePerson(owner, { email: "no-role@test.example", passwordHash });

async function whatItTakes(email: string, from = visit({ address: "192.0.2.9" })) {
  done.hashes = 0;
  done.statements = [];
  const answer = await beginWithPassword({ email, password: "not the password" }, from).then(
    () => "in",
    (error: Error) => error.message,
  );
  return { answer, hashes: done.hashes, statements: done.statements };
}

const ADDRESSES = ["nobody@test.example", "no-password@test.example", "no-role@test.example"];

test("a wrong password takes the same statements and one hash, whoever the address is", async () => {
  await whatItTakes("warm-up@test.example");
  const somebody = await whatItTakes("somebody@test.example");
  expect(somebody.hashes).toBe(1);
  expect(somebody.statements.length).toBeGreaterThan(5);
  for (const email of ADDRESSES) expect(await whatItTakes(email), email).toEqual(somebody);
});

test("while one must wait it takes the same statements and no hash, whoever the address is", async () => {
  for (const email of ["somebody@test.example", ...ADDRESSES]) {
    for (let time = 0; time < 5; time += 1) await whatItTakes(email, visit());
  }
  const somebody = await whatItTakes("somebody@test.example", visit());
  expect(somebody).toMatchObject({ answer: expect.stringContaining("Wait 30 seconds"), hashes: 0 });
  for (const email of ADDRESSES) expect(await whatItTakes(email, visit()), email).toEqual(somebody);
});
