import { describe, expect, test } from "vitest";
import { dateColumn } from "#lib/dates.ts";
import { NotAllowed, NotConfirmed } from "#lib/errors.ts";
import { changeEnd, endRole, giveRole } from "#lib/people/role-commands.ts";
import { findRole, findRoleChoices } from "#lib/people/role-queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import type { Scope } from "#lib/scope.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole, sitter, signIn } = await openTestDatabase();
const { asSession } = await import("#lib/scope.ts");

const today = Temporal.Now.plainDateISO("Europe/London");
const day = (later: number) => today.add({ days: later }).toString();
const admin = { role: "administrator" } as const;

/** As somebody who has shown that it is they. */
function as<T>(seat: Seat, work: (scope: Scope) => Promise<T>): Promise<T> {
  return asRole(seat, (scope) => work({ ...scope, actor: { ...scope.actor, confirmed: true } }), "write");
}

async function someone(role: "senco" | "head teacher" = "senco") {
  const personId = await makePerson(owner, { displayName: "Somebody" });
  const place = { areaId: world.here.areaId, organisationId: world.here.school };
  return { personId, roleId: await makeRole(owner, { ...place, personId, role }) };
}

function senco(personId: string, more: object = {}) {
  return { personId, organisationId: world.here.school, role: "senco" as const, fromOn: day(0), toOn: null, ...more };
}

async function endOf(roleId: string): Promise<string | undefined> {
  const found = await owner.roleHolding.findUniqueOrThrow({ where: { id: roleId } });
  return found.toOn?.toISOString().slice(0, 10);
}

function actsOn(roleId: string) {
  return owner.auditEntry.findMany({
    where: { subject: { contains: roleId } },
    select: { action: true, subject: true },
  });
}

