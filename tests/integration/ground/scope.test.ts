import { describe, expect, test } from "vitest";
import { hashToken } from "#lib/auth/session.ts";
import { isoDate } from "#lib/dates.ts";
import { asPublic, asSession, asSystem, type Scope } from "#lib/scope.ts";
import { makeOrganisation, makeRole, makeSession } from "#prisma/factories.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { openTestDatabase, withClient } from "#tests/support/database.ts";
import { tablesOf } from "./samples.ts";

const { adminUrl, loginUrl, owner, world, sitter, signIn, asRole } = await openTestDatabase();
const LEADER = "council leader";
const TABLES = await withClient({ connectionString: adminUrl }, tablesOf);

const actorOf = async (scope: Scope) => scope.actor;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const dayFromNow = (days: number) => new Date(`${isoDate(new Date(Date.now() + days * 86_400_000))}T00:00:00Z`);

function change(token: string, data: Prisma.SessionUncheckedUpdateInput) {
  return owner.session.update({ where: { tokenHash: hashToken(token) }, data });
}

describe("a signed-in person", () => {
  test("acts in one role, for one organisation, in one area, on today's date", async () => {
    const { personId, roleId } = await sitter(LEADER);
    const scope = await asRole(LEADER, async (found) => found);
    expect(scope.actor).toMatchObject({ userId: personId, roleId, role: LEADER, rolesHeld: 1 });
    expect(scope.actor).toMatchObject({ organisationId: world.here.council, areaId: world.here.areaId });
    expect(scope.today.equals(Temporal.Now.plainDateISO("Europe/London"))).toBe(true);
  });

  test.each([
    ["was last seen 29 minutes ago", { lastSeenAt: minutesAgo(29) }],
    ["signed in 11 hours and 59 minutes ago", { startedAt: minutesAgo(719) }],
  ])("is still in who %s", async (_when, data) => {
    const token = await signIn(LEADER);
    await change(token, data);
    expect(await asSession(token, actorOf)).toMatchObject({ answer: { role: LEADER } });
  });

  test.each([
    ["signed out", { endedAt: new Date() }],
    ["was last seen 31 minutes ago", { lastSeenAt: minutesAgo(31) }],
    ["signed in 12 hours and a minute ago, though busy ever since", { startedAt: minutesAgo(721) }],
  ])("is out at the next request who %s", async (_when, data) => {
    const token = await signIn(LEADER);
    expect(await asSession(token, actorOf)).not.toBeNull();
    await change(token, data);
    expect(await asSession(token, actorOf)).toBeNull();
  });

  test("is out at the next request when the role has ended, or has not begun", async () => {
    const { personId, organisationId, areaId } = await sitter(LEADER);
    const roleId = await makeRole(owner, { personId, organisationId, areaId, role: "auditor" });
    const token = await makeSession(owner, { personId, roleId });
    expect(await asSession(token, actorOf)).toMatchObject({ answer: { role: "auditor", rolesHeld: 2 } });
    await owner.roleHolding.update({ where: { id: roleId }, data: { toOn: dayFromNow(-1) } });
    expect(await asSession(token, actorOf)).toBeNull();
    await owner.roleHolding.update({ where: { id: roleId }, data: { fromOn: dayFromNow(1), toOn: null } });
    expect(await asSession(token, actorOf)).toBeNull();
  });

  test("is out at the next request when the person has left", async () => {
    const { personId } = await sitter("trust leader");
    const token = await signIn("trust leader");
    expect(await asSession(token, actorOf)).not.toBeNull();
    await owner.person.update({ where: { id: personId }, data: { endedOn: dayFromNow(-1) } });
    expect(await asSession(token, actorOf)).toBeNull();
  });

  test("never acts in somebody else's role", async () => {
    const { personId } = await sitter("forum representative");
    const { roleId } = await sitter(LEADER);
    expect(await asSession(await makeSession(owner, { personId, roleId }), actorOf)).toBeNull();
  });

  test("is nobody with a token that was never given out", async () => {
    expect(await asSession("a guess", actorOf)).toBeNull();
  });

  test("is seen again by each of two pages that open at once", async () => {
    const token = await signIn(LEADER);
    await change(token, { lastSeenAt: minutesAgo(5) });
    const both = await Promise.all([asSession(token, actorOf), asSession(token, actorOf)]);
    expect(both.map((page) => page?.answer.role)).toEqual([LEADER, LEADER]);
    const { lastSeenAt } = await owner.session.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
    expect(lastSeenAt.getTime()).toBeGreaterThan(minutesAgo(1).getTime());
  });
});

describe("a scope", () => {
  test("that reads refuses to write", async () => {
    const write = (scope: Scope) => scope.db.session.updateMany({ data: { endedAt: new Date() } });
    await expect(asRole(LEADER, write)).rejects.toThrow(/25006|read-only transaction/);
    await expect(asPublic(({ db }) => db.$executeRaw`create table kept_aside ()`)).rejects.toThrow(/25006/);
  });

  test("that fails writes nothing", async () => {
    const before = await owner.organisation.count();
    const failing = asSystem("a test", async ({ db }) => {
      await makeOrganisation(db);
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await owner.organisation.count()).toBe(before);
  });

  test("that reads sees one moment, whatever others commit meanwhile", async () => {
    const [before, after] = await asRole(LEADER, async ({ db }) => {
      const first = await db.organisation.count();
      await makeOrganisation(owner);
      return [first, await db.organisation.count()];
    });
    expect(after).toBe(before);
    expect(await owner.organisation.count()).toBe((before ?? 0) + 1);
  });
});

describe("the portal's login without a scope", () => {
  test.each([...TABLES, "_prisma_migrations"])("can do nothing with the table %s", async (table) => {
    await withClient({ connectionString: loginUrl }, async (login) => {
      for (const start of ["select from", "delete from", "truncate"]) {
        await expect(login.query(`${start} public.${table}`), start).rejects.toMatchObject({ code: "42501" });
      }
      const right = "select has_any_column_privilege($1::oid, 'select, insert, update, references') as any";
      const { oid } = (await login.query("select oid from pg_class where relname = $1", [table])).rows[0];
      expect((await login.query(right, [oid])).rows).toEqual([{ any: false }]);
    });
  });

  test.each([
    ["make a table", "create table public.kept_aside ()"],
    ["make a temporary table", "create temporary table kept_aside ()"],
    ["become the owner", "set role portal_owner"],
    ["make a login", "create role somebody login"],
  ])("cannot %s", async (_what, sql) => {
    await withClient({ connectionString: loginUrl }, (login) =>
      expect(login.query(sql)).rejects.toMatchObject({ code: "42501" }),
    );
  });
});
