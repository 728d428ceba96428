import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { monthsBetween } from "#lib/dates.ts";
import { readMonthlyTable } from "#lib/imports/monthly-table-rules.ts";
import { gridOf, readDrawn, said, TODAY } from "./grids.ts";

const NONE = "not reported";
const TBC = "to be confirmed";

describe("the monthly table of the board paper of 4 April 2022", () => {
  const grid = gridOf(readFileSync("prisma/demo/monthly-kpi-2021-22.tsv", "utf8"), "\t");
  const table = readMonthlyTable(grid, TODAY);

  test("is read without a problem, from April 2021 to March 2022", () => {
    expect(table.problems).toEqual([]);
    expect(table.months).toEqual(monthsBetween("2021-04", "2022-03"));
  });

  test("keeps its titles and its footnote as typed", () => {
    expect(table.notes).toEqual([
      { cell: "A1", text: "Monthly KPI" },
      { cell: "A3", text: "*[updated](#) since last month's report" },
      { cell: "A15", text: "Elective Home Education" },
    ]);
  });

  const ten = new Array<string>(10).fill(NONE);
  test.each([
    [6, "1", "New EHC Needs Assessment Requests", "54 85 80 72 33 55 58 90 72 73 64 121".split(" "), "857"],
    [
      7,
      "2",
      "20-week EHC Needs Assessments completion rate",
      "26.7% 19.4% 8.0% 14.6% 20.0% 20.0% 9.1% 8.8% 40.9% 40% 59% 53%".split(" "),
      "28%",
    ],
    [8, "2a", "20-week EHC Needs Assessments overdue by 30-51 weeks", [...ten, "80", "70"], null],
    [9, "2b", "20-week EHC Needs Assessments overdue by 52+ weeks", [...ten, "3", "5"], null],
    [10, "3", "Number of Annual Reviews due", "145 210 198 151 80 96 117 200 198 178 202* 277".split(" "), "2052"],
    [
      11,
      "4",
      "Annual Reviews completed within the 12-month time scale",
      "57.2% 66.2% 61.6% 70.9% 75.0% 59.4% 48.7% 32.5% 41.9% 48.6%* 45.5%* 33.6%".split(" "),
      "50.1%",
    ],
    [12, "5", "Number Mediation Meetings", [TBC, TBC, TBC, TBC, "0", "0", "1", "2", "1", "1", "3", NONE], "8"],
    [13, "6", "Number of Tribunal Hearings", ["4", "4", "8", "5", NONE, "7", "11", "10", "13", "11", "4", "7"], "84"],
    [18, "7", "EHE with EHCP", ["dash", "dash", ..."24 23 22 26 23 23 24 25 28 28".split(" ")], null],
  ])("row %i is indicator %s, %s", (row, ref, label, cells, yearToDate) => {
    const found = table.rows.find((read) => read.row === row);
    expect(found).toMatchObject({ ref, label });
    expect(found?.cells.map(said)).toEqual(cells);
    expect(found?.cells.map(({ month }) => month)).toEqual(monthsBetween("2021-04", "2022-03"));
    expect(found?.yearToDate ? said(found.yearToDate) : null).toBe(yearToDate);
  });

  test("has nine rows, and its values are numbers only where something was reported", () => {
    expect(table.rows).toHaveLength(9);
    for (const { typed } of table.rows.flatMap(({ cells }) => cells)) {
      expect(typed.value).toBe(typed.state === "reported" ? Number.parseFloat(typed.asTyped) : null);
    }
  });

  test("names every figure by the cell that it stands in", () => {
    const cells = table.rows.flatMap((row) => [...row.cells, ...(row.yearToDate ? [row.yearToDate] : [])]);
    expect(cells).toHaveLength(9 * 12 + 6);
    expect(table.rows[4]?.cells[10]).toMatchObject({ cell: "M10", month: "2022-02", typed: { asTyped: "202" } });
    expect(table.rows[1]?.yearToDate).toMatchObject({
      cell: "O7",
      month: "2022-03",
      typed: { percent: true, value: 28 },
    });
    expect(table.rows[8]?.cells[0]?.cell).toBe("C18");
  });
});

