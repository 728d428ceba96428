import { describe, expect, test } from "vitest";
import { hashToken, newToken } from "#lib/auth/session.ts";
import { dateColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import { makePerson, makeRole, makeSession } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { visit } from "#tests/support/visit.ts";

const { owner, world, sitter } = await openTestDatabase({ PORTAL_DEMO: "1", PORTAL_BOUND_TO: "localhost" });
const { hashPassword } = await import("#lib/auth/passwords.ts");
const { beginWithPassword } = await import("#lib/people/begin-commands.ts");
const { takeUpAsDemo, takeUpWithNewPassword, takeUpWithPassword } = await import("#lib/people/take-up-commands.ts");
const { findTakeUp } = await import("#lib/people/take-up-queries.ts");
const { asSession, asSystem } = await import("#lib/scope.ts");

const NEW = "three unlikely words";
const OLD = "a long enough password";
const DEAD = "This link does not work any more, or never did.";
const passwordHash = await hashPassword(OLD);
const today = Temporal.Now.plainDateISO("Europe/London");
const day = (days: number) => dateColumn(today.add({ days }).toString());
const administrator = await sitter("administrator");

let addresses = 0;
function newAddress(): string {
  addresses += 1;
  return `invited-${addresses}@test.example`;
}

type Row = {
  email: string;
  madeById?: string;
  role?: string;
  fromOn?: Date;
  toOn?: Date;
  expiresAt?: Date;
  endedAt?: Date;
};

async function makeLink({ email, role = "forum representative", ...row }: Row): Promise<string> {
  const token = newToken();
  const { areaId, forum } = world.here;
  const made = {
    id: uuidv7(),
    tokenHash: hashToken(token),
    areaId,
    madeById: administrator.roleId,
    madeAt: new Date(),
  };
  const what = { kind: "role", email, displayName: "Somebody New", organisationId: forum, role, fromOn: day(0) };
  await owner.invitation.create({ data: { ...made, ...what, expiresAt: new Date(Date.now() + 60_000), ...row } });
  return token;
}

async function formerAdministrator(): Promise<string> {
  const { areaId, council: organisationId } = world.here;
  const ended = { role: "administrator", toOn: today.toString() } as const;
  return makeRole(owner, { areaId, organisationId, personId: await makePerson(owner), ...ended });
}

async function makePasswordLink(personId: string, email: string): Promise<string> {
  const token = newToken();
  const made = { id: uuidv7(), tokenHash: hashToken(token), areaId: world.here.areaId, madeById: administrator.roleId };
  const what = { kind: "new password", email, displayName: "Somebody", personId };
  const when = { madeAt: new Date(), expiresAt: new Date(Date.now() + 60_000) };
  await owner.invitation.create({ data: { ...made, ...what, ...when } });
  return token;
}

async function makeMember(email = newAddress()) {
  const personId = await makePerson(owner, { email, passwordHash });
  const { areaId, organisationId } = { areaId: world.here.areaId, organisationId: world.here.forum };
  const roleId = await makeRole(owner, { areaId, organisationId, personId, role: "forum representative" });
  return { email, personId, roleId };
}

const find = (token: string) => asSystem("a test", (scope) => findTakeUp(scope, token));
const rolesOf = (email: string) => owner.roleHolding.findMany({ where: { person: { email } } });

describe("an invitation of somebody new", () => {
  test("makes the account and the role, signs in, and is on record", async () => {
    const email = newAddress();
    const token = await makeLink({ email });
    expect(await find(token)).toMatchObject({ proof: "a new password", invitedBy: "The council here", personId: null });
    const taken = await takeUpWithNewPassword({ token, newPassword: NEW }, visit());
    expect(taken).toMatchObject({ where: "/dashboard", known: email });
    const opened = await asSession("token" in taken ? taken.token : "", async ({ actor }) => actor);
    expect(opened?.answer).toMatchObject({ role: "forum representative", organisationId: world.here.forum });
    const line = { action: "took up an invitation", personId: opened?.answer.userId ?? "", areaId: world.here.areaId };
    expect(await owner.auditEntry.count({ where: line })).toBe(1);
    await expect(beginWithPassword({ email, password: NEW }, visit())).resolves.toMatchObject({ where: "/dashboard" });
  });

  test("to a staff role leads to setting up the second step", async () => {
    const token = await makeLink({ email: newAddress(), role: "auditor" });
    const taken = await takeUpWithNewPassword({ token, newPassword: NEW }, visit());
    expect(taken).toMatchObject({ where: "/sign-in/second-step", known: null });
  });

  test("whose role begins later makes the account and signs nobody in", async () => {
    const email = newAddress();
    const token = await makeLink({ email, fromOn: day(3) });
    const taken = await takeUpWithNewPassword({ token, newPassword: NEW }, visit());
    expect(taken).toEqual({ where: `/sign-in?begins=${today.add({ days: 3 })}` });
    expect(await rolesOf(email)).toHaveLength(1);
  });

  test("that was made days ago gives the role from today", async () => {
    const email = newAddress();
    await takeUpWithNewPassword({ token: await makeLink({ email, fromOn: day(-3) }), newPassword: NEW }, visit());
    expect(await rolesOf(email)).toMatchObject([{ fromOn: day(0) }]);
  });

  test.each(["password1234", "somebody new 1"])("refuses %s, which is tried first, and stays open", async (easy) => {
    const token = await makeLink({ email: newAddress() });
    const attempt = takeUpWithNewPassword({ token, newPassword: easy }, visit());
    await expect(attempt).rejects.toMatchObject({ name: "RuleBroken", field: "newPassword" });
    expect(await find(token)).not.toBeNull();
  });

  test("works once: of ten at the same moment one wins", async () => {
    const email = newAddress();
    const token = await makeLink({ email });
    const attempts = Array.from({ length: 10 }, () => takeUpWithNewPassword({ token, newPassword: NEW }, visit()));
    const ends = await Promise.allSettled(attempts);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await rolesOf(email)).toHaveLength(1);
    await expect(takeUpWithNewPassword({ token, newPassword: NEW }, visit())).rejects.toThrow(DEAD);
  });

  test("beside another for the same address, at the same moment, makes one account", async () => {
    const email = newAddress();
    const tokens = [await makeLink({ email }), await makeLink({ email })];
    const ends = await Promise.allSettled(
      tokens.map((token) => takeUpWithNewPassword({ token, newPassword: NEW }, visit())),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = ends.find((end) => end.status === "rejected");
    expect(lost?.reason).toMatchObject({ name: "RuleBroken", message: expect.stringContaining("Open the link again") });
  });
});

test("a link that is used, taken back, too old, past its role, of a former administrator, unknown or none looks the same", async () => {
  const used = await makeLink({ email: newAddress() });
  await takeUpWithNewPassword({ token: used, newPassword: NEW }, visit());
  const dead = [
    used,
    await makeLink({ email: newAddress(), endedAt: new Date() }),
    await makeLink({ email: newAddress(), expiresAt: new Date(Date.now() - 1000) }),
    await makeLink({ email: newAddress(), fromOn: day(-3), toOn: day(0) }),
    await makeLink({ email: newAddress(), madeById: await formerAdministrator() }),
    newToken(),
    "",
    "\u0000",
    "x".repeat(100),
  ];
  for (const token of dead) {
    expect(await find(token)).toBeNull();
    await expect(takeUpWithNewPassword({ token, newPassword: NEW }, visit())).rejects.toThrow(DEAD);
    await expect(takeUpWithPassword({ token, password: OLD }, visit())).rejects.toThrow(DEAD);
    await expect(takeUpAsDemo({ token }, visit())).rejects.toThrow(DEAD);
  }
});

describe("an invitation of somebody who has an account", () => {
  test("asks for its password and adds the role", async () => {
    const { email, personId } = await makeMember();
    const token = await makeLink({ email, role: "senco" });
    expect(await find(token)).toMatchObject({ proof: "the present password", name: "Somebody New" });
    const taken = await takeUpWithPassword({ token, password: OLD }, visit());
    expect(taken).toMatchObject({ where: "/sign-in/second-step" });
    expect((await rolesOf(email)).map(({ role }) => role).sort()).toEqual(["forum representative", "senco"]);
    expect(await owner.person.count({ where: { email } })).toBe(1);
    expect(personId).not.toBe("");
  });

  test("cannot be used to set another password, nor with a wrong one, which counts like any wrong sign-in", async () => {
    const { email, personId } = await makeMember();
    const token = await makeLink({ email });
    await expect(takeUpWithNewPassword({ token, newPassword: NEW }, visit())).rejects.toThrow("Open the link again");
    for (let time = 0; time < 5; time += 1) {
      await expect(takeUpWithPassword({ token, password: "wrong" }, visit())).rejects.toMatchObject({
        field: "password",
      });
    }
    await expect(takeUpWithPassword({ token, password: OLD }, visit())).rejects.toThrow("Wait 30 seconds");
    expect(await owner.password.findUnique({ where: { personId } })).toMatchObject({ hash: passwordHash });
    expect(await rolesOf(email)).toHaveLength(1);
    expect(await find(token)).not.toBeNull();
  });

  test("of another provider, or closed, cannot be taken up by a password", async () => {
    const elsewhere = newAddress();
    await makePerson(owner, { email: elsewhere, issuer: "https://login.example" });
    const closed = newAddress();
    await makePerson(owner, { email: closed, passwordHash, endedOn: today.toString() });
    for (const email of [elsewhere, closed]) {
      const token = await makeLink({ email });
      expect(await find(token)).toMatchObject({ proof: "no way" });
      await expect(takeUpWithNewPassword({ token, newPassword: NEW }, visit())).rejects.toThrow("Open the link again");
      await expect(takeUpWithPassword({ token, password: OLD }, visit())).rejects.toThrow("Open the link again");
    }
  });

  test("as a person of the demonstration asks for nothing, and gives them no password", async () => {
    const email = "taker@demo.example";
    const personId = await makePerson(owner, { email, issuer: "portal demonstration" });
    const token = await makeLink({ email, role: "auditor" });
    expect(await find(token)).toMatchObject({ proof: "the demonstration" });
    expect(await takeUpAsDemo({ token }, visit())).toMatchObject({ where: "/audit", known: null });
    expect(await owner.password.count({ where: { personId } })).toBe(0);
  });
});

describe("a link for a new password", () => {
  test("sets it, ends every session, and the second step with its recovery codes", async () => {
    const member = await makeMember();
    const { email, personId } = member;
    const session = await makeSession(owner, member);
    const secret = new Uint8Array(48);
    await owner.secondStep.create({ data: { personId, secret, confirmedAt: new Date() } });
    await owner.recoveryCode.create({ data: { personId, codeHash: new Uint8Array([1]), madeAt: new Date() } });
    const token = await makePasswordLink(personId, email);
    expect(await find(token)).toMatchObject({ proof: "a new password", role: null });
    expect(await takeUpWithNewPassword({ token, newPassword: NEW }, visit())).toMatchObject({ where: "/dashboard" });
    expect(await asSession(session, async () => true)).toBeNull();
    expect(await owner.secondStep.findUnique({ where: { personId } })).toMatchObject({ confirmedAt: null });
    expect(await owner.recoveryCode.count({ where: { personId, endedAt: null } })).toBe(0);
    await expect(beginWithPassword({ email, password: OLD }, visit())).rejects.toThrow("not right");
    await expect(beginWithPassword({ email, password: NEW }, visit())).resolves.toBeDefined();
    await expect(takeUpWithNewPassword({ token, newPassword: NEW }, visit())).rejects.toThrow(DEAD);
  });

  test("opens nothing once the person holds a role in another area, nor for a person of the demonstration", async () => {
    const { email, personId } = await makeMember();
    const token = await makePasswordLink(personId, email);
    const { areaId, council } = world.elsewhere;
    await makeRole(owner, { areaId, organisationId: council, personId, role: "auditor" });
    expect(await find(token)).toBeNull();
    const demo = await makePerson(owner, { email: "other@demo.example", issuer: "portal demonstration" });
    expect(await find(await makePasswordLink(demo, "other@demo.example"))).toMatchObject({ proof: "no way" });
  });
});
