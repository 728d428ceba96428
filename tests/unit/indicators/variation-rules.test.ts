import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Point, Signal } from "#lib/indicators/variation-rules.ts";
import { variation } from "#lib/indicators/variation-rules.ts";

const WITHIN_20_WEEKS = [26.7, 19.4, 8.0, 14.6, 20.0, 20.0, 9.1, 8.8, 40.9, 40, 59, 53];
const REVIEWED_IN_12_MONTHS = [57.2, 66.2, 61.6, 70.9, 75.0, 59.4, 48.7, 32.5, 41.9, 48.6, 45.5, 33.6];

function monthly(values: readonly (number | null)[]): Point[] {
  return values.map((value, index) => ({ month: monthName(index), value }));
}

/** The first month is April 2021, as in the monthly KPI table. */
function monthName(index: number): string {
  const month = index + 3;
  return `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function found(values: readonly (number | null)[], rule: Signal["rule"]) {
  return variation(monthly(values))
    .signals.filter((signal) => signal.rule === rule)
    .map(({ side, months }) => `${side}: ${months.join(" ")}`);
}

describe("the monthly KPI table of 2021-22", () => {
  test.each([
    ["assessments within 20 weeks", WITHIN_20_WEEKS, "26.6", "2.5", "50.8"],
    ["annual reviews within 12 months", REVIEWED_IN_12_MONTHS, "53.4", "29.1", "77.8"],
  ])("%s has the mean and natural limits of the domain notes", (_row, values, mean, lower, upper) => {
    const shown = variation(monthly(values));
    expect([shown.mean, shown.lower, shown.upper].map((value) => value?.toFixed(1))).toEqual([mean, lower, upper]);
  });

  test("February and March are outside the limits for assessments within 20 weeks", () => {
    expect(found(WITHIN_20_WEEKS, "outside limits")).toEqual(["above: 2022-02 2022-03"]);
  });

  test("nothing is outside the limits for annual reviews within 12 months", () => {
    expect(found(REVIEWED_IN_12_MONTHS, "outside limits")).toEqual([]);
  });

  test("assessments within 20 weeks stayed under the mean for the seven months from May", () => {
    const months = "2021-05 2021-06 2021-07 2021-08 2021-09 2021-10 2021-11";
    expect(found(WITHIN_20_WEEKS, "seven one side")).toEqual([`below: ${months}`]);
  });

  test("annual reviews are below the mean for six months running, which is not yet a signal", () => {
    expect(variation(monthly(REVIEWED_IN_12_MONTHS)).longestRunFromEnd).toEqual({ side: "below", length: 6 });
    expect(found(REVIEWED_IN_12_MONTHS, "seven one side")).toEqual([]);
  });

  test("July and August are in the upper outer third for annual reviews, though inside the limits", () => {
    expect(found(REVIEWED_IN_12_MONTHS, "two of three outer third")).toEqual(["above: 2021-07 2021-08"]);
  });
});

type Case = [name: string, values: (number | null)[], expected: string[]];

describe("a point outside the limits", () => {
  test.each<Case>([
    ["one month far above", [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 30], ["above: 2022-03"]],
    ["one month far below", [9, 0, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 8], ["below: 2021-05"]],
    [
      "one far above on each side of a gap",
      [5, 5, 5, 5, 5, 9, null, 9, 5, 5, 5, 5, 5, 5],
      ["above: 2021-09", "above: 2021-11"],
    ],
    ["every month the same", [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], []],
    ["too few months to say", [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 30], []],
  ])("%s", (_name, values, expected) => {
    expect(found(values, "outside limits")).toEqual(expected);
  });
});

describe("seven in a row one side of the mean", () => {
  const seven = "2021-04 2021-05 2021-06 2021-07 2021-08 2021-09 2021-10";
  test.each<Case>([
    ["seven below", [1, 1, 1, 1, 1, 1, 1, 9, 1, 9, 1, 9, 1, 9], [`below: ${seven}`]],
    ["seven above", [9, 9, 9, 9, 9, 9, 9, 1, 9, 1, 9, 1, 9, 1], [`above: ${seven}`]],
    ["an eighth belongs to the same run", [1, 1, 1, 1, 1, 1, 1, 1, 9, 1, 9, 1, 9, 9], [`below: ${seven} 2021-11`]],
    ["six are not a signal", [1, 1, 1, 1, 1, 1, 9, 1, 9, 1, 9, 1, 9, 9], []],
    ["a gap ends a run", [1, 1, 1, 1, 1, 1, null, 1, 9, 9, 1, 9, 9, 1, 9], []],
    ["a month on the mean ends a run", [4, 4, 4, 5, 4, 4, 4, 6, 6, 6, 5, 6, 6, 6], []],
  ])("%s", (_name, values, expected) => {
    expect(found(values, "seven one side")).toEqual(expected);
  });
});

describe("seven in a row rising or falling", () => {
  const seven = "2021-05 2021-06 2021-07 2021-08 2021-09 2021-10 2021-11";
  test.each<[string, Signal["rule"], (number | null)[], string[]]>([
    ["seven months, each above the last", "seven rising", [5, 1, 2, 3, 4, 5, 6, 7, 6, 5, 5, 4], [`above: ${seven}`]],
    ["seven months, each below the last", "seven falling", [5, 9, 8, 7, 6, 5, 4, 3, 4, 5, 5, 4], [`below: ${seven}`]],
    ["rising is not falling", "seven falling", [5, 1, 2, 3, 4, 5, 6, 7, 6, 5, 5, 4], []],
    ["six are not a signal", "seven rising", [5, 1, 2, 3, 4, 5, 6, 6, 5, 5, 4, 5], []],
    ["two equal months end a rise", "seven rising", [1, 2, 3, 4, 4, 5, 6, 7, 6, 5, 5, 4], []],
    ["a gap ends a rise", "seven rising", [1, 2, 3, 4, null, 5, 6, 7, 6, 5, 5, 4, 4], []],
  ])("%s", (_name, rule, values, expected) => {
    expect(found(values, rule)).toEqual(expected);
  });
});

describe("two of three in the outer third on one side", () => {
  // Mean 10 and a mean moving range of 1 to 2: in each of these the outer third starts about 3 from the mean.
  const usual = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 9, 10, 10, 10];
  test.each<Case>([
    ["two next to each other", [...usual, 14, 14, 10, 6], ["above: 2022-06 2022-07"]],
    ["one other month between them", [...usual, 6, 10, 6, 10, 14], ["below: 2022-06 2022-08"]],
    ["three in a row are one signal", [...usual, 14, 14, 14, 10, 6], ["above: 2022-06 2022-07 2022-08"]],
    ["two other months between them", [...usual, 14, 10, 10, 14, 10, 6], []],
    ["one on each side", [...usual, 14, 6, 10, 10], []],
    ["a gap between them", [...usual, 14, null, 14, 10, 6], []],
    ["only two months between gaps", [...usual, null, 14, 14, null, 6, 10], []],
    ["short of the outer third", [...usual, 11.8, 11.8, 10, 8], []],
  ])("%s", (_name, values, expected) => {
    expect(found(values, "two of three outer third")).toEqual(expected);
  });
});

describe("when there is too little to go on", () => {
  test("eleven months have a mean but no limits and no signals", () => {
    const { points, mean, lower, upper, signals } = variation(monthly([...Array(10).fill(4), null, 15]));
    expect({ points, mean, lower, upper, signals }).toEqual({
      points: 11,
      mean: 5,
      lower: null,
      upper: null,
      signals: [],
    });
  });

  test("no reported month has no mean", () => {
    const nothing = { points: 0, mean: null, lower: null, upper: null, signals: [], longestRunFromEnd: null };
    expect(variation(monthly([null, null]))).toEqual(nothing);
    expect(variation([])).toEqual(nothing);
  });

  test("twelve months that are never neighbours have no limits", () => {
    const everyOther = Array.from({ length: 24 }, (_, index) => (index % 2 ? null : index));
    expect(variation(monthly(everyOther))).toMatchObject({ points: 12, lower: null, upper: null, signals: [] });
  });

  test("a latest month with no value, or on the mean, ends no run", () => {
    expect(variation(monthly([1, 9, 9, null])).longestRunFromEnd).toBeNull();
    expect(variation(monthly([4, 6, 5])).longestRunFromEnd).toBeNull();
  });
});

describe("limits", () => {
  test("the change across a gap is not a moving range", () => {
    const level = variation(monthly([...Array(6).fill(10), null, ...Array(6).fill(20)]));
    expect([level.lower, level.upper]).toEqual([15, 15]);
  });

  test("a lower limit under zero is given as computed", () => {
    expect(variation(monthly([0, 4, 0, 4, 0, 4, 0, 4, 0, 4, 0, 4])).lower).toBeCloseTo(2 - 2.66 * 4);
  });
});

describe("whatever the figures", () => {
  const series = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 8 }), { maxLength: 40 });
  const change = (values: (number | null)[], by: (value: number) => number) =>
    monthly(values.map((value) => (value === null ? null : by(value))));
  const keys = (signals: readonly Signal[]) =>
    signals.map(({ rule, side, months }) => [rule, side, ...months].join(" ")).sort();

  test("adding the same to every month moves the mean and changes no signal", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -500, max: 500 }), (values, by) => {
        const [before, after] = [variation(monthly(values)), variation(change(values, (value) => value + by))];
        expect(keys(after.signals)).toEqual(keys(before.signals));
        expect(after.longestRunFromEnd).toEqual(before.longestRunFromEnd);
        if (before.mean !== null) expect(after.mean).toBeCloseTo(before.mean + by);
        if (before.upper !== null) expect(after.upper).toBeCloseTo(before.upper + by);
      }),
    );
  });

  test("turning the figures upside down swaps above with below and rising with falling", () => {
    const swap = { above: "below", below: "above" } as const;
    const rules: Partial<Record<Signal["rule"], Signal["rule"]>> = {
      "seven rising": "seven falling",
      "seven falling": "seven rising",
    };
    fc.assert(
      fc.property(series, (values) => {
        const [before, after] = [variation(monthly(values)), variation(change(values, (value) => -value))];
        const turned = before.signals.map(({ rule, side, months }) => ({
          rule: rules[rule] ?? rule,
          side: swap[side],
          months,
        }));
        expect(keys(after.signals)).toEqual(keys(turned));
        if (before.lower !== null) expect(after.upper).toBeCloseTo(-before.lower);
      }),
    );
  });

  test("counting in another unit changes no signal", () => {
    fc.assert(
      fc.property(series, fc.constantFrom(0.01, 0.1, 7, 1000), (values, times) => {
        const [before, after] = [variation(monthly(values)), variation(change(values, (value) => value * times))];
        expect(keys(after.signals)).toEqual(keys(before.signals));
        if (before.upper !== null) expect(after.upper).toBeCloseTo(before.upper * times);
      }),
    );
  });

  test("a signal names only months that have a value, in order", () => {
    fc.assert(
      fc.property(series, (values) => {
        const reported = monthly(values).flatMap(({ month, value }) => (value === null ? [] : month));
        for (const { months } of variation(monthly(values)).signals)
          expect(reported.filter((month) => months.includes(month))).toEqual(months);
      }),
    );
  });
});
