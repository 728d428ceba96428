import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notWhole, partsOf, wholeNumerator } from "#lib/indicators/check-rules.ts";
import { round } from "#lib/indicators/numbers.ts";
import { figureOf, MARCH, paperRow, seriesOf } from "#tests/support/monthly-table.ts";

/** A series whose only month is the March of the paper. */
function inMarch(code: string, typed: string) {
  return { ...seriesOf(code, []), months: [figureOf(MARCH, typed)] };
}

const LATE = inMarch("E07", "75");
const BANDS = [paperRow("2a"), paperRow("2b"), seriesOf("E07c", [])];

describe("the monthly KPI table of 2021-22", () => {
  test("January's revised 48.6% is the only rate of row 4 that no whole number of the reviews due gives", () => {
    expect(notWhole(paperRow("4"), paperRow("3"))).toEqual([
      {
        check: "not a whole number",
        month: "2022-01",
        asTyped: "48.6%",
        denominator: 178,
        nearest: [
          { numerator: 86, rate: 48.3 },
          { numerator: 87, rate: 48.9 },
        ],
        revised: true,
      },
    ]);
  });

  test("row 2 is not held against anything: its denominators are not known", () => {
    expect(notWhole(paperRow("2"), undefined)).toEqual([]);
  });

  test("70 + 5 is the 75 that the paper reports, and weeks 20 to 29 are in no band", () => {
    expect(partsOf(LATE, BANDS, MARCH)).toMatchObject({
      whole: 75,
      sum: 75,
      agrees: true,
      parts: [{ value: 70 }, { value: 5 }],
      uncounted: ["Open assessments, 20 to 29 weeks"],
    });
  });
});

describe("a whole and its parts", () => {
  test("disagree when the sum is another", () => {
    expect(partsOf(inMarch("E07", "76"), BANDS, MARCH)).toMatchObject({ whole: 76, sum: 75, agrees: false });
  });

  test.each([
    ["the whole is not reported", partsOf(inMarch("E07", "Tbc"), BANDS, MARCH)],
    ["the whole has no figure that month", partsOf(LATE, BANDS, "2022-02")],
    ["there are no parts", partsOf(LATE, [], MARCH)],
    ["no part has a number", partsOf(LATE, [inMarch("E07a", "Tbc"), seriesOf("E07c", [])], MARCH)],
  ])("are not held against each other when %s", (_when, found) => {
    expect(found).toBeNull();
  });

  test("are not held against each other when a part is hidden: the sum would give it away", () => {
    const hidden = { ...figureOf(MARCH, ""), state: "small number" } as const;
    expect(partsOf(LATE, [paperRow("2a"), { ...paperRow("2b"), months: [hidden] }], MARCH)).toBeNull();
  });
});

describe("the number behind a rate", () => {
  test.each([
    ["33.6%", 277, 93],
    ["57.2%", 145, 83],
    ["48.6%", 178, null],
    ["0%", 10, 0],
    ["100%", 7, 7],
    ["53%", 1000, 530],
    ["Tbc", 10, null],
  ])("%s of %d is %s", (typed, denominator, numerator) => {
    expect(wholeNumerator(figureOf(MARCH, typed), denominator)).toBe(numerator);
  });

  test("is found for every rate that a whole number gives, at the precision it was typed with", () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 2 }), ([numerator, of], decimals) => {
        const typed = `${round((numerator / of) * 100, decimals).toFixed(decimals)}%`;
        const found = wholeNumerator(figureOf(MARCH, typed), of);
        expect(`${round(((found ?? Number.NaN) / of) * 100, decimals).toFixed(decimals)}%`).toBe(typed);
      }),
    );
  });
});
