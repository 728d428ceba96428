import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellAddress } from "#lib/imports/grid.ts";
import { gridOf, problemOf, utf8 } from "#tests/support/reading.ts";
import { tableWorkbook, zip } from "#tests/support/workbook.ts";

const table = fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 8,
});

/** What a person would expect to find: trimmed, filled to a rectangle, and nothing blank at the end of it. */
function asShown(rows: readonly (readonly string[])[]): string[][] {
  const shown = rows.map((row) => row.map((cell) => cell.replace(/\r\n?/g, "\n").trim()));
  const width = Math.max(...shown.map((row) => row.findLastIndex((cell) => cell !== "") + 1));
  const height = shown.findLastIndex((row) => row.some((cell) => cell !== "")) + 1;
  return shown.slice(0, height).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

function asCsv(rows: readonly (readonly string[])[], separator: string): string {
  const quoted = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join("");
}

describe("a file is told by what is in it", () => {
  test.each([
    ["a PDF", "%PDF-1.7\n1,2", /^This is a PDF, not a table\./],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /^This is a picture, not a table\./],
    ["a compressed file", Uint8Array.of(0x1f, 0x8b, 8, 0), /^This is a compressed file, not a table\./],
    ["a web page with an .xls name", "\uFEFF\n<html><table><tr><td>54", /^This is a web page, not a table\./],
    ["other binary files", "a,b\n1,\0", /neither a workbook \(\.xlsx\) nor plain text/],
    [
      "a zip of something else",
      zip([{ name: "notes.txt", content: "a" }]),
      /^This is a zip file, but no Excel workbook\./,
    ],
    ["an empty zip", zip([]), /^This is a zip file, but no Excel workbook\./],
    ["half a workbook", tableWorkbook([["a"]]).slice(0, 900), /^This workbook is damaged\./],
    ["an empty file", "", /^This file is empty\./],
    ["a file of blank cells", " ,\u00a0,\n,,\n", /^This file has no words or figures in it\./],
  ])("%s is refused with a sentence that says what it is", async (_what, content, sentence) => {
    expect(await problemOf(typeof content === "string" ? utf8(content) : content)).toMatch(sentence);
  });

  test.each([
    ["an old Excel file", "Workbook", /^This is an older Office file, such as \.xls/],
    ["a workbook with a password", "EncryptedPackage", /^This workbook is protected by a password\./],
  ])("%s is told apart from the other files of its kind", async (_what, stream, sentence) => {
    const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
    expect(await problemOf(Buffer.concat([signature, Buffer.alloc(1000), Buffer.from(stream, "utf16le")]))).toMatch(
      sentence,
    );
  });
});

describe("a file beyond a limit is refused with the number", () => {
  test.each([
    ["bytes", `a${"b".repeat(2 * 1024 * 1024)}`, /^This file is 2\.1 MB \(2,097,153 bytes\); the most is 2 MB\./],
    ["rows", "1,2\n".repeat(200_000), /^This file has more than 20,000 rows\./],
    ["columns", `1\n${"1,".repeat(201)}`, /^This file has more than 200 columns, in row 2\./],
    ["characters", `a,b\nc,${"d".repeat(32_769)}`, /^Cell B2 holds 32,769 characters; the most is 32,768\./],
  ])("too many %s", async (_what, text, sentence) => {
    expect(await problemOf(utf8(text))).toMatch(sentence);
  });

  test("a file just within every limit is read", async () => {
    const wide = `${"1,".repeat(199)}${"d".repeat(32_768)}\n`;
    const grid = await gridOf(utf8(wide + "x\n".repeat(19_999) + "\n".repeat(50)));
    expect([grid.rows.length, grid.rows[0]?.length]).toEqual([20_000, 200]);
  });
});

describe("the same table is the same grid", () => {
  test.each([",", ";", "\t"])("saved as text separated by %j", async (separator) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const expected = asShown(rows);
        fc.pre(expected.length > 0 && !rows.flat().join("").includes("\0"));
        expect((await gridOf(utf8(asCsv(rows, separator)))).rows).toEqual(expected);
      }),
    );
  });

  test("saved as a workbook", async () => {
    const words = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(words, async (rows) => {
        const expected = asShown(rows);
        fc.pre(expected.length > 0);
        expect((await gridOf(tableWorkbook(rows))).rows).toEqual(expected);
      }),
    );
  });
});

test("no damage to a workbook is ever thrown, and what is read from one is what was written", async () => {
  const written = [["Requests", "54"]];
  const whole = tableWorkbook(written);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(whole.length), async (changes, cut) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of changes.filter(([at]) => at > 3)) bytes[at] = value;
      const rows = await gridOf(cut % 4 === 0 ? bytes.slice(0, Math.max(4, cut)) : bytes).then(
        (grid) => grid.rows,
        (error: Error) => error.message,
      );
      expect([written, expect.stringMatching(/^Not read: This /)]).toContainEqual(rows);
    }),
  );
});

test.each([
  [1, 1, "A1"],
  [2, 28, "AB2"],
  [10, 26, "Z10"],
  [3, 702, "ZZ3"],
  [3, 703, "AAA3"],
])("row %i, column %i is cell %s", (row, column, address) => {
  expect(cellAddress(row, column)).toBe(address);
});
