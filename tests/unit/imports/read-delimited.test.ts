import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { gridOf, problemOf, utf8 } from "#tests/support/reading.ts";

describe("the files of the demo", () => {
  test("the monthly figures keep their blank lines, so that B6 is the cell a person finds there", async () => {
    const { format, sheet, rows } = await gridOf(await readFile("prisma/demo/monthly-kpi-2021-22.tsv"));
    expect({ format, sheet, rows: rows.length, width: rows[0]?.length }).toEqual({
      format: "tab-separated",
      sheet: null,
      rows: 18,
      width: 15,
    });
    expect(rows[2]?.[0]).toBe("*[updated](#) since last month's report");
    expect(rows[5]?.slice(0, 3)).toEqual(["1", "New EHC Needs Assessment Requests", "54"]);
    expect(rows[17]?.slice(1, 5)).toEqual(["EHE with EHCP", "-", "-", "24"]);
  });

  test("the national figures are one row a line, seven cells each", async () => {
    const { format, rows } = await gridOf(await readFile("prisma/demo/dfe-benchmarks.csv"));
    expect([format, rows.length]).toEqual(["comma-separated", 4874]);
    expect(rows[0]).toEqual(["source_file", "area", "period_type", "period", "variable", "value", "note"]);
    expect(rows.filter((row) => row[6] !== "").map((row) => row[6])).toEqual([
      "note",
      "KNOWN BAD: regional total in LA row",
    ]);
  });
});

describe("encodings", () => {
  const text = "Place,Cost\nCafé,£5\n";
  const read = [
    ["Place", "Cost"],
    ["Café", "£5"],
  ];
  const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
  test.each([
    ["UTF-8", utf8(text)],
    ["UTF-8 with its mark", utf8(`\uFEFF${text}`)],
    ["UTF-16 little-endian with its mark", utf16],
    ["UTF-16 big-endian with its mark", Buffer.from(utf16).swap16()],
  ])("%s is read", async (_encoding, bytes) => {
    expect((await gridOf(bytes)).rows).toEqual(read);
  });

  test.each([
    ["Windows-1252", Buffer.from(text, "latin1")],
    ["half a character of UTF-16", Buffer.from("\uFEFFa\uD800", "utf16le")],
    ["UTF-8 cut in a character", utf8(text).slice(0, 15)],
  ])("%s is refused rather than guessed at", async (_encoding, bytes) => {
    expect(await problemOf(bytes)).toMatch(/^Some letters or signs .* cannot be read\. .*“CSV UTF-8”/);
  });
});

describe("what separates the cells", () => {
  test.each([
    [
      "semicolons, with decimal commas",
      "Name;Rate\nA;1,5\nB;2,5\n",
      [
        ["Name", "Rate"],
        ["A", "1,5"],
        ["B", "2,5"],
      ],
    ],
    [
      "semicolons and no heading",
      "A;1,5\nB;2,5\n",
      [
        ["A", "1,5"],
        ["B", "2,5"],
      ],
    ],
    [
      "commas, with semicolons in words",
      "Name,Rate\nA; B,5\nC; D,6\n",
      [
        ["Name", "Rate"],
        ["A; B", "5"],
        ["C; D", "6"],
      ],
    ],
    [
      "tabs, with thousands",
      "a\tb\n1,234,567\t2,345,678\n",
      [
        ["a", "b"],
        ["1,234,567", "2,345,678"],
      ],
    ],
    [
      "tabs, under prose",
      "Well, so, here:\nAs said, then.\nNow, look\n\na\tb\tc\td\n",
      [
        ["Well, so, here:", "", "", ""],
        ["As said, then.", "", "", ""],
        ["Now, look", "", "", ""],
        ["", "", "", ""],
        ["a", "b", "c", "d"],
      ],
    ],
    [
      "commas, with tabs in quotation marks",
      'a,"1\t2\t3"\nb,"4\t5\t6"\n',
      [
        ["a", "1\t2\t3"],
        ["b", "4\t5\t6"],
      ],
    ],
    ["nothing: one column", "a\nb\n", [["a"], ["b"]]],
  ])("%s", async (_what, text, rows) => {
    expect((await gridOf(utf8(text))).rows).toEqual(rows);
  });
});

describe("lines and quotation marks", () => {
  test.each([
    [
      "Windows and old Macintosh line ends, mixed",
      "a,b\r\n\r\nc,d\re,f",
      [
        ["a", "b"],
        ["", ""],
        ["c", "d"],
        ["e", "f"],
      ],
    ],
    [
      "lines of different lengths",
      "a\nb,c,d\n\n,e\n\n",
      [
        ["a", "", ""],
        ["b", "c", "d"],
        ["", "", ""],
        ["", "e", ""],
      ],
    ],
    [
      "separators, lines and quotation marks inside quotation marks",
      '"a,b","c\r\nd","e ""f"""',
      [["a,b", "c\nd", 'e "f"']],
    ],
    ["white space around a cell, of any kind", '\u00a0 a \u2003," \t b\n"', [["a", "b"]]],
  ])("%s", async (_what, text, rows) => {
    expect((await gridOf(utf8(text))).rows).toEqual(rows);
  });

  test("characters of two halves stay whole in a long line", async () => {
    const cell = `a${"\u{1F600}".repeat(12_000)}`;
    expect((await gridOf(utf8(`${cell},b\n`))).rows).toEqual([[cell, "b"]]);
  });

  test.each([
    [
      "is never closed",
      'a,b\r\n"c\r\nd",e\r\nf,"g\r\nh,i\r\n',
      /^A quotation mark opens in line 4 and is never closed\./,
    ],
    ["stands inside a cell", 'a\n5" pipe\n', /^The quotation marks in line 2 do not pair up\./],
    ["closes too early", 'a\n"b" c\n', /^The quotation marks in line 2 do not pair up\./],
    ["closes lines later", 'a\n\n"b\nc,d\n"e"\n', /^The quotation marks between lines 3 and 5 do not pair up\./],
  ])("a quotation mark that %s is refused with its line", async (_what, text, sentence) => {
    expect(await problemOf(utf8(text))).toMatch(sentence);
  });
});
