import { describe, expect, test } from "vitest";
import { dateColumn } from "#lib/dates.ts";
import { makePerson, makeRole, makeSession } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const { owner, world } = await openTestDatabase();
const { endSession, switchRole } = await import("#lib/people/commands.ts");
const { listRolesToday } = await import("#lib/people/queries.ts");
const { asSession } = await import("#lib/scope.ts");

const MINUTE = 60_000;
const today = Temporal.Now.plainDateISO("Europe/London");
const yesterday = dateColumn(today.subtract({ days: 1 }).toString());
const here = { areaId: world.here.areaId, organisationId: world.here.council };

async function makeOfficer() {
  const personId = await makePerson(owner);
  return { personId, roleId: await makeRole(owner, { ...here, personId, role: "case officer" }) };
}

function ago(minutes: number): Date {
  return new Date(Date.now() - minutes * MINUTE);
}

async function isAlive(token: string): Promise<boolean> {
  return (await asSession(token, async () => true)) !== null;
}

describe("a session", () => {
  test.each([
    { what: "29 minutes after it was last seen", lastSeen: 29, started: 200, alive: true },
    { what: "31 minutes after it was last seen", lastSeen: 31, started: 200, alive: false },
    { what: "11 hours and 59 minutes after it began, in use until now", lastSeen: 0, started: 719, alive: true },
    { what: "12 hours and a minute after it began, in use until now", lastSeen: 0, started: 721, alive: false },
  ])("$what is alive: $alive", async ({ lastSeen, started, alive }) => {
    const officer = await makeOfficer();
    const token = await makeSession(owner, { ...officer, startedAt: ago(started), lastSeenAt: ago(lastSeen) });
    expect(await isAlive(token)).toBe(alive);
  });

  test("lives on from each request", async () => {
    const officer = await makeOfficer();
    const token = await makeSession(owner, { ...officer, startedAt: ago(60), lastSeenAt: ago(29) });
    await isAlive(token);
    const [session] = await owner.session.findMany({ where: { personId: officer.personId } });
    expect(session?.lastSeenAt.getTime()).toBeGreaterThan(ago(1).getTime());
  });

  test("that nobody was given does not exist", async () => {
    expect(await isAlive("made up")).toBe(false);
  });

  test("is over at the next request when its role has ended", async () => {
    const officer = await makeOfficer();
    const token = await makeSession(owner, officer);
    expect(await isAlive(token)).toBe(true);
    await owner.roleHolding.update({ where: { id: officer.roleId }, data: { toOn: yesterday } });
    expect(await isAlive(token)).toBe(false);
  });

  test("is over at the next request when its person has left", async () => {
    const officer = await makeOfficer();
    const token = await makeSession(owner, officer);
    await owner.person.update({ where: { id: officer.personId }, data: { endedOn: yesterday } });
    expect(await isAlive(token)).toBe(false);
  });

  test("is over when its person signs out, and the others of that person are not", async () => {
    const officer = await makeOfficer();
    const [one, other] = [await makeSession(owner, officer), await makeSession(owner, officer)];
    await asSession(one, endSession, "write");
    expect([await isAlive(one), await isAlive(other)]).toEqual([false, true]);
  });
});

describe("a person with several roles", () => {
  async function makeTwice() {
    const officer = await makeOfficer();
    const second = await makeRole(owner, {
      areaId: world.elsewhere.areaId,
      organisationId: world.elsewhere.council,
      personId: officer.personId,
      role: "council leader",
      fromOn: "2022-01-01",
    });
    return { ...officer, second, token: await makeSession(owner, officer) };
  }

  test("sees the roles of today and no ended one", async () => {
    const { token, personId, roleId, second } = await makeTwice();
    await makeRole(owner, { ...here, personId, role: "auditor", toOn: "2022-01-01" });
    const outcome = await asSession(token, (scope) => listRolesToday(scope, personId));
    expect(outcome?.answer.map((held) => held.id)).toEqual([roleId, second]);
  });

  test("switches, and from the next request on acts in the other role, organisation and area", async () => {
    const { token, second } = await makeTwice();
    const switched = await asSession(token, (scope) => switchRole(scope, { roleId: second }), "write");
    expect(switched?.answer).toBe("council leader");
    const outcome = await asSession(token, async ({ actor }) => actor);
    expect(outcome?.answer).toMatchObject({
      roleId: second,
      areaId: world.elsewhere.areaId,
      organisationId: world.elsewhere.council,
    });
  });

  test("does not get into a role that has ended, nor into somebody else's", async () => {
    const { token, roleId, personId } = await makeTwice();
    const ended = await makeRole(owner, { ...here, personId, role: "auditor", toOn: "2022-01-01" });
    const other = await makeOfficer();
    for (const wanted of [ended, other.roleId, personId]) {
      const attempt = asSession(token, (scope) => switchRole(scope, { roleId: wanted }), "write");
      await expect(attempt).rejects.toMatchObject({ name: "RuleBroken", field: "roleId" });
    }
    expect((await asSession(token, async ({ actor }) => actor.roleId))?.answer).toBe(roleId);
  });

  test("cannot be put into somebody else's role past the command either: the database refuses", async () => {
    const { token } = await makeTwice();
    const other = await makeOfficer();
    const attempt = asSession(
      token,
      ({ db, actor }) =>
        db.session.updateMany({ where: { id: actor.sessionId }, data: { roleHoldingId: other.roleId } }),
      "write",
    );
    await expect(attempt).rejects.toThrow(/row-level security/);
  });
});
