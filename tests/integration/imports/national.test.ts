import { describe, expect, test } from "vitest";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue, importing, NATIONAL, nationalOf } from "#tests/support/importing.ts";

const database = await openTestDatabase();
const { owner, asRole } = database;
await defineCatalogue();
const { bring, show, confirm } = importing(database, "dfe-benchmarks.csv");

const release = "DfE Education, health and care plans, 2025 release";
const FIGURES = 4_873;

const NEW_PLANS = { area: "North East Lincolnshire", variable: "new_ehc_plans", period: "2022" };

describe("the national figures of one publication", () => {
  test("are counted by table and area before anything of them is stored", async () => {
    const plan = nationalOf(await show(await bring(NATIONAL), { release }));
    expect(plan.counts).toEqual({ new: FIGURES, unchanged: 0, revision: 0 });
    const sum = (of: "figures" | "unavailable" | "defects") =>
      plan.groups.reduce((total, group) => total + group[of], 0);
    expect([sum("figures"), sum("unavailable"), sum("defects")]).toEqual([FIGURES, 1_123, 1]);
    expect(plan.defects).toMatchObject([{ ...NEW_PLANS, note: "KNOWN BAD: regional total in LA row", cell: "F3811" }]);
    expect(plan.doubts.length).toBeGreaterThan(0);
    expect(await owner.nationalFigure.count()).toBe(0);
  });

  test("are not stored before the publication has a name", async () => {
    const id = await bring(NATIONAL);
    expect(nationalOf(await show(id)).counts).toEqual({ new: 0, unchanged: 0, revision: 0 });
    await expect(confirm(id)).rejects.toThrow(/Name the publication/);
  });

  test("are stored whole or not at all", async () => {
    const id = await bring(NATIONAL);
    await owner.$executeRaw`alter table national_figure add constraint broken check (source_file <> 'work_based_placements')`;
    await expect(confirm(id, { release })).rejects.toThrow();
    await owner.$executeRaw`alter table national_figure drop constraint broken`;
    expect(await owner.nationalFigure.count()).toBe(0);
    expect(await owner.import.findFirst({ where: { id } })).toMatchObject({ confirmedAt: null });
  });

  test("are stored once by two confirmations at the same moment, x as unavailable and never as zero", async () => {
    const id = await bring(NATIONAL);
    await Promise.all([confirm(id, { release }), confirm(id, { release })]);
    const states = await owner.nationalFigure.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });
    expect(states.map(({ state, _count }) => [state, _count])).toEqual([
      ["defect", 1],
      ["unavailable", 1_123],
      ["value", 3_749],
    ]);
    expect(await owner.nationalFigure.count({ where: { state: "unavailable", value: { not: null } } })).toBe(0);
    expect(await show(id)).toMatchObject({ step: "stored", stored: { figures: FIGURES, revisions: 0 } });
  });

  test("change nothing when they come again", async () => {
    const id = await bring(NATIONAL);
    expect(nationalOf(await show(id, { release })).counts).toEqual({ new: 0, unchanged: FIGURES, revision: 0 });
    await expect(confirm(id, { release })).rejects.toThrow(/says what is stored already/);
    expect(await owner.nationalFigure.count()).toBe(FIGURES);
  });

  test("that changed are revisions, each beside what it revises", async () => {
    const mended = NATIONAL.replace(",6078,KNOWN BAD: regional total in LA row", ",111,");
    const id = await bring(mended);
    expect(nationalOf(await show(id, { release })).counts).toMatchObject({ new: 0, revision: 1 });
    await confirm(id, { release });
    const found = await owner.nationalFigure.findMany({ where: NEW_PLANS, orderBy: { revision: "asc" } });
    expect(found.map(({ revision, state, asTyped }) => [revision, state, asTyped])).toEqual([
      [1, "defect", "6078"],
      [2, "value", "111"],
    ]);
  });

  test("of another publication stand beside them", async () => {
    const plan = nationalOf(await show(await bring(NATIONAL), { release: "DfE, 2026 release" }));
    expect(plan.counts).toEqual({ new: FIGURES, unchanged: 0, revision: 0 });
  });

  test("are read in every area", async () => {
    const seat = { role: "council leader", area: "elsewhere" } as const;
    expect(await asRole(seat, ({ db }) => db.nationalFigure.count())).toBe(FIGURES + 1);
  });
});

test("a name too long for any register is a problem of its row, and nothing is stored", async () => {
  const id = await bring(NATIONAL.replace("plans_issued_den,", `${"x".repeat(5_000)},`));
  const plan = nationalOf(await show(id, { release: "Another" }));
  expect(plan.problems).toMatchObject([{ cell: "F2" }]);
  await expect(confirm(id, { release: "Another" })).rejects.toThrow(/has problems/);
});
