import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Exact, protect, type Shown } from "#lib/disclosure/rules.ts";

const NOTHING_BEFORE: ReadonlySet<string> = new Set();

function figure(code: string, value: number | null, more: Partial<Exact> = {}): Exact {
  const state = value === null ? "not reported" : "reported";
  const asTyped = value === null ? "" : String(value);
  const nothing = { partOf: null, numerator: null, denominator: null };
  return { code, period: "month", kind: "count", state, asTyped, value, ...nothing, ...more };
}

function rate(numerator: number | null, denominator: number | null): Exact {
  return figure("rate", 40, { kind: "rate", asTyped: "40%", numerator, denominator });
}

/** What is shown of each, in their order. */
function shown(figures: readonly Exact[], hiddenBefore = NOTHING_BEFORE): string[] {
  return protect(figures, hiddenBefore).map((one) => (one.state === "withheld" ? "withheld" : one.shown));
}

describe("outside the partnership", () => {
  test.each([
    [0, "0"],
    [1, "c"],
    [4, "c"],
    [5, "5"],
    [2052, "2052"],
  ])("a count of %d shows as %s", (value, expected) => {
    expect(shown([figure("count", value)])).toEqual([expected]);
    expect(shown([figure("stock", value, { kind: "stock" })])).toEqual([expected]);
  });

  test.each([
    [0, 100, "40%"],
    [1, 100, "c"],
    [4, 100, "c"],
    [5, 100, "40%"],
    [5, 10, "40%"],
    [5, 9, "c"],
    [0, 9, "c"],
    [null, 100, "withheld"],
    [null, null, "withheld"],
  ])("a rate of %s in %s shows as %s", (numerator, denominator, expected) => {
    expect(shown([rate(numerator, denominator)])).toEqual([expected]);
  });

  test("what is hidden leaves no number behind", () => {
    expect(protect([figure("count", 3), rate(null, null)], NOTHING_BEFORE)).toEqual([
      { code: "count", period: "month", state: "small number", shown: "c", value: null },
      { code: "rate", period: "month", state: "withheld", shown: "", value: null },
    ]);
  });

  test.each([
    ["to be confirmed", "Tbc"],
    ["not reported", ""],
    ["dash", "-"],
  ] as const)("a cell that is %s says so", (state, asTyped) => {
    const cell = figure("count", null, { state, asTyped });
    expect(protect([cell], NOTHING_BEFORE)).toEqual([
      { code: "count", period: "month", state, shown: asTyped, value: null },
    ]);
  });
});

describe("when one part of a whole is hidden", () => {
  const part = (code: string, value: number | null, partOf = "whole") => figure(code, value, { partOf });

  test.each([
    ["the next smallest is hidden too", [80, 3, 70, 7], ["80", "c", "70", "c"]],
    ["a part of nothing is hidden too when it is the next smallest", [80, 3, 77, 0], ["80", "c", "77", "c"]],
    ["the whole is hidden when there is no other part", [3 + 72, 3], ["c", "c"]],
    ["the whole is hidden when no other part has a number", [75, 3, null], ["c", "c", ""]],
    ["nothing more is hidden when two are", [80, 3, 2, 75], ["80", "c", "c", "75"]],
    ["nothing more is hidden when the whole is not known", [null, 3, 77], ["", "c", "77"]],
  ] as const)("%s", (_what, [whole, ...parts], expected) => {
    const figures = [figure("whole", whole), ...parts.map((value, index) => part(`part ${index}`, value))];
    expect(shown(figures)).toEqual(expected);
  });

  test("and that was a whole itself, one of its own parts is hidden too", () => {
    const figures = [
      figure("whole", 22),
      part("small", 2),
      part("big", 20),
      part("one", 9, "big"),
      part("two", 11, "big"),
    ];
    expect(shown(figures)).toEqual(["22", "c", "c", "c", "11"]);
  });

  test("and its whole had to be hidden, that whole's own whole does not give it away", () => {
    const figures = [figure("all", 40), part("whole", 15, "all"), part("rest", 25, "all"), part("only", 3, "whole")];
    expect(shown(figures)).toEqual(["40", "c", "c", "c"]);
  });
});

test("a part without a number is not what the others leave of the whole", () => {
  const part = (code: string, value: number | null) => figure(code, value, { partOf: "whole" });
  expect(shown([figure("whole", 20), part("a", 17), part("b", null)])).toEqual(["20", "c", ""]);
  expect(shown([figure("whole", 20), part("a", 9), part("b", null)])).toEqual(["20", "9", ""]);
  expect(shown([figure("whole", 20), part("a", 20), part("b", null)])).toEqual(["20", "20", ""]);
});

