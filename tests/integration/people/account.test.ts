import { describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import { candidateSecret, codeOfStep, stepAt } from "#lib/auth/totp.ts";
import type { Role } from "#lib/people/schema.ts";
import { makePerson, makeRole, makeSession, type SessionRow } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const { owner, world } = await openTestDatabase();
const { endAllOtherSessions, endOneSession } = await import("#lib/people/account-commands.ts");
const { findAccount } = await import("#lib/people/account-queries.ts");
const { switchRole } = await import("#lib/people/commands.ts");
const { confirmWithCode, confirmWithPassword } = await import("#lib/people/confirm-commands.ts");
const { assertConfirmed } = await import("#lib/people/confirm-rules.ts");
const { findOwner } = await import("#lib/people/own-account.ts");
const { makeOwnCodes, setUpOwnStep } = await import("#lib/people/own-step-commands.ts");
const { changePassword } = await import("#lib/people/password-commands.ts");
const { asSession } = await import("#lib/scope.ts");

const PASSWORD = "a long enough password";
const NEW = "three unlikely words";
const passwordHash = await hashPassword(PASSWORD);

async function makeMember(role: Role = "forum representative") {
  const personId = await makePerson(owner, { passwordHash });
  const { areaId, forum } = world.here;
  const roleId = await makeRole(owner, { areaId, organisationId: forum, personId, role });
  const open = (session: Partial<SessionRow> = {}) => makeSession(owner, { personId, roleId, ...session });
  return { personId, roleId, open };
}

async function ownerOf(token: string) {
  const found = await findOwner(token);
  if (!found) throw new Error("The session is over.");
  return found;
}

async function isAlive(token: string): Promise<boolean> {
  return (await asSession(token, async () => true)) !== null;
}

async function accountOf(token: string) {
  return (await asSession(token, findAccount))?.answer;
}

describe("one's own sessions", () => {
  test("are listed with this one first; what is over is not", async () => {
    const { open } = await makeMember();
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await open({ browser: "Edge on Windows", startedAt: ago(5) });
    await open({ endedAt: new Date() });
    await open({ startedAt: ago(40), lastSeenAt: ago(31) });
    await open({ startedAt: ago(721), lastSeenAt: ago(1) });
    const token = await open({ browser: "Firefox on Windows", startedAt: ago(10) });
    const account = await accountOf(token);
    expect(account?.sessions.map(({ browser, isThisOne }) => [browser, isThisOne])).toEqual([
      ["Firefox on Windows", true],
      ["Edge on Windows", false],
    ]);
  });

  test("end one by one, on record, and nobody else's do", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const [token, other, foreign] = [await member.open(), await member.open(), await stranger.open()];
    const idOf = async (of: string) => (await ownerOf(of)).actor.sessionId;
    const [otherId, foreignId] = [await idOf(other), await idOf(foreign)];
    for (const sessionId of [otherId, foreignId]) {
      await asSession(token, (scope) => endOneSession(scope, { sessionId }), "write");
    }
    expect(await Promise.all([token, other, foreign].map(isAlive))).toEqual([true, false, true]);
    const lines = await owner.auditEntry.findMany({ where: { personId: member.personId } });
    expect(lines.map(({ action, subject }) => [action, subject])).toEqual([["ended a session", `session ${otherId}`]]);
  });

  test("end all at once, but for this one", async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const [token, other, third, foreign] = [
      await member.open(),
      await member.open(),
      await member.open(),
      await stranger.open(),
    ];
    await asSession(token, endAllOtherSessions, "write");
    expect(await Promise.all([token, other, third, foreign].map(isAlive))).toEqual([true, false, false, true]);
  });
});

describe("showing again that it is they", () => {
  test.each([
    { minutes: 9, method: "password", confirmed: true },
    { minutes: 11, method: "password", confirmed: false },
    { minutes: undefined, method: "password", confirmed: false },
    { minutes: undefined, method: "demonstration", confirmed: true },
  ] as const)("$minutes minutes ago, by $method, counts: $confirmed", async ({ minutes, method, confirmed }) => {
    const { open } = await makeMember();
    const confirmedAt = minutes === undefined ? {} : { confirmedAt: new Date(Date.now() - minutes * 60_000) };
    const { actor } = await ownerOf(await open({ method, ...confirmedAt }));
    expect(actor.confirmed).toBe(confirmed);
    const check = () => assertConfirmed({ actor });
    if (confirmed) expect(check).not.toThrow();
    else expect(check).toThrow("show again that it is you");
  });

  test("is done with the password where there is no second step, and put on record", async () => {
    const { open, personId } = await makeMember();
    const token = await open();
    await confirmWithPassword(await ownerOf(token), { password: PASSWORD });
    expect((await ownerOf(token)).actor.confirmed).toBe(true);
    expect(await owner.auditEntry.count({ where: { personId, action: "confirmed that it is they" } })).toBe(1);
  });

  test("is refused a wrong password, and after five of them any, in this session alone", async () => {
    const { open } = await makeMember();
    const [token, other] = [await open(), await open()];
    const wrong = async () => confirmWithPassword(await ownerOf(token), { password: "wrong" });
    for (let time = 0; time < 5; time += 1) await expect(wrong()).rejects.toMatchObject({ field: "password" });
    await expect(confirmWithPassword(await ownerOf(token), { password: PASSWORD })).rejects.toThrow("Wait 30 seconds");
    await confirmWithPassword(await ownerOf(other), { password: PASSWORD });
    expect((await ownerOf(other)).actor.confirmed).toBe(true);
  });

  test("takes a code, and no password any more, once there is a second step", async () => {
    const { open } = await makeMember();
    const token = await open({ confirmedAt: new Date() });
    const [code = ""] = await setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) });
    await owner.$executeRaw`update session set confirmed_at = null`;
    await expect(confirmWithPassword(await ownerOf(token), { password: PASSWORD })).rejects.toThrow("enter a code");
    await expect(confirmWithCode(await ownerOf(token), { oneTimeCode: "000000" })).rejects.toThrow("not right");
    await confirmWithCode(await ownerOf(token), { oneTimeCode: code });
    expect((await ownerOf(token)).actor.confirmed).toBe(true);
  });
});

