import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashPassword } from "#lib/auth/passwords.ts";
import { makePerson, makeRole, type PersonRow } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { visit } from "#tests/support/visit.ts";

const { owner, world } = await openTestDatabase({ PORTAL_DEMO: "1", PORTAL_BOUND_TO: "localhost" });
const { beginAsDemo, beginWithPassword } = await import("#lib/people/begin-commands.ts");
const { asSession } = await import("#lib/scope.ts");

const PASSWORD = "a long enough password";
const REFUSED = "The e-mail address or the password is not right. Check both and try again.";
const passwordHash = await hashPassword(PASSWORD);
const today = Temporal.Now.plainDateISO("Europe/London");
const yesterday = today.subtract({ days: 1 }).toString();
const tomorrow = today.add({ days: 1 }).toString();
/** A volunteer, who signs in with a password alone; whoever needs a second step has tests of their own. */
const here = { areaId: world.here.areaId, organisationId: world.here.forum, role: "forum representative" } as const;

let people = 0;
async function makeMember(person: Partial<PersonRow> = {}, dates: { fromOn?: string; toOn?: string } = {}) {
  people += 1;
  const email = person.email ?? `member-${people}@test.example`;
  const personId = await makePerson(owner, { passwordHash, ...person, email });
  const roleId = await makeRole(owner, { ...here, personId, ...dates });
  return { email, personId, roleId };
}

async function isAlive(token: string): Promise<boolean> {
  return (await asSession(token, async () => true)) !== null;
}

describe("signing in with a password", () => {
  test("the right one begins a session as the person in their role, and leads to the role's page", async () => {
    const { email, personId, roleId } = await makeMember();
    const { token, where } = await beginWithPassword({ email, password: PASSWORD }, visit());
    expect(where).toBe("/dashboard");
    const outcome = await asSession(token, async ({ actor }) => actor);
    expect(outcome?.answer).toMatchObject({ userId: personId, roleId, role: "forum representative", rolesHeld: 1 });
  });

  test("the token is kept nowhere, only its SHA-256", async () => {
    const { email, personId } = await makeMember();
    const { token } = await beginWithPassword({ email, password: PASSWORD }, visit());
    const [session] = await owner.session.findMany({ where: { personId } });
    expect(Buffer.from(session?.tokenHash ?? []).toString("hex")).toBe(
      createHash("sha256").update(token).digest("hex"),
    );
  });

  test("who signed in, and in which role, is on record", async () => {
    const { email, personId, roleId } = await makeMember();
    await beginWithPassword({ email, password: PASSWORD }, visit());
    const lines = await owner.auditEntry.findMany({ where: { subject: { contains: personId } } });
    expect(lines.map(({ action, subject }) => `${action}: ${subject}`)).toEqual([
      `signed in: person ${personId} in role ${roleId}`,
    ]);
  });

  test("a wrong password, an unknown address and an account without a password are refused in the same words", async () => {
    const { email } = await makeMember();
    const personId = await makePerson(owner, { email: "no-password@test.example" });
    await makeRole(owner, { ...here, personId, role: "auditor" });
    for (const address of [email, "nobody@test.example", "no-password@test.example"]) {
      const refusal = beginWithPassword({ email: address, password: "not the password" }, visit());
      await expect(refusal, address).rejects.toMatchObject({ name: "RuleBroken", field: "email", message: REFUSED });
    }
  });

  test.each(["\u0000", "\ud800", "\u202eabc", "x".repeat(1024)])(
    "%j is a wrong password like any other",
    async (password) => {
      const { email } = await makeMember();
      await expect(beginWithPassword({ email, password }, visit())).rejects.toThrow(REFUSED);
    },
  );

  test("a password is no way in for somebody whose identity is another provider's", async () => {
    const { email } = await makeMember({ issuer: "https://login.example" });
    await expect(beginWithPassword({ email, password: PASSWORD }, visit())).rejects.toThrow(REFUSED);
  });

  test("a refusal begins no session and ends none", async () => {
    const { email, personId } = await makeMember();
    const { token } = await beginWithPassword({ email, password: PASSWORD }, visit());
    await expect(beginWithPassword({ email, password: "not the password" }, visit({ token }))).rejects.toThrow(REFUSED);
    expect(await isAlive(token)).toBe(true);
    expect(await owner.session.count({ where: { personId } })).toBe(1);
  });

  test.each([
    { who: "a person who has left", person: { endedOn: yesterday }, dates: {} },
    { who: "a person whose only role has ended", person: {}, dates: { toOn: yesterday } },
    { who: "a person whose only role begins tomorrow", person: {}, dates: { fromOn: tomorrow } },
  ])("$who does not get in", async ({ person, dates }) => {
    const { email } = await makeMember(person, dates);
    await expect(beginWithPassword({ email, password: PASSWORD }, visit())).rejects.toThrow("You hold no role");
  });

  test("ending a role or a person today works today; ending it tomorrow leaves today", async () => {
    for (const ended of [
      await makeMember({ endedOn: today.toString() }),
      await makeMember({}, { toOn: today.toString() }),
    ]) {
      await expect(beginWithPassword({ email: ended.email, password: PASSWORD }, visit())).rejects.toThrow(
        "You hold no role",
      );
    }
    const { email } = await makeMember({ endedOn: tomorrow }, { toOn: tomorrow });
    const { token } = await beginWithPassword({ email, password: PASSWORD }, visit());
    expect(await isAlive(token)).toBe(true);
  });

  test("signing in again ends the session of the cookie that came along, and no other", async () => {
    const { email } = await makeMember();
    const former = await beginWithPassword({ email, password: PASSWORD }, visit());
    const elsewhere = await beginWithPassword({ email, password: PASSWORD }, visit());
    const now = await beginWithPassword({ email, password: PASSWORD }, visit({ token: former.token }));
    expect(await Promise.all([former, elsewhere, now].map(({ token }) => isAlive(token)))).toEqual([false, true, true]);
    expect(now.token).not.toBe(visit({ token: former.token }));
  });

  test("a person with several roles is asked which one, and begins in the earliest", async () => {
    const { email, personId, roleId } = await makeMember();
    await makeRole(owner, {
      ...here,
      areaId: world.elsewhere.areaId,
      organisationId: world.elsewhere.forum,
      personId,
      fromOn: "2022-01-01",
    });
    const { token, where } = await beginWithPassword({ email, password: PASSWORD }, visit());
    expect(where).toBe("/roles");
    const outcome = await asSession(token, async ({ actor }) => actor);
    expect(outcome?.answer).toMatchObject({ roleId, rolesHeld: 2 });
  });
});

describe("the demonstration", () => {
  const issuer = "portal demonstration";

  test("lets anyone in as one of its people", async () => {
    const { email } = await makeMember({ email: "member@demo.example", issuer });
    const { token, where } = await beginAsDemo({ email }, visit());
    expect([where, await isAlive(token)]).toEqual(["/dashboard", true]);
  });

  test("lets nobody in at an address outside it, whoever vouches for the person", async () => {
    const { email } = await makeMember({ issuer });
    await expect(beginAsDemo({ email }, visit())).rejects.toMatchObject({ name: "NotAllowed" });
  });

  test("lets nobody in as somebody who is not one of its people", async () => {
    const { email } = await makeMember({ email: "with-password@demo.example" });
    await expect(beginAsDemo({ email }, visit())).rejects.toMatchObject({ name: "RuleBroken" });
    await expect(beginAsDemo({ email: "nobody@demo.example" }, visit())).rejects.toMatchObject({ name: "RuleBroken" });
  });
});
