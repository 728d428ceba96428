import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { looksNational, periodName, readNational } from "#lib/imports/national-rules.ts";
import { gridOf as gridOfText } from "./grids.ts";

const PUBLISHED = readFileSync("prisma/demo/dfe-benchmarks.csv", "utf8").trimEnd();
const HEADINGS = "source_file,area,period_type,period,variable,value,note";

/** No cell of these files holds a comma or a quotation mark. */
const gridOf = (text: string) => gridOfText(text, ",");

function read(lines: readonly string[]) {
  return readNational(gridOf([HEADINGS, ...lines].join("\n")));
}

/** A row of requests in England, with what the test is about in it. */
function row({ period = "2024", variable = "requests_received_in_year", value = "154489", note = "" }): string {
  return `requests,England,Calendar year,${period},${variable},${value},${note}`;
}

describe("the DfE extract of the 2025 release", () => {
  const table = readNational(gridOf(PUBLISHED));

  test("is known by its headings", () => {
    expect(looksNational(gridOf(PUBLISHED))).toBe(true);
  });

  test("has 4,873 figures, 1,123 of them unavailable and one a known defect, and no problem", () => {
    const inState = (state: string) => table.rows.filter((figure) => figure.state === state);
    expect(table.problems).toEqual([]);
    expect(table.rows).toHaveLength(4873);
    expect(inState("unavailable")).toHaveLength(1123);
    expect(inState("defect")).toHaveLength(1);
    expect(inState("value")).toHaveLength(3749);
  });

  test("says nothing, rather than zero, where a figure is unavailable", () => {
    const placements = table.rows.filter(
      ({ area, period, variable }) =>
        area === "North East Lincolnshire" && period === "202425" && variable === "mainstream_total",
    );
    expect(placements).toMatchObject([{ state: "unavailable", asTyped: "x", value: null }]);
    for (const { state, value } of table.rows) expect(value === null).toBe(state === "unavailable");
  });

  test("keeps every cell as typed, in its place and in the words of the file", () => {
    expect(table.rows[0]).toEqual({
      cell: "F2",
      sourceFile: "timeliness_20_week",
      area: "England",
      periodType: "Calendar year",
      period: "2019",
      variable: "plans_issued_den",
      state: "value",
      asTyped: "53327",
      value: 53327,
      note: "",
    });
    const typed = PUBLISHED.split("\n").slice(1);
    const again = table.rows.map(({ sourceFile, area, periodType, period, variable, asTyped, note }) =>
      [sourceFile, area, periodType, period, variable, asTyped, note].join(","),
    );
    expect(again).toEqual(typed);
    expect(table.rows.map(({ cell }) => cell)).toEqual(typed.map((_, index) => `F${index + 2}`));
  });

  test("has the periods that its file names", () => {
    const names = new Set(table.rows.map(({ period, periodType }) => periodName(period, periodType)));
    expect([...names].sort()).toEqual(
      "2018/19 2019 2019/20 2020 2020/21 2021 2021/22 2022 2022/23 2023 2023/24 2024 2024/25".split(" "),
    );
  });
});

describe("the headings", () => {
  test("are found by name, in any order, in capitals and under an empty row", () => {
    const grid = gridOf(
      "\nVALUE,Note,Area,extra,period_type,period,variable,source_file\n7,,England,,Calendar year,2024,a,requests",
    );
    expect(looksNational(grid)).toBe(true);
    expect(readNational(grid)).toMatchObject({ problems: [], rows: [{ cell: "A3", area: "England", value: 7 }] });
  });

  test.each([
    ["a monthly table", ",,Apr 21,May 21,Jun 21,YTD\n1,Requests,1,2,3,6"],
    ["a file that shares three of them", "area,value,note,name\nEngland,1,a,b"],
    ["an empty file", ""],
  ])("of %s are not those of national figures", (_what, text) => {
    expect(looksNational(gridOf(text))).toBe(false);
  });
});

