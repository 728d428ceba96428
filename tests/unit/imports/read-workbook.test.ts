import { describe, expect, test } from "vitest";
import { gridOf, problemOf } from "#tests/support/reading.ts";
import { type SheetXml, workbook, workbookParts, zip } from "#tests/support/workbook.ts";

const ONE_CELL = '<row r="1"><c r="A1"><v>54</v></c></row>';

async function rowsOf(rows: string, more: { sharedTexts?: string[]; formats?: (string | number)[] } = {}) {
  return (await gridOf(workbook({ sheets: [{ rows }], ...more }))).rows;
}

describe("what a cell shows", () => {
  test.each([
    ["shared words", '<c t="s"><v>0</v></c>', "Apr 21"],
    ["words in two runs, without the reading aid", '<c t="s"><v>1</v></c>', "New requests"],
    ["words of its own", '<c t="inlineStr"><is><r><t>a </t></r><r><t xml:space="preserve"> b</t></r></is></c>', "a  b"],
    [
      "a written escape",
      '<c t="inlineStr"><is><t>a_x000A_b_x005F_x000A_ _x0000_ _xD800_</t></is></c>',
      "a\nb_x000A_ _x0000_ _xD800_",
    ],
    ["an entity of XML", '<c t="str"><v>&lt;5 &#38; more</v></c>', "<5 & more"],
    ["a number", "<c><v>0.30000000000000004</v></c>", "0.3"],
    ["yes", '<c t="b"><v>1</v></c>', "TRUE"],
    ["no", '<c t="b"><v>0</v></c>', "FALSE"],
    ["an element of another program inside it", '<c><v>1</v><o:v xmlns:o="urn:other">2</o:v></c>', "1"],
    ["an error", '<c t="e"><v>#N/A</v></c>', "#N/A"],
    ["a percentage", '<c s="1"><v>0.267</v></c>', "26.7%"],
    ["a percentage by built-in format", '<c s="2"><v>0.4</v></c>', "40%"],
    ["a month", '<c s="3"><v>44287</v></c>', "Apr 21"],
  ])("%s", async (_what, cell, shown) => {
    const sharedTexts = ["<t>Apr 21</t>", "<r><t>New </t></r><r><t>requests</t></r><rPh sb='0' eb='1'><t>nu</t></rPh>"];
    expect(await rowsOf(`<row>${cell}</row>`, { sharedTexts, formats: ["0.0%", 9, "mmm\\-yy"] })).toEqual([[shown]]);
  });

  test("months count from 1904 where the workbook says so", async () => {
    const rows = '<row><c s="1"><v>42825</v></c></row>';
    const bytes = workbook({ sheets: [{ rows }], formats: [17], workbookProperties: '<workbookPr date1904="1"/>' });
    expect((await gridOf(bytes)).rows).toEqual([["Apr 21"]]);
  });

  test("cells stand where their addresses say, and styled blanks add nothing", async () => {
    const rows = `<row r="2"><c r="B2"><v>1</v></c><c r="D2" s="0"/></row><row r="4"><c><v>2</v></c></row><row r="900000"><c s="0"/></row>`;
    expect(await rowsOf(rows)).toEqual([
      ["", ""],
      ["", "1"],
      ["", ""],
      ["2", ""],
    ]);
  });
});

describe("which sheet is read", () => {
  const empty: SheetXml = { rows: '<row><c t="inlineStr"><is><t> </t></is></c></row>' };
  const full: SheetXml = { rows: ONE_CELL, name: "Figures & notes" };

  test.each([
    ["the only visible one that holds something", [empty, full, empty]],
    ["the visible one, whatever a hidden one holds", [{ ...full, name: "x", state: "hidden" as const }, full]],
    ["the visible one, whatever a very hidden one holds", [full, { ...full, state: "veryHidden" as const }]],
  ])("%s", async (_which, sheets) => {
    expect(await gridOf(workbook({ sheets }))).toEqual({
      format: "workbook",
      sheet: "Figures & notes",
      rows: [["54"]],
    });
  });

  test("a chart on a sheet of its own is passed over", async () => {
    const parts = workbookParts({ sheets: [full, full] }).map((part) => ({
      ...part,
      content: String(part.content).replace('/worksheet" Target="worksheets/s2', '/chartsheet" Target="worksheets/s2'),
    }));
    expect((await gridOf(zip(parts))).rows).toEqual([["54"]]);
  });

  test("what lies in another file is never looked for", async () => {
    const outside = '<Relationship Id="o" Type="x/styles" Target="https://example.org/a.xml" TargetMode="External"/>';
    const parts = workbookParts({ sheets: [{ rows: '<row><c s="1"><v>0.267</v></c></row>' }], formats: ["0.0%"] });
    const linked = parts.map((part) => ({
      ...part,
      content: String(part.content).replace("<Relationship ", `${outside}<Relationship `),
    }));
    expect((await gridOf(zip(linked))).rows).toEqual([["26.7%"]]);
  });

  test.each([
    ["two that hold something", [full, empty, full], /^This workbook has 2 sheets that hold something\./],
    [
      "a second that holds only a formula",
      [full, { rows: "<row><c><f>A1</f></c></row>" }],
      /^This workbook has 2 sheets/,
    ],
    [
      "none that is visible",
      [{ ...full, state: "hidden" as const }],
      /^This workbook has no visible sheet with anything on it\./,
    ],
    ["far too many", Array.from({ length: 256 }, () => empty), /^This workbook has more than 255 sheets\./],
  ])("%s: refused", async (_which, sheets, sentence) => {
    expect(await problemOf(workbook({ sheets }))).toMatch(sentence);
  });
});

describe("what a person could not check on the sheet is refused, with the addresses", () => {
  const formula = "<c><f>SUM(A1:A2)</f><v>3</v></c>";
  test.each([
    ["a formula", { rows: `<row>${formula}</row>` }, "formulas, in A1. Copy the table and paste values only"],
    [
      "many formulas",
      { rows: `<row r="3"><c><v>1</v></c>${formula.repeat(7)}</row>` },
      "formulas, in B3, C3, D3, E3, F3 and 2 more.",
    ],
    ["a shared formula", { rows: '<row><c><f t="shared" si="0"/></c></row>' }, "formulas, in A1."],
    [
      "merged cells",
      { rows: ONE_CELL, after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' },
      "merged cells: A1:C1. Unmerge them",
    ],
    [
      "a hidden row",
      { rows: '<row hidden="1"><c><v>1</v></c><c><v>2</v></c></row>' },
      "hidden rows that hold something: 1.",
    ],
    ["a row of no height", { rows: ONE_CELL.replace("<row", '<row ht="0"') }, "hidden rows that hold something: 1."],
    [
      "a hidden column",
      {
        before: '<cols><col min="1" max="2" hidden="true"/></cols>',
        rows: "<row><c/><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>",
      },
      "hidden columns that hold something: B.",
    ],
    [
      "a column of no width",
      { before: '<cols><col min="1" max="1" width="0"/></cols>', rows: ONE_CELL },
      "hidden columns that hold something: A.",
    ],
  ])("%s", async (_what, sheet, sentence) => {
    expect(await problemOf(workbook({ sheets: [sheet] }))).toContain(`This sheet has ${sentence}`);
  });

  test("hidden rows and columns that hold nothing are no obstacle", async () => {
    const before = '<cols><col min="2" max="16384" hidden="1"/></cols>';
    expect((await gridOf(workbook({ sheets: [{ before, rows: `${ONE_CELL}<row r="2" hidden="1"/>` }] }))).rows).toEqual(
      [["54"]],
    );
  });
});