describe("the row of months", () => {
  test.each([
    ["Apr 21 | May 21 | Jun 21"],
    ["Apr-21 | May-21 | Jun-21"],
    ["April 2021 | May 2021 | June 2021"],
    ["apr 2021 | MAY 2021 | Jun. 2021"],
    ["2021-04 | 2021-05 | 2021-06"],
    ["2021-04-01 | 2021-05-01 | 2021-06-01"],
    ["Apr '21 | May '21 | Jun '21"],
    ["01/04/2021 | 01/05/2021 | 1/6/2021"],
  ])("may be written %s", (months) => {
    const table = readDrawn([` | | ${months}`, "1 | Requests | 5 | 6 | 7"]);
    expect(table.problems).toEqual([]);
    expect(table.months).toEqual(["2021-04", "2021-05", "2021-06"]);
  });

  test.each([["YTD"], ["Year to date"], ["year-to-date"], ["Year"], ["Total"]])("may end with %s", (heading) => {
    const [row] = readDrawn([`| Apr 21 | May 21 | Jun 21 | ${heading}`, "Requests | 5 | 6 | 7 | 18"]).rows;
    expect(row?.yearToDate).toMatchObject({ cell: "E2", month: "2021-06", typed: { value: 18 } });
  });

  test("may stand again over a second table with other months", () => {
    const table = readDrawn([
      "| Apr 21 | May 21 | Jun 21 | YTD",
      "Requests | 1 | 2 | 3 | 6",
      "",
      "Schools",
      "| | Jul 21 | Aug 21 | Sep 21",
      "7 | Exclusions | 4 | 5 | 6",
    ]);
    expect(table.problems).toEqual([]);
    expect(table.months).toEqual(monthsBetween("2021-04", "2021-09"));
    expect(table.rows.map(({ cells }) => cells.map(({ month }) => month))).toEqual([
      ["2021-04", "2021-05", "2021-06"],
      ["2021-07", "2021-08", "2021-09"],
    ]);
  });

  test("may write September as Sept", () => {
    expect(readDrawn(["| Aug 21 | Sept 21 | Oct 21", "Requests | 1 | 2 | 3"]).months).toContain("2021-09");
  });

  test("may hold the month that begins today", () => {
    const grid = gridOf("\tOct 26\tNov 26\tDec 26\nRequests\t1\t2", "\t");
    expect(readMonthlyTable(grid, "2026-11-01")).toMatchObject({ months: ["2026-10", "2026-11"], problems: [] });
    expect(readMonthlyTable(grid, "2026-10-31").problems).toMatchObject([{ cell: "C1" }]);
  });

  test("may leave empty what has not begun, and the year to date then runs to the last month that has", () => {
    const table = readDrawn(["| Oct 26 | Nov 26 | Dec 26 | Jan 27 | YTD", "Requests | 1 | 2 | | | 3"]);
    expect(table.problems).toEqual([]);
    expect(table.months).toEqual(["2026-10", "2026-11"]);
    expect(table.rows[0]?.cells).toHaveLength(2);
    expect(table.rows[0]?.yearToDate?.month).toBe("2026-11");
  });
});

describe("a row under the months", () => {
  const head = "| | Apr 21 | May 21 | Jun 21 | YTD";

  test.each(["2a", "KPI 7", "b"])(
    "with the number %s and a label but no figures is one that nobody reported",
    (ref) => {
      const [row] = readDrawn([head, `${ref} | Overdue by 30-51 weeks`]).rows;
      expect(row).toMatchObject({ ref, label: "Overdue by 30-51 weeks", yearToDate: null });
      expect(row?.cells.map(said)).toEqual([NONE, NONE, NONE]);
    },
  );

  test.each([
    ["Elective home education", [{ cell: "A2", text: "Elective home education" }]],
    [
      "* | updated since last month's report",
      [
        { cell: "A2", text: "*" },
        { cell: "B2", text: "updated since last month's report" },
      ],
    ],
    [
      "4 April 2022 | Advisory panel",
      [
        { cell: "A2", text: "4 April 2022" },
        { cell: "B2", text: "Advisory panel" },
      ],
    ],
    [
      "Source: | the SEND team",
      [
        { cell: "A2", text: "Source:" },
        { cell: "B2", text: "the SEND team" },
      ],
    ],
  ])("that says only “%s” is a note", (line, notes) => {
    const table = readDrawn([head, line, "1 | Requests | 1 | 2 | 3 | 6"]);
    expect(table.notes).toEqual(notes);
    expect(table.rows).toHaveLength(1);
    expect(table.problems).toEqual([]);
  });

  test("may have more than a number before its label, and that is kept as a note", () => {
    const table = readDrawn(["| | | Apr 21 | May 21 | Jun 21", "Council | 1 | Requests | 1 | 2 | 3"]);
    expect(table.rows[0]).toMatchObject({ ref: "1", label: "Requests" });
    expect(table.notes).toEqual([{ cell: "A2", text: "Council" }]);
  });

  test("may have its label broken over two lines", () => {
    const rows = [
      ["", "", "Apr 21", "May 21", "Jun 21"],
      ["1", "New\n requests", "1", "2", "3"],
    ];
    expect(readMonthlyTable({ format: "workbook", sheet: "KPI", rows }, TODAY).rows[0]?.label).toBe("New requests");
  });
});
