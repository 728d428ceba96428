import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Known, meanings } from "#lib/imports/meaning-rules.ts";
import { changesOf, planMonthly, type StoredFigure } from "#lib/imports/monthly-plan-rules.ts";
import { readMonthlyTable } from "#lib/imports/monthly-table-rules.ts";
import { planNational, type StoredNational } from "#lib/imports/national-plan-rules.ts";
import type { NationalRow } from "#lib/imports/national-rules.ts";

const REQUESTS: Known = { code: "E01", name: "Requests", shortName: "Requests", unit: "count", kind: "count" };

function planOf(cells: readonly string[], stored: readonly StoredFigure[], label = "Requests") {
  const rows = [
    ["", "", "Apr 21", "May 21", "Jun 21", "YTD"],
    ["1", label, ...cells],
  ];
  const table = readMonthlyTable({ format: "tab-separated", sheet: null, rows }, "2022-01-01");
  const chosen = new Map([[2, "E01"]]);
  return planMonthly(table, meanings(table.rows, [REQUESTS], [], chosen), [REQUESTS], stored);
}

function stored(month: string, asTyped: string, state = "reported"): StoredFigure {
  return { code: "E01", period: "month", month, revision: 3, state, asTyped };
}

const APRIL_TO_JUNE = ["2021-04", "2021-05", "2021-06"];

describe("a table against what is stored", () => {
  test("is new, unchanged and a revision, cell by cell, its year to date apart from its months", () => {
    const plan = planOf(
      ["54", "85", "", "219"],
      [stored("2021-04", "54"), stored("2021-05", "84"), { ...stored("2021-06", "219"), period: "year to date" }],
    );
    expect(plan.counts).toEqual({ new: 1, unchanged: 2, revision: 1 });
    expect(changesOf(plan)).toMatchObject([
      { cell: "D2", standing: "revision", before: { asTyped: "84", revision: 3 } },
      { cell: "E2", standing: "new", typed: { state: "not reported" } },
    ]);
  });

  test.each([
    ["the same number with a separator", "1,054", "1054", "unchanged"],
    ["the same number with a zero more", "54.0", "54", "unchanged"],
    ["a star alone", "54*", "54", "unchanged"],
    ["another number", "55", "54", "revision"],
    ["a number that went", "", "54", "revision"],
    ["a zero for nothing", "0", "", "revision"],
  ])("%s", (_what, now, before, standing) => {
    const state = before === "" ? "not reported" : "reported";
    expect(planOf([now, "", "", ""], [stored("2021-04", before, state)]).rows[0]?.cells[0]).toMatchObject({ standing });
  });

  test("with a label longer than any index keeps is a problem, not a failure", () => {
    const plan = planOf(["1", "2", "3", ""], [], "Requests ".repeat(40));
    expect(plan.problems).toMatchObject([{ message: expect.stringContaining("label") }]);
  });

  test("that is stored as planned says nothing new when it comes again", () => {
    const cell = fc.oneof(fc.nat(9_999).map(String), fc.constantFrom("", "-", "Tbc", "0", "1,234", "7*"));
    fc.assert(
      fc.property(fc.tuple(cell, cell, cell, cell), fc.tuple(cell, cell, cell), (cells, before) => {
        const had = planOf([...before, ""], []);
        const first = changesOf(had).map(asStored);
        const second = changesOf(planOf(cells, first)).map(asStored);
        const keys = new Set(second.map(keyOf));
        const now = [...first.filter((figure) => !keys.has(keyOf(figure))), ...second];
        expect(changesOf(planOf(cells, now))).toEqual([]);
        expect(planOf(cells, first).rows[0]?.cells.map(({ month }) => month)).toEqual(APRIL_TO_JUNE);
      }),
    );
  });
});

function asStored({ code, period, month, typed, before }: ReturnType<typeof changesOf>[number]): StoredFigure {
  return { code, period, month, revision: (before?.revision ?? 0) + 1, state: typed.state, asTyped: typed.asTyped };
}

function keyOf({ period, month }: StoredFigure): string {
  return `${period} ${month}`;
}

const ROW: NationalRow = {
  cell: "F2",
  sourceFile: "requests",
  area: "England",
  periodType: "Academic year",
  period: "202324",
  variable: "requests",
  state: "value",
  asTyped: "54",
  value: 54,
  note: "",
};

describe("national figures against what is stored of the publication", () => {
  const plan = (rows: readonly NationalRow[], before: readonly StoredNational[], release = "2025") =>
    planNational({ rows, problems: [], doubts: [] }, release, before);

  test.each([
    ["nothing stored", [], { new: 1, unchanged: 0, revision: 0 }, [1]],
    ["the same", [{ ...ROW, revision: 2 }], { new: 0, unchanged: 1, revision: 0 }, []],
    ["another value", [{ ...ROW, asTyped: "55", revision: 2 }], { new: 0, unchanged: 0, revision: 1 }, [3]],
    ["another note", [{ ...ROW, note: "Wrong.", revision: 1 }], { new: 0, unchanged: 0, revision: 1 }, [2]],
    ["another area", [{ ...ROW, area: "East Midlands", revision: 1 }], { new: 1, unchanged: 0, revision: 0 }, [1]],
  ])("%s", (_what, before, counts, revisions) => {
    const found = plan([ROW], before);
    expect(found.counts).toEqual(counts);
    expect(found.changes.map(({ revision }) => revision)).toEqual(revisions);
  });

  test("are compared with nothing before the publication is named", () => {
    expect(plan([ROW], [], "")).toMatchObject({ counts: { new: 0 }, changes: [], groups: [{ figures: 1 }] });
  });

  test("are counted by table and area, with their years", () => {
    const rows: NationalRow[] = [
      { ...ROW, period: "202425" },
      ROW,
      { ...ROW, area: "East Midlands", state: "unavailable", value: null, asTyped: "x" },
    ];
    expect(plan(rows, []).groups).toEqual([
      { sourceFile: "requests", area: "England", years: "2023/24 to 2024/25", figures: 2, unavailable: 0, defects: 0 },
      { sourceFile: "requests", area: "East Midlands", years: "2023/24", figures: 1, unavailable: 1, defects: 0 },
    ]);
  });
});
