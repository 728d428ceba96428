import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import { candidateSecret, codeOfStep, stepAt } from "#lib/auth/totp.ts";
import type { Visit } from "#lib/auth/visit.ts";
import type { Role } from "#lib/people/schema.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { knownVisit, visit } from "#tests/support/visit.ts";

const { owner, world } = await openTestDatabase();
const { beginWithPassword } = await import("#lib/people/begin-commands.ts");
const { enterCode, setUpAtSignIn } = await import("#lib/people/pending-commands.ts");
const { findPending } = await import("#lib/people/pending-queries.ts");
const { makeRecoveryCodes, refusalOfCode } = await import("#lib/people/second-step-commands.ts");
const { asSession, asSystem } = await import("#lib/scope.ts");

const PASSWORD = "a long enough password";
const passwordHash = await hashPassword(PASSWORD);
const USED = "This code was used already";
const WRONG = "This code is not right";

let people = 0;
async function makeOfficer(role: Role = "case officer") {
  people += 1;
  const email = `officer-${people}@test.example`;
  const personId = await makePerson(owner, { email, passwordHash });
  const { areaId, council } = world.here;
  const roleId = await makeRole(owner, { areaId, organisationId: council, personId, role });
  return { email, personId, onRecord: { personId, roleHoldingId: roleId, areaId, organisationId: council } };
}
type Officer = Awaited<ReturnType<typeof makeOfficer>>;

async function begin({ email }: { email: string }): Promise<{ token: string; where: string; sessionId: string }> {
  const { token, where } = await beginWithPassword({ email, password: PASSWORD }, visit());
  const pending = await asSystem("a test", (scope) => findPending(scope, token));
  return { token, where, sessionId: pending?.sessionId ?? "" };
}

/** Sets the second step up, and answers with what the phone now knows and what stands on paper. */
async function setUp(officer: Officer) {
  const { token, sessionId } = await begin(officer);
  const secret = candidateSecret(sessionId, null);
  const oneTimeCode = codeOfStep(secret, stepAt(new Date()) - 1);
  const { codes } = await setUpAtSignIn({ oneTimeCode }, visit({ token }));
  return { token, codes, codeNow: (off = 0) => codeOfStep(secret, stepAt(new Date()) + off) };
}

function enter(token: string, oneTimeCode: string, from = visit()): Promise<string> {
  return enterCode({ oneTimeCode }, { ...from, token }).then(
    () => "in",
    (error: Error) => error.message,
  );
}

async function isAlive(token: string): Promise<boolean> {
  return (await asSession(token, async () => true)) !== null;
}

/** A code that is right now must still be right when it is sent. */
beforeEach(async () => {
  while (new Date().getSeconds() % 30 > 24) await new Promise((resolve) => setTimeout(resolve, 200));
});