async function codeFor(token: string): Promise<string> {
  const { actor } = await ownerOf(token);
  return codeOfStep(candidateSecret(actor.sessionId, null), stepAt(new Date()));
}

describe("one's own second step", () => {
  test("is set up by whoever has shown that it is they, and ends the other sessions", async () => {
    const { open } = await makeMember();
    const [token, other] = [await open({ confirmedAt: new Date() }), await open()];
    await expect(setUpOwnStep(await ownerOf(other), { oneTimeCode: await codeFor(other) })).rejects.toMatchObject({
      name: "NotConfirmed",
    });
    expect(await setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) })).toHaveLength(10);
    expect([await isAlive(token), await isAlive(other)]).toEqual([true, false]);
    expect(await accountOf(token)).toMatchObject({ codesLeft: 10, setUp: expect.any(String) });
  });

  test("stays in force until another has been proved", async () => {
    const { open, personId } = await makeMember();
    const token = await open({ confirmedAt: new Date() });
    await setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) });
    const before = await owner.secondStep.findUnique({ where: { personId } });
    await expect(setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) })).rejects.toThrow(
      "not right",
    );
    expect(await owner.secondStep.findUnique({ where: { personId } })).toEqual(before);
  });

  test("gives new recovery codes, in place of those before, to whoever has one", async () => {
    const { open } = await makeMember();
    const token = await open({ confirmedAt: new Date() });
    await expect(makeOwnCodes(await ownerOf(token))).rejects.toMatchObject({ name: "NotAllowed" });
    const first = await setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) });
    const second = await makeOwnCodes(await ownerOf(token));
    expect(second.some((code) => first.includes(code))).toBe(false);
    expect(await accountOf(token)).toMatchObject({ codesLeft: 10 });
  });

  test("is not for a person of the demonstration, who is everybody's", async () => {
    const { open } = await makeMember();
    const token = await open({ method: "demonstration" });
    await expect(setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) })).rejects.toMatchObject({
      name: "NotAllowed",
    });
    const change = { presentPassword: PASSWORD, newPassword: NEW };
    await expect(changePassword(await ownerOf(token), change)).rejects.toMatchObject({ name: "NotAllowed" });
  });
});

describe("one's own password", () => {
  test("is changed with the present one; the other sessions end, and it is on record", async () => {
    const { open, personId } = await makeMember();
    const [token, other] = [await open(), await open()];
    await changePassword(await ownerOf(token), { presentPassword: PASSWORD, newPassword: NEW });
    expect([await isAlive(token), await isAlive(other)]).toEqual([true, false]);
    const again = { presentPassword: PASSWORD, newPassword: "other unlikely words" };
    await expect(changePassword(await ownerOf(token), again)).rejects.toMatchObject({ field: "presentPassword" });
    expect(await owner.auditEntry.count({ where: { personId, action: "changed the password" } })).toBe(1);
  });

  test("is not changed with the present one alone by whoever has a second step, nor does it confirm them", async () => {
    const { open, personId } = await makeMember();
    const token = await open({ confirmedAt: new Date() });
    const [code = ""] = await setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) });
    await owner.session.updateMany({ where: { personId }, data: { confirmedAt: null } });
    const change = { presentPassword: PASSWORD, newPassword: NEW };
    await expect(changePassword(await ownerOf(token), change)).rejects.toMatchObject({ name: "NotConfirmed" });
    expect((await ownerOf(token)).actor.confirmed).toBe(false);
    await confirmWithCode(await ownerOf(token), { oneTimeCode: code });
    await changePassword(await ownerOf(token), change);
    expect(await isAlive(token)).toBe(true);
  });

  test.each(["password1234", PASSWORD])("is not changed to %s", async (newPassword) => {
    const { open, personId } = await makeMember();
    const change = changePassword(await ownerOf(await open()), { presentPassword: PASSWORD, newPassword });
    await expect(change).rejects.toMatchObject({ field: "newPassword" });
    expect(await owner.password.findUnique({ where: { personId } })).toMatchObject({ hash: passwordHash });
  });
});

test("a role that needs a second step is not switched into without one", async () => {
  const { open, personId } = await makeMember();
  const { areaId, council } = world.here;
  const auditor = await makeRole(owner, { areaId, organisationId: council, personId, role: "auditor" });
  const token = await open({ confirmedAt: new Date() });
  const change = () => asSession(token, (scope) => switchRole(scope, { roleId: auditor }), "write");
  await expect(change()).rejects.toThrow("asks for a second step");
  await setUpOwnStep(await ownerOf(token), { oneTimeCode: await codeFor(token) });
  expect((await change())?.answer).toBe("auditor");
});
