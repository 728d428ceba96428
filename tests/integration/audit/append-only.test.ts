/** An act on record stays as it was written: the database refuses every way of changing it, to everybody. */
import { beforeAll, describe, expect, test } from "vitest";
import { uuidv7 } from "#lib/ids.ts";
import { submitFigure } from "#lib/indicators/commands.ts";
import { giveRole } from "#lib/people/role-commands.ts";
import { makeArea, makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase, withClient } from "#tests/support/database.ts";
import { defineCatalogue } from "#tests/support/importing.ts";

const { adminUrl, asRole, owner, sitter, world } = await openTestDatabase();
await defineCatalogue();

const ROLES = ["portal_app", "portal_system", "portal_public", "portal_link", "portal_owner"] as const;
const CHANGES = [
  "update audit_entry set subject = 'another'",
  "update audit_entry set at = now() where false or true",
  "delete from audit_entry",
  "truncate audit_entry",
  "truncate area, audit_entry cascade",
  "with gone as (delete from audit_entry returning id) select count(*) from gone",
  "with changed as (update audit_entry set purpose = 'x' returning id) select count(*) from changed",
  "insert into audit_entry (id, at, role, action, subject) select id, at, role, action, 'another' from audit_entry on conflict (id) do update set subject = excluded.subject",
  "merge into audit_entry a using audit_entry b on a.id = b.id when matched then update set subject = 'another'",
  "merge into audit_entry a using audit_entry b on a.id = b.id when matched then delete",
];

function record() {
  return owner.auditEntry.findMany({ orderBy: { id: "asc" } });
}

/** Runs the statements in one transaction that is undone, as that database role. */
function as(role: string, ...statements: string[]): Promise<void> {
  return withClient({ connectionString: adminUrl }, async (client) => {
    await client.query("begin");
    await client.query(`set local role ${role}`);
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
  });
}

beforeAll(async () => {
  const figure = { code: "E01", month: "2022-03", typed: "12", numerator: null, denominator: null };
  await asRole(
    "data officer",
    (scope) => submitFigure(scope, { ...figure, source: "Case system", reason: "" }),
    "write",
  );
});

describe("an act on record", () => {
  for (const role of ROLES) {
    test.each(CHANGES)(`is kept from ${role}: %s`, async (change) => {
      const before = await record();
      expect(before.length).toBeGreaterThan(0);
      await expect(as(role, change)).rejects.toThrow(/kept as it was written|permission denied|row-level security/);
      expect(await record()).toEqual(before);
    });
  }

  test("is kept when what it hangs on is deleted, even if somebody lets that delete it too", async () => {
    const areaId = await makeArea(owner);
    await owner.auditEntry.create({
      data: { id: uuidv7(), areaId, at: new Date(), role: "the portal: a test", action: "did", subject: "" },
    });
    const before = await record();
    const cascade =
      "alter table audit_entry add constraint hung foreign key (area_id) references area (id) on delete cascade";
    const attempt = as("portal_owner", cascade, `delete from area where id = '${areaId}'`);
    await expect(attempt).rejects.toThrow(/kept as it was written/);
    expect(await record()).toEqual(before);
  });

  test.each(ROLES.filter((role) => role !== "portal_owner"))("has triggers that %s cannot take away", async (role) => {
    await expect(as(role, "alter table audit_entry disable trigger all")).rejects.toThrow(/must be owner/);
    await expect(as(role, "drop trigger kept_as_written on audit_entry")).rejects.toThrow(/must be owner/);
    await expect(as(role, "set session_replication_role = replica")).rejects.toThrow(/permission denied/);
  });
});

describe("an act and its line", () => {
  async function makeSomebody() {
    const personId = await makePerson(owner);
    const place = { areaId: world.here.areaId, organisationId: world.here.school };
    await makeRole(owner, { ...place, personId, role: "head teacher" });
    const fromOn = Temporal.Now.plainDateISO("Europe/London").toString();
    return { personId, organisationId: world.here.school, role: "senco" as const, fromOn, toOn: null };
  }
  const give = (input: Awaited<ReturnType<typeof makeSomebody>>, thenFail = false) =>
    asRole(
      "administrator",
      async (scope) => {
        await giveRole({ ...scope, actor: { ...scope.actor, confirmed: true } }, input);
        if (thenFail) throw new Error("The transaction fails at its end.");
      },
      "write",
    );

  test("are there together", async () => {
    const input = await makeSomebody();
    const before = (await record()).length;
    await give(input);
    expect(await owner.roleHolding.count({ where: { personId: input.personId, role: "senco" } })).toBe(1);
    const acts = (await record()).slice(before);
    expect(acts).toMatchObject([{ action: "gave a role", role: "administrator", ...(await whoAdministers()) }]);
  });

  test("are gone together when the transaction is undone", async () => {
    const input = await makeSomebody();
    const before = await record();
    await expect(give(input, true)).rejects.toThrow(/fails at its end/);
    expect(await record()).toEqual(before);
    expect(await owner.roleHolding.count({ where: { personId: input.personId, role: "senco" } })).toBe(0);
  });

  test("are both refused when the line cannot be written", async () => {
    const input = await makeSomebody();
    await owner.$executeRaw`alter table audit_entry add constraint forced check (action <> 'gave a role') not valid`;
    await expect(give(input)).rejects.toThrow(/forced/);
    await owner.$executeRaw`alter table audit_entry drop constraint forced`;
    expect(await owner.roleHolding.count({ where: { personId: input.personId, role: "senco" } })).toBe(0);
  });

  async function whoAdministers() {
    const { personId, roleId: roleHoldingId, areaId, organisationId } = await sitter("administrator");
    return { personId, roleHoldingId, areaId, organisationId };
  }
});