describe("a role that needs a second step", () => {
  test("opens nothing until it is set up, then everything", async () => {
    const officer = await makeOfficer();
    const { token, where, sessionId } = await begin(officer);
    expect([where, await isAlive(token)]).toEqual(["/sign-in/second-step", false]);
    const oneTimeCode = codeOfStep(candidateSecret(sessionId, null), stepAt(new Date()));
    const finished = await setUpAtSignIn({ oneTimeCode, path: "/indicators" }, visit({ token }));
    expect(finished).toMatchObject({ where: "/indicators", known: officer.email });
    expect(finished.codes).toHaveLength(10);
    const opened = await asSession(token, async ({ actor }) => actor);
    expect(opened?.answer).toMatchObject({ userId: officer.personId, confirmed: true });
  });

  test("is set up by a right code alone, and by the key of this very sign-in", async () => {
    const [officer, other] = [await makeOfficer(), await makeOfficer()];
    const [{ token }, { sessionId }] = [await begin(officer), await begin(other)];
    const foreign = codeOfStep(candidateSecret(sessionId, null), stepAt(new Date()));
    for (const oneTimeCode of ["000000", "12345", "words", foreign]) {
      await expect(setUpAtSignIn({ oneTimeCode }, visit({ token }))).rejects.toThrow(WRONG);
    }
    expect(await isAlive(token)).toBe(false);
    expect(await owner.secondStep.count({ where: { personId: officer.personId } })).toBe(0);
  });

  test("is asked of a volunteer who holds such a role as well", async () => {
    const officer = await makeOfficer("forum representative");
    await makeRole(owner, { ...officer.onRecord, role: "auditor", fromOn: "2022-01-01" });
    expect((await begin(officer)).where).toBe("/sign-in/second-step");
  });

  test("once set up is asked for at each sign-in, of a volunteer too", async () => {
    const officer = await makeOfficer();
    await setUp(officer);
    await owner.roleHolding.updateMany({
      where: { personId: officer.personId },
      data: { role: "forum representative" },
    });
    const { token, where } = await begin(officer);
    expect([where, await isAlive(token)]).toEqual(["/sign-in/code", false]);
  });

  test("set up twice at the same moment is set up once", async () => {
    const officer = await makeOfficer();
    const { token, sessionId } = await begin(officer);
    const oneTimeCode = codeOfStep(candidateSecret(sessionId, null), stepAt(new Date()));
    const ends = await Promise.allSettled([1, 2].map(() => setUpAtSignIn({ oneTimeCode }, visit({ token }))));
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await owner.recoveryCode.count({ where: { personId: officer.personId, endedAt: null } })).toBe(10);
  });
});

describe("a code of the app", () => {
  test("lets in, and puts the sign-in on record then and not before", async () => {
    const officer = await makeOfficer();
    const { codeNow } = await setUp(officer);
    const { token } = await begin(officer);
    const signedIn = () => owner.auditEntry.count({ where: { action: "signed in", personId: officer.personId } });
    expect(await signedIn()).toBe(1);
    expect(await enter(token, codeNow())).toBe("in");
    expect([await isAlive(token), await signedIn()]).toEqual([true, 2]);
  });

  test("may be typed with a space", async () => {
    const officer = await makeOfficer();
    const { codeNow } = await setUp(officer);
    const { token } = await begin(officer);
    expect(await enter(token, ` ${codeNow().slice(0, 3)} ${codeNow().slice(3)} `)).toBe("in");
  });

  test("is not taken twice, nor is the one before it", async () => {
    const officer = await makeOfficer();
    const { codeNow } = await setUp(officer);
    const code = codeNow();
    expect(await enter((await begin(officer)).token, code)).toBe("in");
    const { token } = await begin(officer);
    expect(await enter(token, code)).toContain(USED);
    expect(await enter(token, codeNow(-1))).toContain(USED);
    expect(await isAlive(token)).toBe(false);
  });

  test("used in ten sign-ins at the same moment lets one in", async () => {
    const officer = await makeOfficer();
    const { codeNow } = await setUp(officer);
    const browsers: { token: string; from: Visit }[] = [];
    for (let browser = 0; browser < 10; browser += 1)
      browsers.push({ ...(await begin(officer)), from: await knownVisit(officer.email) });
    const code = codeNow();
    const answers = await Promise.all(browsers.map(({ token, from }) => enter(token, code, from)));
    expect(answers.filter((answer) => answer === "in")).toHaveLength(1);
    expect(answers.filter((answer) => answer.includes(USED))).toHaveLength(9);
  });

  test.each([
    { minutes: 4, off: -8, says: "about 4 minutes slow" },
    { minutes: 5, off: 10, says: "about 5 minutes fast" },
  ])("of a phone whose clock is $minutes minutes off does not let in, and says so", async ({ off, says }) => {
    const officer = await makeOfficer();
    const { codeNow } = await setUp(officer);
    const { token } = await begin(officer);
    expect(await enter(token, codeNow(off))).toContain(says);
    expect(await isAlive(token)).toBe(false);
  });

  test("is slowed like a password, and a right password forgets no wrong code", async () => {
    const officer = await makeOfficer();
    const { codeNow } = await setUp(officer);
    for (let time = 0; time < 5; time += 1)
      expect(await enter((await begin(officer)).token, "000000")).toContain(WRONG);
    expect(await enter((await begin(officer)).token, codeNow())).toContain("Wait 30 seconds");
    expect(await enter((await begin(officer)).token, codeNow(), await knownVisit(officer.email))).toBe("in");
  });

  test("comes too late after ten minutes, and to a session that was ended", async () => {
    const officer = await makeOfficer();
    const { codeNow } = await setUp(officer);
    const [late, ended] = [await begin(officer), await begin(officer)];
    await owner.$executeRaw`update session set started_at = now() - interval '11 minutes' where id = ${late.sessionId}::uuid`;
    await owner.session.update({ where: { id: ended.sessionId }, data: { endedAt: new Date() } });
    for (const { token } of [late, ended]) expect(await enter(token, codeNow())).toContain("within 10 minutes");
  });

  test("is nothing to a session that awaits none", async () => {
    const officer = await makeOfficer();
    const { codeNow, token } = await setUp(officer);
    expect(await enter(token, codeNow())).toContain("Begin again");
    expect(await enter("made up", codeNow())).toContain("Begin again");
  });
});

