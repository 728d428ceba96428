import { describe, expect, test } from "vitest";
import { gridOf, problemOf } from "#tests/support/reading.ts";
import { type SheetXml, tableWorkbook, workbook, workbookParts, zip } from "#tests/support/workbook.ts";

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
    ["a hidden row", { rows: ONE_CELL.replace("<row", '<row hidden="1"') }, "hidden rows that hold something: 1."],
    ["a row of no height", { rows: ONE_CELL.replace("<row", '<row ht="0"') }, "hidden rows that hold something: 1."],
    [
      "a hidden column",
      {
        before: '<cols><col min="1" max="2" hidden="true"/></cols>',
        rows: "<row><c/><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>",
      },
      "hidden columns that hold something: B.",
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

describe("files made to mislead or to overwhelm", () => {
  const parts = workbookParts({ sheets: [{ rows: " ".repeat(3 * 1024 * 1024) + ONE_CELL }] });
  const tooLarge = /^This workbook unpacks to more than 1 MB\./;
  const damaged = /^This workbook is damaged\./;

  test.each([
    ["honest about its size", undefined, tooLarge],
    ["that claims to be small", 1000, damaged],
    ["that claims to be huge", 0xfffffffe, tooLarge],
  ])("a small file that bursts, %s, stops at the limit", async (_kind, statedSize, sentence) => {
    const bomb = zip(
      parts.map((part) => (statedSize && part.name.includes("worksheets") ? { ...part, statedSize } : part)),
    );
    expect(bomb.length).toBeLessThan(10_000);
    expect(await problemOf(bomb, { unpackedBytes: 1024 * 1024 })).toMatch(sentence);
  });

  test("the limit is 40 MB over all parts together", async () => {
    const sharedTexts = Array.from({ length: 3 }, () => `<t>${"a".repeat(14 * 1024 * 1024)}</t>`);
    expect(await problemOf(workbook({ sheets: [{ rows: ONE_CELL }], sharedTexts }))).toMatch(/more than 40 MB\./);
  });

  test.each([
    [
      "a document type",
      workbook({ sheets: [{ rows: ONE_CELL }], prologue: '<!DOCTYPE a [<!ENTITY e "x">]>' }),
      /^This workbook declares a document type/,
    ],
    [
      "a locked part",
      zip(parts.map((part) => ({ ...part, encrypted: true }))),
      /^This workbook is protected by a password\./,
    ],
    ["a part twice", zip([...parts, ...parts]), damaged],
    ["a missing sheet", zip(parts.filter(({ name }) => !name.includes("worksheets"))), damaged],
    [
      "a Word document",
      zip(
        parts.map((part) => ({
          ...part,
          content: String(part.content).replaceAll("<workbook ", "<document ").replace("</workbook>", "</document>"),
        })),
      ),
      /^This is an Office file, but no workbook\./,
    ],
    [
      "a binary workbook",
      zip(
        parts.map((part) => ({ ...part, content: String(part.content).replace("xl/workbook.xml", "xl/workbook.bin") })),
      ),
      /^This is a binary workbook \(\.xlsb\)\./,
    ],
  ])("%s is refused", async (_what, bytes, sentence) => {
    expect(await problemOf(bytes)).toMatch(sentence);
  });

  test.each([
    ["elements within elements without end", "<a>".repeat(1000)],
    ["attributes without end", `<a${Array.from({ length: 1000 }, (_, at) => ` a${at}=""`).join("")}/>`],
    ["an entity of its own", "<row><c><v>&e;</v></c></row>"],
    ["half a character", '<row><c t="str"><v>&#xD800;</v></c></row>'],
    ["a cell twice", '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ["rows out of order", '<row r="2"/><row r="1"/>'],
    ["a cell in another row", '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ["a number that is none", "<row><c><v>0x10</v></c></row>"],
    ["words that are not there", '<row><c t="s"><v>7</v></c></row>'],
  ])("%s: damaged", async (_what, rows) => {
    expect(await problemOf(workbook({ sheets: [{ rows }] }))).toMatch(damaged);
  });

  test.each([
    ["rows", '<row r="20001"><c><v>1</v></c></row>', /^This file has more than 20,000 rows\./],
    ["columns", '<row r="3"><c r="GS3"><v>1</v></c></row>', /^This file has more than 200 columns, in row 3\./],
  ])("too many %s are refused as in a text file", async (_what, rows, sentence) => {
    expect(await problemOf(workbook({ sheets: [{ rows }] }))).toMatch(sentence);
  });

  test("a cell too long is named", async () => {
    expect(await problemOf(tableWorkbook([["a", "b".repeat(32_769)]]))).toMatch(/^Cell B1 holds 32,769 characters;/);
  });
});
