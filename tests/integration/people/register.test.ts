import { describe, expect, test } from "vitest";
import { loadRegister } from "#prisma/demo/register.ts";
import { makeOrganisation, makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const { asRole, owner, signIn, sitter, world } = await openTestDatabase();
const { findRegister } = await import("#lib/people/register-queries.ts");
const { listDemoPeople } = await import("#lib/people/queries.ts");
const { asSession, asSystem } = await import("#lib/scope.ts");

async function registerAsAdministrator(page?: string) {
  const register = await asRole("administrator", (scope) => findRegister(scope, { page }));
  if (!register) throw new Error("The administrator sees no register.");
  return register;
}

function rowsOf({ holders }: Awaited<ReturnType<typeof registerAsAdministrator>>) {
  return holders.flatMap((group) =>
    group.holdings.map((holding) => ({ ...holding, organisation: group.organisation })),
  );
}

describe("the register of an area", () => {
  test("shows the administrator who holds which role there, and nobody of another area", async () => {
    const senco = await sitter("senco");
    const other = await sitter({ role: "senco", area: "elsewhere" });
    const rows = rowsOf(await registerAsAdministrator());
    expect(rows.find((row) => row.id === senco.roleId)).toMatchObject({
      role: "senco",
      organisation: "The school here",
      fromOn: "2021-04-01",
      toOn: null,
    });
    expect(rows.map((row) => row.id)).not.toContain(other.roleId);
  });

  test.each(["council leader", "data officer", "auditor", "head teacher", "forum representative"] as const)(
    "is not there for a %s",
    async (role) => {
      expect(await asRole(role, (scope) => findRegister(scope))).toBeNull();
    },
  );

  test("says when each person was last seen, and that some have not been", async () => {
    const seen = await sitter("head teacher");
    await asSession(await signIn("head teacher"), async () => null);
    const unseen = await sitter("social care officer");
    const rows = rowsOf(await registerAsAdministrator());
    expect(rows.find((row) => row.id === seen.roleId)?.lastSeen).toMatch(/^\d{1,2} \w+ 20\d\d at \d\d:\d\d$/);
    expect(rows.find((row) => row.id === unseen.roleId)?.lastSeen).toBeNull();
  });

  test("shows the organisations of the area, with codes, other spellings and what replaced them", async () => {
    const successor = await makeOrganisation(owner, { kind: "forum", name: "The new forum" });
    const organisationId = await makeOrganisation(owner, {
      kind: "forum",
      name: "The old forum",
      replacedById: successor,
      codes: { ODS: "X1", URN: "2" },
      aliases: { OF: "A paper" },
    });
    const { areaId } = world.here;
    await owner.areaMembership.create({
      data: {
        id: crypto.randomUUID(),
        areaId,
        organisationId,
        fromOn: new Date("2021-04-01"),
        toOn: new Date("2023-12-31"),
      },
    });
    const { organisations } = await registerAsAdministrator();
    expect(organisations.find((organisation) => organisation.name === "The old forum")).toMatchObject({
      codes: ["ODS X1", "URN 2"],
      aliases: [{ alias: "OF", source: "A paper" }],
      replacedBy: "The new forum",
      memberFrom: "2021-04-01",
      memberTo: "2023-12-31",
    });
    expect(organisations.map(({ name }) => name)).not.toContain("The council elsewhere");
  });

  test("comes 200 roles to a page, and a page that is not there is the nearest that is", async () => {
    const personId = await makePerson(owner);
    const holding = { areaId: world.here.areaId, organisationId: world.here.school, personId, role: "senco" as const };
    for (let count = 0; count < 205; count += 1) await makeRole(owner, holding);
    const [first, last] = [await registerAsAdministrator(), await registerAsAdministrator("99")];
    expect([first.page, first.pages, rowsOf(first).length]).toEqual([1, 2, 200]);
    expect([last.page, rowsOf(first).length + rowsOf(last).length]).toEqual([2, first.held]);
    for (const typed of ["0", "-1", "x", "1e9"]) expect((await registerAsAdministrator(typed)).page, typed).toBe(1);
  });
});

describe("the demonstration's register", () => {
  test("is loaded by the portal itself, once", async () => {
    const load = () => asSystem("loading the register", ({ db }) => loadRegister(db));
    expect([await load(), await load()]).toEqual([true, false]);
    const groups = await asSystem("listing", listDemoPeople);
    expect(groups.map(({ organisation, people }) => `${organisation}: ${people.length}`)).toEqual([
      "North Northamptonshire Council: 7",
      "NHS Northamptonshire Integrated Care Board: 2",
      "Northamptonshire Children's Trust: 2",
      "Example Primary School: 2",
      "Example Secondary School: 1",
      "North Northamptonshire Parent Carer Voice: 1",
      "North East Lincolnshire Council: 1",
    ]);
    const leader = await owner.roleHolding.findFirst({
      where: { person: { email: "nel.leader@demo.example" } },
      select: { area: { select: { code: true } } },
    });
    expect(leader?.area.code).toBe("E06000012");
    expect(await owner.password.count({ where: { person: { email: { endsWith: "@demo.example" } } } })).toBe(0);
  });

  test("knows every spelling of the forum in the documents as the one forum, and its successor", async () => {
    const spellings = ["NPFG", "NPF", "NPPFG", "NPFGB", "NCFG"];
    const found = await owner.organisationAlias.findMany({
      where: { alias: { in: spellings } },
      select: { organisation: { select: { name: true, replacedBy: { select: { name: true } } } } },
    });
    expect(found).toHaveLength(spellings.length);
    expect(new Set(found.map(({ organisation }) => `${organisation.name} > ${organisation.replacedBy?.name}`))).toEqual(
      new Set(["Northamptonshire Parent Forum Group > North Northamptonshire Parent Carer Voice"]),
    );
  });
});