describe("a recovery code", () => {
  test("lets in once, however it is typed, and that is on record", async () => {
    const officer = await makeOfficer();
    const { codes } = await setUp(officer);
    const [code = ""] = codes;
    const typed = code.toUpperCase().replaceAll(/.{4}/g, "$& ");
    expect(await enter((await begin(officer)).token, typed)).toBe("in");
    expect(await enter((await begin(officer)).token, code)).toContain(WRONG);
    expect(await owner.recoveryCode.count({ where: { personId: officer.personId, endedAt: null } })).toBe(9);
    const used = { action: "used a recovery code", personId: officer.personId };
    expect(await owner.auditEntry.count({ where: used })).toBe(1);
  });

  test("used in ten sign-ins at the same moment lets one in", async () => {
    const officer = await makeOfficer();
    const { codes } = await setUp(officer);
    const [code = ""] = codes;
    const refusals = await Promise.all(
      Array.from({ length: 10 }, () => asSystem("a test", (scope) => refusalOfCode(scope, officer.onRecord, code))),
    );
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
  });

  test("is nobody else's, and ends when new ones are made, twice at once too", async () => {
    const [officer, other] = [await makeOfficer(), await makeOfficer()];
    const { codes } = await setUp(officer);
    await setUp(other);
    const [first = "", second = ""] = codes;
    expect(await enter((await begin(other)).token, first)).toContain(WRONG);
    await Promise.all([1, 2].map(() => asSystem("a test", (scope) => makeRecoveryCodes(scope, officer.onRecord))));
    expect(await enter((await begin(officer)).token, second)).toContain(WRONG);
    expect(await owner.recoveryCode.count({ where: { personId: officer.personId, endedAt: null } })).toBe(10);
  });
});

test("neither the key nor a recovery code stands in the database as it is", async () => {
  const officer = await makeOfficer();
  const { token, sessionId } = await begin(officer);
  const secret = candidateSecret(sessionId, null);
  const oneTimeCode = codeOfStep(secret, stepAt(new Date()));
  const { codes } = await setUpAtSignIn({ oneTimeCode }, visit({ token }));
  const kept = await owner.secondStep.findUniqueOrThrow({ where: { personId: officer.personId } });
  expect(Buffer.from(kept.secret).includes(secret)).toBe(false);
  const hashes = await owner.recoveryCode.findMany({ where: { personId: officer.personId } });
  for (const code of codes) expect(hashes.some(({ codeHash }) => Buffer.from(codeHash).includes(code))).toBe(false);
});

test("a key moved to somebody else's row opens nothing", async () => {
  const [officer, other] = [await makeOfficer(), await makeOfficer()];
  const { codeNow } = await setUp(officer);
  await setUp(other);
  const { secret } = await owner.secondStep.findUniqueOrThrow({ where: { personId: officer.personId } });
  await owner.secondStep.update({ where: { personId: other.personId }, data: { secret } });
  expect(await enter((await begin(other)).token, codeNow())).toContain(WRONG);
});