describe("a value", () => {
  test.each(["x", "z", "c", "k", "low", "u", "..", "~"])("of %s is unavailable, not zero", (symbol) => {
    expect(read([row({ value: symbol })]).rows).toMatchObject([{ state: "unavailable", asTyped: symbol, value: null }]);
  });

  test.each([
    ["0", 0],
    ["46.4", 46.4],
  ])("of %s is the number %d", (value, number) => {
    expect(read([row({ value })]).rows).toMatchObject([{ state: "value", asTyped: value, value: number }]);
  });

  test("with thousands set apart is one number", () => {
    const rows = [HEADINGS.split(","), row({}).replace("154489", "638;745").split(",")];
    const commas = rows.map((cells) => cells.map((text) => text.replace(";", ",")));
    const table = readNational({ format: "workbook", sheet: "Figures", rows: commas });
    expect(table.rows).toMatchObject([{ state: "value", asTyped: "638,745", value: 638745 }]);
  });

  test("may be of the academic year that ends in 2000", () => {
    expect(read([row({ period: "199900" })])).toMatchObject({ problems: [], rows: [{ period: "199900" }] });
  });

  test("with a note is a defect that keeps its value for display", () => {
    const { rows, problems } = read([row({ variable: "PC_in_time", value: "460", note: "point left out" })]);
    expect(rows).toMatchObject([{ state: "defect", asTyped: "460", value: 460, note: "point left out" }]);
    expect(problems).toEqual([]);
  });
});

test.each([
  ["2024", "Calendar year", "2024"],
  ["201819", "Academic year", "2018/19"],
  ["199900", "Academic year", "1999/00"],
  ["201819", "Financial year", "2018-19"],
])("%s as a %s reads %s", (period, periodType, name) => {
  expect(periodName(period, periodType)).toBe(name);
});

describe("what is wrong is named by its cell", () => {
  const again = "Correct the cell and upload the file again.";
  const correct = "Correct the cell, or say in its note what is wrong.";

  test.each<[string, string[], [string, string][]]>([
    ["words", [row({ value: "n/a" })], [["F2", `"n/a" is not a number, nor x for unavailable. ${again}`]]],
    ["an empty value", [row({ value: "" })], [["F2", `"" is not a number, nor x for unavailable. ${again}`]]],
    [
      "words with a note",
      [row({ value: "6O78", note: "bad" })],
      [["F2", `"6O78" is not a number, nor x for unavailable. ${again}`]],
    ],
    ["a count below zero", [row({ value: "-1" })], [["F2", `"-1" is below zero. ${correct}`]]],
    [
      "a share over 100",
      [row({ variable: "a_pc", value: "100.1" })],
      [["F2", `"100.1" is not a percentage from 0 to 100. ${correct}`]],
    ],
    [
      "a share below 0",
      [row({ variable: "PC_a", value: "-0.1" })],
      [["F2", `"-0.1" is not a percentage from 0 to 100. ${correct}`]],
    ],
    [
      "a figure twice, even as a calendar and an academic year",
      [row({}), row({ variable: "other" }), row({ value: "x" }).replace("Calendar", "Academic")],
      [["F4", "Cells F2 and F4 have the same source_file, area, period and variable. Remove one of the two rows."]],
    ],
    ["no area", [row({}).replace("England", "")], [["B2", "The area is missing. Type it in this cell."]]],
    [
      "a period that is none",
      [row({ period: "2018-19" }), row({ period: "201820" })],
      [
        ["D2", '"2018-19" is not a year such as 2024, or two such as 201819. Correct the cell.'],
        ["D3", '"201820" is not a year such as 2024, or two such as 201819. Correct the cell.'],
      ],
    ],
    [
      "a comma too many",
      [row({ note: "wrong,as printed" })],
      [["H2", '"as printed" stands under no heading. Check the row for a comma too many.']],
    ],
    [
      "a comma inside a number",
      [row({ value: "638,745" })],
      [["G2", '"745" is not a note. Check the row for a comma too many.']],
    ],
    ["no rows", [], [["A1", "This file has headings but no figures under them. Choose another file."]]],
  ])("%s", (_what, lines, problems) => {
    expect(read(lines).problems).toEqual(problems.map(([cell, message]) => ({ cell, message })));
  });

  test("columns that are missing or there twice", () => {
    expect(looksNational(gridOf("source_file,area,period,value"))).toBe(true);
    const { rows, problems } = readNational(
      gridOf("source_file,area,area,period,variable,value\nrequests,a,a,2024,b,1"),
    );
    expect(rows).toEqual([]);
    expect(problems).toEqual([
      { cell: "A1", message: "The column period_type is missing. Add its heading to this row." },
      { cell: "A1", message: "The column note is missing. Add its heading to this row." },
      { cell: "C1", message: "The heading area is there twice. Remove one." },
    ]);
  });

  test("and after two hundred the rest are counted", () => {
    const wrong = Array.from({ length: 201 }, (_, index) => row({ variable: `v${index}`, value: "n/a" }));
    expect(read(wrong).problems).toHaveLength(201);
    expect(read(wrong).problems.at(-1)).toEqual({ cell: "F202", message: "1 more is not listed: this cell." });
  });
});
