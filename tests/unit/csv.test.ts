import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvText } from "#lib/csv.ts";

describe("a file for a spreadsheet", () => {
  test("begins with the mark by which Excel knows UTF-8, and ends each line as the standard says", () => {
    expect(csvText([["Name"], ["Zoë"]])).toBe('\uFEFF"Name"\r\n"Zoë"\r\n');
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", '=HYPERLINK("x")'])(
    "never runs %j as a formula",
    (typed) => {
      const [[cell = ""] = []]: string[][] = parse(csvText([[typed]]).slice(1));
      expect(cell).toBe(`'${typed}`);
    },
  );

  test.each(["a=b", "2022-03-01", "1 - 2", "", 'O’Brien, Zoë; "Zo"', "two\r\nlines"])("keeps %j as it is", (typed) => {
    const rows: string[][] = parse(csvText([[typed, "end"]]).slice(1));
    expect(rows).toEqual([[typed, "end"]]);
  });

  test("whatever the cells hold, it is read back cell by cell, and no cell begins a formula", () => {
    const cells = fc.array(fc.array(fc.string({ unit: "grapheme" }), { minLength: 3, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        const read: string[][] = parse(csvText(rows).slice(1), { record_delimiter: "\r\n" });
        expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const [line, row] of read.entries())
          for (const [place, cell] of row.entries()) {
            expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
            expect([rows[line]?.[place], `'${rows[line]?.[place]}`]).toContain(cell);
          }
      }),
    );
  });
});
