import { describe, expect, test } from "vitest";
import { gridOf, problemOf } from "#tests/support/reading.ts";
import { tableWorkbook, workbook, workbookParts, type ZipPart, zip } from "#tests/support/workbook.ts";

const MIB = 1024 * 1024;
const ONE_CELL = "<row><c><v>54</v></c></row>";
const DAMAGED = /^This workbook is damaged\./;

const parts = workbookParts({ sheets: [{ rows: ONE_CELL }] });

/** The same workbook, with something changed in some of its parts. */
function changed(change: (part: ZipPart, content: string) => Partial<ZipPart>): Uint8Array {
  return zip(parts.map((part) => ({ ...part, ...change(part, String(part.content)) })));
}

function isSheet({ name }: ZipPart): boolean {
  return name.includes("worksheets");
}

describe("a small file that bursts", () => {
  test.each([
    ["honest about its size", {}, /^This workbook unpacks to more than 1 MB\./],
    ["that claims to be small", { statedSize: 1000 }, DAMAGED],
    ["that claims to be huge", { statedSize: 0xfffffffe }, /^This workbook unpacks to more than 1 MB\./],
  ])("%s, stops at the limit", async (_kind, claim, sentence) => {
    const large = workbookParts({ sheets: [{ rows: " ".repeat(3 * MIB) + ONE_CELL }] });
    const bomb = zip(large.map((part) => (isSheet(part) ? { ...part, ...claim } : part)));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await problemOf(bomb, { unpackedBytes: MIB })).toMatch(sentence);
  });

  test("in several parts, stops at the limit over all of them", async () => {
    const sharedTexts = [`<t>${"a".repeat(0.6 * MIB)}</t>`];
    const bytes = workbook({ sheets: [{ rows: ONE_CELL + " ".repeat(0.6 * MIB) }], sharedTexts });
    expect(await problemOf(bytes, { unpackedBytes: MIB })).toMatch(/^This workbook unpacks to more than 1 MB\./);
  });

  test("is not one that merely fills most of the limit", async () => {
    const bytes = workbook({ sheets: [{ rows: ONE_CELL + " ".repeat(0.7 * MIB) }] });
    expect((await gridOf(bytes, { unpackedBytes: MIB })).rows).toEqual([["54"]]);
  });
});

describe("a zip that is not what it should be", () => {
  test.each([
    ["a locked part", changed(() => ({ encrypted: true })), /^This workbook is protected by a password\./],
    ["a part that was altered", changed((part) => (isSheet(part) ? { statedChecksum: 1 } : {})), DAMAGED],
    ["a part twice", zip([...parts, ...parts]), DAMAGED],
    ["no sheet", zip(parts.filter((part) => !isSheet(part))), DAMAGED],
    [
      "a Word document",
      changed((_part, content) => ({
        content: content.replaceAll("<workbook ", "<w ").replace("</workbook>", "</w>"),
      })),
      /^This is an Office file, but no workbook\./,
    ],
    [
      "a binary workbook",
      changed((_part, content) => ({ content: content.replace("xl/workbook.xml", "xl/workbook.bin") })),
      /^This is a binary workbook \(\.xlsb\)\./,
    ],
  ])("%s is refused", async (_what, bytes, sentence) => {
    expect(await problemOf(bytes)).toMatch(sentence);
  });
});

describe("XML made to mislead or to overwhelm", () => {
  test("a document type is refused", async () => {
    const prologue = '<!DOCTYPE a [<!ENTITY e "x">]>';
    expect(await problemOf(workbook({ sheets: [{ rows: ONE_CELL }], prologue }))).toMatch(
      /^This workbook declares a document type/,
    );
  });

  test.each([
    ["elements within elements", "<a>".repeat(100) + "</a>".repeat(100)],
    ["attributes without end", `<a${Array.from({ length: 1000 }, (_, at) => ` a${at}=""`).join("")}/>`],
    ["an entity of its own", "<row><c><v>&e;</v></c></row>"],
    ["half a character", '<row><c t="str"><v>&#xD800;</v></c></row>'],
    ["a cell twice", '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ["rows out of order", '<row r="2"/><row r="1"/>'],
    ["a cell in another row", '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ["a number that is none", "<row><c><v>0x10</v></c></row>"],
    ["words that are not there", '<row><c t="s"><v>7</v></c></row>'],
    ["a column described twice", '<col min="1" max="3"/><col min="2" max="2"/>'],
  ])("%s: refused as damaged", async (_what, rows) => {
    expect(await problemOf(workbook({ sheets: [{ rows }] }))).toMatch(DAMAGED);
  });
});

describe("the limits of a text file hold for a workbook too", () => {
  test.each([
    ["rows", '<row r="20001"><c><v>1</v></c></row>', /^This file has more than 20,000 rows\./],
    ["columns", '<row r="3"><c r="GS3"><v>1</v></c></row>', /^This file has more than 200 columns, in row 3\./],
  ])("%s", async (_what, rows, sentence) => {
    expect(await problemOf(workbook({ sheets: [{ rows }] }))).toMatch(sentence);
  });

  test("characters in a cell", async () => {
    expect(await problemOf(tableWorkbook([["a", "b".repeat(32_769)]]))).toMatch(/^Cell B1 holds 32,769 characters;/);
  });
});
