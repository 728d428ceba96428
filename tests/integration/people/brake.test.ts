import { describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { knownVisit, visit } from "#tests/support/visit.ts";

const { owner, world } = await openTestDatabase();
const { beginWithPassword } = await import("#lib/people/begin-commands.ts");
const { countAttempt, brakesOf, takeBack } = await import("#lib/people/brake-commands.ts");
const { asSystem } = await import("#lib/scope.ts");

const PASSWORD = "a long enough password";
const passwordHash = await hashPassword(PASSWORD);
const WRONG = "The e-mail address or the password is not right";
const WAIT = "Too many sign-ins were wrong. Wait 30 seconds, then try again.";

let people = 0;
async function makeMember(): Promise<string> {
  people += 1;
  const email = `member-${people}@test.example`;
  const personId = await makePerson(owner, { email, passwordHash });
  const { areaId, forum } = world.here;
  await makeRole(owner, { areaId, organisationId: forum, personId, role: "forum representative" });
  return email;
}

function attempt(email: string, password: string, from: Visit = visit()): Promise<string> {
  return beginWithPassword({ email, password }, from).then(
    () => "in",
    (error: Error) => error.message,
  );
}

async function fail(email: string, times: number, from: Visit = visit()): Promise<void> {
  for (let time = 0; time < times; time += 1) expect(await attempt(email, "not the password", from)).toContain(WRONG);
}

async function waitPasses(): Promise<void> {
  await owner.$executeRaw`update sign_in_brake set last_at = last_at - interval '31 seconds'`;
}

describe("after five wrong passwords", () => {
  test("the right one is not looked at either until the wait is over, then it is", async () => {
    const email = await makeMember();
    await fail(email, 5);
    expect(await attempt(email, PASSWORD)).toBe(WAIT);
    await waitPasses();
    expect(await attempt(email, PASSWORD)).toBe("in");
  });

  test("an address that nobody has gets the same answers", async () => {
    await fail("nobody@test.example", 5);
    expect(await attempt("nobody@test.example", PASSWORD)).toBe(WAIT);
  });

  test("attempts during the wait do not lengthen it", async () => {
    const email = await makeMember();
    await fail(email, 5);
    for (let time = 0; time < 10; time += 1) expect(await attempt(email, "not the password")).toBe(WAIT);
    await waitPasses();
    expect(await attempt(email, PASSWORD)).toBe("in");
  });

  test("a sixth makes the wait twice as long", async () => {
    const email = await makeMember();
    await fail(email, 5);
    await waitPasses();
    await fail(email, 1);
    expect(await attempt(email, PASSWORD)).toContain("Wait 1 minute,");
  });

  test("the owner comes in from a browser in which they have signed in before", async () => {
    const email = await makeMember();
    await fail(email, 5);
    expect(await attempt(email, PASSWORD, await knownVisit(email))).toBe("in");
    expect(await attempt(email, PASSWORD)).toBe(WAIT);
  });

  test("a known browser is slowed by its own failures, and by nobody else's", async () => {
    const [email, other] = [await makeMember(), await makeMember()];
    const browser = await knownVisit(email);
    await fail(email, 5, browser);
    expect(await attempt(email, PASSWORD, browser)).toBe(WAIT);
    expect(await attempt(email, PASSWORD)).toBe("in");
    expect(await attempt(other, PASSWORD, browser)).toBe("in");
  });

  test("another account is not slowed", async () => {
    await fail(await makeMember(), 5);
    expect(await attempt(await makeMember(), PASSWORD)).toBe("in");
  });

  test("signing in forgets what was counted for the account", async () => {
    const email = await makeMember();
    await fail(email, 4);
    expect(await attempt(email, PASSWORD)).toBe("in");
    await fail(email, 5);
  });
});

describe("an address on the network", () => {
  test("waits after thirty failures over whatever accounts; a right password takes back its own attempt alone", async () => {
    const from = visit({ address: "192.0.2.1" });
    for (let account = 0; account < 15; account += 1) await fail(`sprayed-${account}@test.example`, 1, from);
    expect(await attempt(await makeMember(), PASSWORD, from)).toBe("in");
    for (let account = 15; account < 30; account += 1) await fail(`sprayed-${account}@test.example`, 1, from);
    expect(await attempt(await makeMember(), PASSWORD, from)).toContain("Wait 10 seconds,");
    expect(await attempt(await makeMember(), PASSWORD, visit({ address: "192.0.2.2" }))).toBe("in");
  }, 60_000);
});

test("of forty attempts at the same moment only as many are looked at as are free", async () => {
  const brakes = brakesOf("race@test.example", visit({ address: "192.0.2.3" }), "password");
  const counted = await Promise.all(
    Array.from({ length: 40 }, () => asSystem("a test", (scope) => countAttempt(scope, brakes))),
  );
  expect(counted.filter((one) => typeof one !== "number")).toHaveLength(5);
  expect(counted.filter((one) => one === 30)).toHaveLength(35);
});

test("attempts on the same rows in another order do not stop one another", async () => {
  const brakes = brakesOf("order@test.example", visit({ address: "192.0.2.4" }), "password");
  const attempts = Array.from({ length: 40 }, (_, number) => {
    const order = number % 2 === 0 ? brakes : brakes.toReversed();
    return asSystem("a test", async (scope) => {
      const counted = await countAttempt(scope, order);
      if (typeof counted !== "number") await takeBack(scope, counted.toReversed());
    });
  });
  await expect(Promise.all(attempts)).resolves.toHaveLength(40);
});

test("an attempt that is taken back leaves what stood there before", async () => {
  const brakes = brakesOf("back@test.example", visit(), "password");
  const keep = () => owner.signInBrake.findUnique({ where: { key: brakes[0]?.key ?? new Uint8Array() } });
  await asSystem("a test", (scope) => countAttempt(scope, brakes));
  const before = await keep();
  await asSystem("a test", async (scope) => {
    const counted = await countAttempt(scope, brakes);
    if (typeof counted !== "number") await takeBack(scope, counted);
  });
  expect(await keep()).toEqual(before);
});

test("what no longer slows anybody is swept away", async () => {
  await owner.signInBrake.createMany({
    data: [{ key: new Uint8Array([1]), failures: 9, lastAt: new Date(Date.now() - 26 * 3_600_000) }],
  });
  await asSystem("a test", (scope) => countAttempt(scope, brakesOf("sweep@test.example", visit(), "password")));
  expect(await owner.signInBrake.findUnique({ where: { key: new Uint8Array([1]) } })).toBeNull();
});

test("a refused attempt is on record as the person's, in their area, without the address", async () => {
  const email = await makeMember();
  await fail(email, 1);
  const person = await owner.person.findUniqueOrThrow({ where: { email } });
  const lines = await owner.auditEntry.findMany({ where: { personId: person.id } });
  expect(lines).toMatchObject([
    { action: "was refused a sign-in", areaId: world.here.areaId, subject: `person ${person.id}` },
  ]);
  expect(JSON.stringify(lines)).not.toContain(email);
});

test("an attempt at nobody's address is on record as nobody's", async () => {
  await fail("somewhere@test.example", 1);
  const [line] = await owner.auditEntry.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(line).toMatchObject({ action: "was refused a sign-in", personId: null, areaId: null, subject: "" });
});