describe("giving a role", () => {
  test("makes it hold from its first day, on record", async () => {
    const { personId } = await someone("head teacher");
    const { roleId } = await as(admin, (scope) => giveRole(scope, senco(personId, { toOn: day(30) })));
    expect(await owner.roleHolding.findUnique({ where: { id: roleId } })).toMatchObject({
      ...{ personId, role: "senco", areaId: world.here.areaId, fromOn: dateColumn(day(0)), toOn: dateColumn(day(30)) },
    });
    expect(await actsOn(roleId)).toEqual([{ action: "gave a role", subject: `role ${roleId} from ${day(0)}` }]);
  });

  test.each([
    ["in the past", { fromOn: day(-1) }, "fromOn"],
    ["that ends before it begins", { fromOn: day(5), toOn: day(5) }, "toOn"],
    ["that such an organisation has not", { role: "council leader" }, "role"],
    ["in an organisation of another area", { organisationId: world.elsewhere.school }, "organisationId"],
  ])("%s is refused at its field", async (_what, more, field) => {
    const { personId } = await someone("head teacher");
    await expect(as(admin, (scope) => giveRole(scope, senco(personId, more)))).rejects.toMatchObject({ field });
  });

  test("that they hold already is refused, by two administrators at once too", async () => {
    const { personId } = await someone("head teacher");
    const give = (seat: Seat) => as(seat, (scope) => giveRole(scope, senco(personId)));
    const outcomes = await Promise.allSettled([give(admin), give({ ...admin, number: 2 })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await owner.roleHolding.count({ where: { personId, role: "senco" } })).toBe(1);
  });

  test("to oneself, to somebody who left, or to somebody of another area is refused", async () => {
    const own = await sitter(admin);
    const left = await makePerson(owner, { endedOn: "2022-01-01" });
    await makeRole(owner, {
      areaId: world.here.areaId,
      organisationId: world.here.school,
      personId: left,
      role: "senco",
    });
    const other = await sitter({ role: "senco", area: "elsewhere" });
    const give = (personId: string) => as(admin, (scope) => giveRole(scope, senco(personId)));
    await expect(give(own.personId)).rejects.toThrow(/Nobody gives themselves/);
    await expect(give(left)).rejects.toThrow(/left on 1 January 2022/);
    await expect(give(other.personId)).rejects.toBeInstanceOf(NotAllowed);
  });
});

describe("ending a role", () => {
  test("now ends the session of whoever acts in it by their next request", async () => {
    const seat = { role: "forum representative", number: 2 } as const;
    const [forum, token] = [await sitter(seat), await signIn(seat)];
    expect(await asSession(token, async () => "here")).not.toBeNull();
    await as(admin, (scope) => endRole(scope, { roleId: forum.roleId }));
    expect(await asSession(token, async () => "here")).toBeNull();
    expect(await actsOn(forum.roleId)).toEqual([
      { action: "ended a role", subject: `role ${forum.roleId} on ${day(0)}` },
    ]);
  });

  test("that has not begun means that it never holds", async () => {
    const personId = await makePerson(owner);
    const place = { areaId: world.here.areaId, organisationId: world.here.school };
    const roleId = await makeRole(owner, { ...place, personId, role: "senco", fromOn: day(10) });
    await as(admin, (scope) => endRole(scope, { roleId }));
    expect(await endOf(roleId)).toBe(day(10));
  });

  test("by two administrators at once is done once, and the second is told so", async () => {
    const { roleId } = await someone();
    const end = (seat: Seat) => as(seat, (scope) => endRole(scope, { roleId }));
    const outcomes = await Promise.allSettled([end(admin), end({ ...admin, number: 2 })]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ name: "RuleBroken", message: expect.stringMatching(/has ended, on/) });
    expect(await actsOn(roleId)).toHaveLength(1);
  });

  test("of one's own is refused, and two administrators cannot end each other's at once", async () => {
    const [one, two] = [
      { ...admin, number: 3 },
      { ...admin, number: 4 },
    ];
    const [own, other] = [await sitter(one), await sitter(two)];
    await expect(as(one, (scope) => endRole(scope, own))).rejects.toThrow(/Nobody changes a role of their own/);
    const outcomes = await Promise.allSettled([
      as(one, (scope) => endRole(scope, other)),
      as(two, (scope) => endRole(scope, own)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([await endOf(own.roleId), await endOf(other.roleId)].filter(Boolean)).toHaveLength(1);
  });

  test("on a day is set and moved, and whoever saw an older end is told of the new one", async () => {
    const { roleId } = await someone();
    const change = (was: string, toOn: string) => as(admin, (scope) => changeEnd(scope, { roleId, was, toOn }));
    await change("", day(9));
    await change(day(9), day(20));
    expect(await endOf(roleId)).toBe(day(20));
    await expect(change("", day(3))).rejects.toMatchObject({ field: "toOn", link: { href: `/people/${roleId}` } });
    await expect(change(day(20), day(-1))).rejects.toMatchObject({ field: "toOn" });
    expect(await endOf(roleId)).toBe(day(20));
  });
});

describe("roles are changed by nobody else", () => {
  const others = ROLES.filter((role) => role !== "administrator");
  test.each([...others, { role: "administrator", area: "elsewhere" } as const])("not by %j", async (seat) => {
    const { personId, roleId } = await someone();
    await expect(as(seat, (scope) => endRole(scope, { roleId }))).rejects.toBeInstanceOf(NotAllowed);
    const refused = as(seat, (scope) => giveRole(scope, senco(personId)));
    await expect(refused).rejects.toThrow();
    expect(await asRole(seat, (scope) => findRole(scope, roleId))).toBeNull();
    expect(await endOf(roleId)).toBeUndefined();
  });

  test("nor by an administrator who has not shown that it is they", async () => {
    const { roleId, personId } = await someone();
    for (const command of [
      (scope: Scope) => endRole(scope, { roleId }),
      (scope: Scope) => changeEnd(scope, { roleId, was: "", toOn: day(3) }),
      (scope: Scope) => giveRole(scope, senco(personId)),
    ]) {
      await expect(asRole(admin, command, "write")).rejects.toBeInstanceOf(NotConfirmed);
    }
  });
});

describe("the page of a role", () => {
  test("says when it is held and what else its holder holds here", async () => {
    const { personId, roleId } = await someone();
    const place = { areaId: world.here.areaId, organisationId: world.here.school };
    const other = await makeRole(owner, { ...place, personId, role: "head teacher", toOn: "2022-01-01" });
    const page = await as(admin, (scope) => findRole(scope, roleId));
    expect(page).toMatchObject({ standing: "held", own: false, others: [{ id: other, standing: "ended" }] });
  });

  test.each(["", "x", "' or 1=1", "00000000-0000-7000-8000-000000000000"])("is not there for the id %j", async (id) => {
    expect(await as(admin, (scope) => findRole(scope, id))).toBeNull();
  });

  test("offers the organisations of the area today", async () => {
    const choices = await as(admin, findRoleChoices);
    expect(choices?.organisations.map(({ label }) => label)).toEqual([
      ...["ICB of both areas", "The council here", "The forum here", "The school here", "The trust here"],
    ]);
  });
});
