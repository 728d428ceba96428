import { describe, expect, test } from "vitest";
import { asPublic, asSession, asSystem, type Reader } from "#lib/scope.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const CONNECTIONS = 2;
const { signIn, asRole } = await openTestDatabase({ DATABASE_CONNECTIONS: String(CONNECTIONS) });

/** Which connection answers, and who it thinks is asking. */
async function whoAsks({ db }: Reader) {
  const [found] = await db.$queryRaw<Record<"connection" | "role" | "user" | "area", string | null>[]>`
    select pg_backend_pid()::text as connection, current_user::text as role,
      portal.user_id()::text as user, portal.area_id()::text as area`;
  if (!found) throw new Error("The database did not answer.");
  return found;
}

const NOBODY = { role: "portal_public", user: null, area: null };

describe("two scopes that follow each other on one connection", () => {
  test("share nothing", async () => {
    const before = await asRole("council leader", whoAsks);
    expect(before).toMatchObject({ role: "portal_app", user: expect.any(String), area: expect.any(String) });
    expect(await asPublic(whoAsks)).toEqual({ ...NOBODY, connection: before.connection });
  });

  test("share nothing when the first fails in the database, and nothing when it fails in our code", async () => {
    const failing = (fail: (scope: Reader) => Promise<unknown>) => {
      let connection: string | null = null;
      const ran = asRole("council leader", async (scope) => {
        ({ connection } = await whoAsks(scope));
        await fail(scope);
      });
      return ran.then(
        () => "nothing failed",
        () => connection,
      );
    };
    const first = await failing(({ db }) => db.$queryRaw`select 1 / 0`);
    expect(await asPublic(whoAsks)).toEqual({ ...NOBODY, connection: first });
    const second = await failing(() => Promise.reject(new Error("on purpose")));
    expect(await asPublic(whoAsks)).toEqual({ ...NOBODY, connection: second });
  });

  test("share nothing when the first was nobody's", async () => {
    expect(await asSession("a guess", whoAsks)).toBeNull();
    expect(await asPublic(whoAsks)).toMatchObject(NOBODY);
    expect(await asSystem("a test", whoAsks)).toMatchObject({ ...NOBODY, role: "portal_system" });
  });
});

describe("when every connection is taken", { timeout: 30_000 }, () => {
  test("a page says that the portal is busy, and works again once one is free", async () => {
    const token = await signIn("council leader");
    const free = Promise.withResolvers<void>();
    const taken: Promise<unknown>[] = [];
    for (let number = 0; number < CONNECTIONS; number++) {
      const held = Promise.withResolvers<void>();
      taken.push(
        asPublic(async () => {
          held.resolve();
          await free.promise;
        }),
      );
      await held.promise;
    }
    const busy = { digest: "PORTAL_BUSY", message: "The portal is busy. Try again in a minute." };
    await expect(asSession(token, whoAsks)).rejects.toMatchObject(busy);
    free.resolve();
    await Promise.all(taken);
    const all = await Promise.all(Array.from({ length: 10 }, () => asSession(token, whoAsks)));
    expect(new Set(all.map((page) => page?.answer.connection)).size).toBeLessThanOrEqual(CONNECTIONS);
    expect(all).not.toContain(null);
  });
});