describe("a year to date", () => {
  const year = (code: string, value: number, partOf: string | null = null) =>
    figure(code, value, { period: "year to date", partOf });

  test("is withheld when its month is hidden, or one before it was", () => {
    expect(shown([figure("a", 3), year("a", 50)])).toEqual(["c", "withheld"]);
    expect(shown([figure("a", 30), year("a", 50)], new Set(["a"]))).toEqual(["30", "withheld"]);
    expect(shown([figure("a", 30), year("a", 50)], new Set(["b"]))).toEqual(["30", "50"]);
  });

  test("is not given away by its whole", () => {
    const months = [figure("whole", 30), figure("a", 10, { partOf: "whole" }), figure("b", 20, { partOf: "whole" })];
    const years = [year("whole", 90), year("a", 40, "whole"), year("b", 50, "whole")];
    expect(shown([...months, ...years], new Set(["a"]))).toEqual(["30", "10", "20", "90", "withheld", "c"]);
  });
});

/** A whole of parts, the first of which may be a whole itself; a leaf's months are made up, and the rest adds up. */
const PARENT: Readonly<Record<string, string | null>> = { W: null, A: "W", B: "W", C: "W", A1: "A", A2: "A" };
const CODES = Object.keys(PARENT);
const LEAVES = CODES.filter((code) => !Object.values(PARENT).includes(code));
const leavesOf = (code: string): string[] =>
  LEAVES.includes(code) ? [code] : CODES.filter((child) => PARENT[child] === code).flatMap(leavesOf);

type Year = readonly (readonly number[])[];
const manyYears = fc.array(
  fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })), { minLength: 4, maxLength: 4 }),
  { minLength: 1, maxLength: 4 },
);

/** Each cell that was ever published of the year, with the leaves' months that add up to it. */
function publish(year: Year): { exact: Exact; shown: Shown; sumOf: number[] }[] {
  const hiddenBefore = new Set<string>();
  return year.flatMap((_values, month) => {
    const cells = (["month", "year to date"] as const).flatMap((period) =>
      CODES.map((code) => {
        const sumOf = year.flatMap((_each, at) =>
          LEAVES.map((leaf) =>
            Number(leavesOf(code).includes(leaf) && (period === "month" ? at === month : at <= month)),
          ),
        );
        const value = year.flat().reduce((sum, each, index) => sum + each * (sumOf[index] ?? 0), 0);
        return { exact: figure(code, value, { period, partOf: PARENT[code] ?? null }), sumOf };
      }),
    );
    const all = protect(
      cells.map(({ exact }) => exact),
      hiddenBefore,
    );
    for (const { code, period, value } of all) if (period === "month" && value === null) hiddenBefore.add(code);
    return cells.map((cell, index) => ({ ...cell, shown: all[index] as Shown }));
  });
}

/** What is left of a sum after taking away every combination of the known ones: nothing, when they give it away. */
function reduced(sum: readonly number[], known: readonly (readonly number[])[]): number[] {
  return known.reduce<number[]>(
    (left, row) => {
      const at = row.findIndex((each) => each !== 0);
      const times = (left[at] ?? 0) / (row[at] ?? 1);
      return left.map((each, index) =>
        Math.abs(each - times * (row[index] ?? 0)) < 1e-9 ? 0 : each - times * (row[index] ?? 0),
      );
    },
    [...sum],
  );
}

describe("from everything that was published in a year", () => {
  test("nobody reads a count of 1 to 4", () => {
    fc.assert(
      fc.property(manyYears, (year) => {
        for (const { shown: one } of publish(year)) {
          expect([1, 2, 3, 4]).not.toContain(one.value);
          expect(["1", "2", "3", "4"]).not.toContain(one.shown);
        }
      }),
    );
  });

  test("nobody works out a count of 1 to 4 by adding and taking away", () => {
    fc.assert(
      fc.property(manyYears, (year) => {
        const cells = publish(year);
        const known: number[][] = [];
        for (const { shown: one, sumOf } of cells) {
          const left = one.value === null ? [] : reduced(sumOf, known);
          if (left.some((each) => each !== 0)) known.push(left);
        }
        const small = cells.filter(({ exact }) => exact.value !== null && exact.value > 0 && exact.value < 5);
        const workedOut = small.filter(({ sumOf }) => reduced(sumOf, known).every((each) => each === 0));
        expect(workedOut.map(({ exact }) => `${exact.code} ${exact.period} ${exact.value}`)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
