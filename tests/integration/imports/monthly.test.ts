import { describe, expect, test } from "vitest";
import { RuleBroken } from "#lib/errors.ts";
import { submitFigure } from "#lib/indicators/commands.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue, importing, MEANT, monthlyOf, TABLE } from "#tests/support/importing.ts";
import { workbook } from "#tests/support/workbook.ts";

const database = await openTestDatabase();
const { owner, sitter, asRole } = database;
await defineCatalogue();
const { bring, show, confirm } = importing(database, "monthly-kpi-2021-22.tsv");

const REVISED = TABLE.replace("\t121\t857", "\t122\t858");

async function stored() {
  const [figures, labels, national] = await Promise.all([
    owner.figure.count(),
    owner.indicatorLabel.count(),
    owner.nationalFigure.count(),
  ]);
  return { figures, labels, national };
}

function figure(indicatorCode: string, month: string, period = "month") {
  const where = { indicatorCode, period, month: new Date(`${month}-01`) };
  return owner.figure.findFirst({ where, orderBy: { revision: "desc" } });
}

/** As a spreadsheet keeps what it opened: counts and percentages as numbers, the latter shown as 26.70%. */
function asWorkbook(table: string): Uint8Array {
  const cellOf = (text: string) => {
    if (/^\d+$/.test(text)) return `<c><v>${text}</v></c>`;
    const percentage = /^([\d.]+)%$/.exec(text);
    if (percentage) return `<c s="1"><v>${Number(percentage[1]) / 100}</v></c>`;
    return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  const rows = table.split("\n").map((line) => `<row>${line.split("\t").map(cellOf).join("")}</row>`);
  return workbook({ sheets: [{ rows: rows.join("") }], formats: ["0.00%"] });
}

function asCsv(table: string): string {
  const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return table
    .split("\n")
    .map((line) => line.split("\t").map(quoted).join(","))
    .join("\r\n");
}

describe("the table of the board paper of 4 April 2022", () => {
  test("is shown cell by cell before anything of it is stored", async () => {
    const plan = monthlyOf(await show(await bring(TABLE)));
    expect(plan.counts).toEqual({ new: 114, unchanged: 0, revision: 0 });
    expect(plan.rows.flatMap((row) => row.cells)).toHaveLength(108);
    expect(plan).toMatchObject({ problems: [], undecided: [] });
    expect(await stored()).toEqual({ figures: 0, labels: 0, national: 0 });
  });

  test("suggests what its rows mean, and says that they are suggestions", async () => {
    const plan = monthlyOf(await show(await bring(TABLE), { chosen: new Map() }));
    const found = plan.rows.map(({ meaning: { ref, code, how } }) => [ref, code, how].join(" "));
    expect(found).toContain("1 E01 suggested");
    expect(found).toContain("4 A01 suggested");
    expect(found).toContain("7  not known");
  });

  test("that is read in twice waits once", async () => {
    expect(await bring(TABLE)).toBe(await bring(TABLE));
    expect(await owner.import.count()).toBe(1);
  });

  test("is not stored while a row has no meaning, or two have the same", async () => {
    const id = await bring(TABLE);
    await expect(confirm(id, { chosen: new Map([...MEANT, [18, ""]]) })).rejects.toThrow(/Row 18, EHE with EHCP/);
    await expect(confirm(id, { chosen: new Map([...MEANT, [8, "E07b"]]) })).rejects.toThrow(/Rows 8 and 9/);
    expect(await stored()).toEqual({ figures: 0, labels: 0, national: 0 });
  });

  test("is stored whole or not at all", async () => {
    const id = await bring(TABLE);
    // The labels are written after the figures: the last of them fails.
    await owner.$executeRaw`alter table indicator_label add constraint broken check (label <> 'EHE with EHCP')`;
    await expect(confirm(id)).rejects.toThrow();
    await owner.$executeRaw`alter table indicator_label drop constraint broken`;
    expect(await stored()).toEqual({ figures: 0, labels: 0, national: 0 });
    expect(await owner.import.findFirst({ where: { id } })).toMatchObject({ confirmedAt: null });
  });

  test("is stored once by two confirmations at the same moment", async () => {
    const id = await bring(TABLE);
    const caveats = new Map([[7, "The paper does not say whether exceptions are counted."]]);
    await Promise.all([confirm(id, { caveats }), confirm(id, { caveats })]);
    expect(await stored()).toEqual({ figures: 114, labels: 9, national: 0 });
  });

  test("keeps a number, Tbc, an empty cell, a dash and a star apart", async () => {
    expect(await figure("D01", "2021-04")).toMatchObject({ state: "to be confirmed", asTyped: "Tbc", value: null });
    expect(await figure("D01", "2022-03")).toMatchObject({ state: "not reported", asTyped: "", value: null });
    expect(await figure("S05", "2021-05")).toMatchObject({ state: "dash", value: null });
    expect(Number((await figure("D01", "2021-08"))?.value)).toBe(0);
    expect(await figure("A01", "2022-01")).toMatchObject({ asTyped: "48.6%", markedRevised: true });
  });

  test("keeps for each figure the file and the cell that it came from, and who brought it", async () => {
    const officer = await sitter("data officer");
    const found = await figure("A01", "2022-03", "year to date");
    expect(found).toMatchObject({ asTyped: "50.1%", source: "monthly-kpi-2021-22.tsv", cell: "O11", revision: 1 });
    expect(found).toMatchObject({
      submittedById: officer.roleId,
      organisationId: officer.organisationId,
      reason: null,
    });
    expect(await owner.import.findFirst({ where: { id: found?.importId ?? "" } })).toMatchObject({
      readById: officer.roleId,
      confirmedAt: expect.any(Date),
    });
    expect(await owner.auditEntry.count({ where: { action: "confirmed an import", personId: officer.personId } })).toBe(
      1,
    );
  });

  test("says afterwards what it put in", async () => {
    const { importId } = (await figure("E01", "2021-04")) ?? {};
    const view = await show(importId ?? "");
    expect(view).toMatchObject({ step: "stored", stored: { figures: 114, revisions: 0 } });
  });

  test.each([
    ["as it is", TABLE],
    ["as CSV", asCsv(TABLE)],
    ["as a workbook", asWorkbook(TABLE)],
    ["with thousands separators and TBC in capitals", TABLE.replaceAll("2052", "2,052").replaceAll("Tbc", "TBC")],
  ])("changes nothing when it comes again %s, and its meanings are remembered", async (_how, file) => {
    const id = await bring(file);
    const plan = monthlyOf(await show(id, { chosen: new Map() }));
    expect(plan.counts).toEqual({ new: 0, unchanged: 114, revision: 0 });
    expect(new Map(plan.rows.map(({ meaning }) => [meaning.row, meaning.code]))).toEqual(MEANT);
    expect(plan.rows[1]?.meaning).toMatchObject({ how: "remembered", caveat: expect.stringContaining("exceptions") });
    await expect(confirm(id, { chosen: new Map() })).rejects.toThrow(/says what is stored already/);
    expect(await stored()).toMatchObject({ figures: 114 });
  });
});

describe("a changed table", () => {
  test("is a revision of what changed, which needs a reason", async () => {
    const id = await bring(REVISED);
    const plan = monthlyOf(await show(id));
    expect(plan.counts).toEqual({ new: 0, unchanged: 112, revision: 2 });
    await expect(confirm(id)).rejects.toThrow(/Say why the figures change/);
    expect((await figure("E01", "2022-03"))?.revision).toBe(1);
    await confirm(id, { reason: "One request was counted late." });
    expect(await figure("E01", "2022-03")).toMatchObject({
      revision: 2,
      asTyped: "122",
      reason: "One request was counted late.",
    });
    expect(await figure("E01", "2022-02")).toMatchObject({ revision: 1 });
  });

  test("that leaves a reported month empty is a revision to not reported", async () => {
    const id = await bring(REVISED.replace("\t54\t85\t", "\t54\t\t"));
    const change = monthlyOf(await show(id)).rows[0]?.cells[1];
    expect(change).toMatchObject({ standing: "revision", before: { asTyped: "85" } });
    await confirm(id, { reason: "The month is being counted again." });
    expect(await figure("E01", "2021-05")).toMatchObject({ state: "not reported", value: null, revision: 2 });
  });

  test("is not stored when the figures have changed since the page showed them", async () => {
    const id = await bring(TABLE.replace("\t54\t85\t", "\t54\t86\t"));
    const view = await show(id);
    const shown = view && "shown" in view ? view.shown : "";
    const typed = { code: "E01", month: "2021-05", typed: "87", numerator: null, denominator: null };
    const said = { source: "Case system", reason: "Counted again." };
    await asRole("data officer", (scope) => submitFigure(scope, { ...typed, ...said }), "write");
    await expect(confirm(id, { shown, reason: "Mine." })).rejects.toThrow(RuleBroken);
    expect(await figure("E01", "2021-05")).toMatchObject({ asTyped: "87" });
  });

  test("with a problem in a cell is shown with it and not stored", async () => {
    const before = await stored();
    const id = await bring(TABLE.replace("\t90\t72", "\tninety\t72").replace("53%", "53"));
    const { problems } = monthlyOf(await show(id));
    expect(problems.map(({ cell }) => cell)).toEqual(["J6", "N7"]);
    await expect(confirm(id, { reason: "Any." })).rejects.toThrow(/has problems/);
    expect(await stored()).toEqual(before);
  });

  test("with a row that cannot be a figure of what it means is shown with its cells", async () => {
    const chosen = new Map([...MEANT, [7, "E02"], [6, "E03"]]);
    const { problems } = monthlyOf(await show(await bring(TABLE), { chosen }));
    expect(problems).toHaveLength(13);
    expect(problems[0]).toMatchObject({ cell: "C6", message: expect.stringContaining("is a percentage") });
  });

  test("with a row left out stores and remembers the rest", async () => {
    const table = TABLE.replaceAll("Apr 21", "Apr 22").replaceAll("May 21", "May 22").replaceAll("Jun 21", "Jun 22");
    const quarter = table
      .split("\n")
      .map((line) => line.split("\t").slice(0, 5).join("\t"))
      .join("\n");
    const before = await owner.figure.count();
    const chosen = new Map([...MEANT, [18, "-"]]);
    await confirm(await bring(quarter), { chosen });
    expect(await owner.figure.count()).toBe(before + 24);
    expect(await figure("S05", "2022-06")).toBeNull();
  });
});
