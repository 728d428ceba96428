import { describe, expect, test } from "vitest";
import { behindTheRate, headline, meanLabel } from "#lib/indicators/headline-rules.ts";
import { figureOf, MARCH, paperRow, seriesOf } from "#tests/support/monthly-table.ts";

const USUAL = "Within what month-to-month variation alone would give.";

/** A sentence about the last of these cells of a count, from April 2021 on. */
function said(...cells: string[]): string | undefined {
  const series = seriesOf("E01", cells);
  return headline(series, series.months.at(-1)?.month ?? "")?.sentence;
}

describe("the charts of March 2022", () => {
  test.each([
    [
      "2",
      undefined,
      "53%",
      "in March, the second-highest month of the year. February and March are above what month-to-month variation alone would give.",
    ],
    [
      "4",
      "3",
      "33.6%",
      "of 277 reviews due in March, the second-lowest month of the year. Below the mean for six months running; no signal yet by the seven-month rule.",
    ],
    ["1", undefined, "121", `in March, the highest month of the year. ${USUAL}`],
    [
      "7",
      undefined,
      "28",
      "in March, the joint highest month of the 10 that have a number. 10 months are too few to tell a change from month-to-month variation.",
    ],
  ])("row %s is headed by what its own points say", (row, weights, value, sentence) => {
    expect(headline(paperRow(row), MARCH, weights === undefined ? undefined : paperRow(weights))).toMatchObject({
      value,
      sentence,
    });
  });

  test("a month without a number has no headline", () => {
    expect(headline(paperRow("5"), MARCH)).toBeNull();
    expect(headline(paperRow("1"), "2023-01")).toBeNull();
  });

  test("only what came before a month counts", () => {
    expect(headline(paperRow("1"), "2021-06")?.sentence).toBe(
      "in June, the second-highest month of the year so far. 3 months are too few to tell a change from month-to-month variation.",
    );
  });
});

describe("where a month stands in its year", () => {
  test.each([
    ["one month", ["5"], "in April. One month is too few"],
    ["two months", ["5", "6"], "in May. 2 months are too few"],
    ["the highest", ["5", "6", "7"], "in June, the highest month of the year so far."],
    ["the joint lowest", ["5", "6", "5"], "in June, the joint lowest month of the year so far."],
    ["always the same", ["5", "5", "5"], "in June, the same as every month of the year so far."],
    ["the middle, which says nothing", ["1", "2", "3", "5", "6", "7", "4"], "in October. 7 months"],
    ["a year with gaps", ["5", "Tbc", "6", "7"], "in July, the highest month of the 3 that have a number."],
  ])("%s", (_place, cells, beginning) => {
    expect(said(...cells)).toMatch(new RegExp(`^${beginning}`));
  });
});

describe("whether the change is more than month-to-month variation", () => {
  const settled = ["10", "12", "11", "10", "12", "11", "10", "12", "11", "10", "12", "11"];

  test("a usual month is said to be usual", () => {
    expect(said(...settled)).toContain(USUAL);
  });

  test.each([
    ["Below the mean for 7 months running", ["24", "14", "26", "15", "25", "12", "16", "12", "16", "12", "16", "13"]],
    ["Rising for 7 months running", ["20", "10", "22", "9", "21", "10", "11", "12", "13", "14", "15", "16"]],
  ])("%s is a signal", (signal, cells) => {
    expect(said(...cells)).toMatch(new RegExp(`${signal}: a signal of change\\.$`));
  });

  test("a month outside the limits is not named once its year is over", () => {
    const series = seriesOf("E01", ["90", ...settled.slice(1)]);
    const april = { ...series, months: [...series.months, figureOf("2022-04", "11"), figureOf("2022-05", "12")] };
    expect(headline(series, MARCH)?.sentence).toContain(
      "April is above what month-to-month variation alone would give.",
    );
    expect(headline(april, "2022-05")?.sentence).not.toContain("April is above");
  });
});

describe("the two numbers behind a rate", () => {
  const own = (numerator: number | null, denominator: number) => {
    const series = paperRow("2");
    const months = series.months.map((figure) => ({ ...figure, numerator, denominator }));
    return { ...series, months };
  };

  test.each([
    ["worked out where the paper's own rows give them", paperRow("4"), "93 of 277, worked out from the rate"],
    ["as submitted", own(53, 100), "53 of 100, as submitted"],
    ["not there when no whole number gives the rate", own(null, 7), "no whole number of 7 gives 53%"],
    ["not known", paperRow("2"), "no numerator or denominator was submitted"],
    ["no matter of a count", paperRow("1"), ""],
  ])("are %s", (_what, series, expected) => {
    expect(behindTheRate(series, MARCH, series.definition.denominatorCode ? paperRow("3") : undefined)).toBe(expected);
  });
});

test("a mean is labelled in whole units", () => {
  expect([meanLabel(26.6, "%"), meanLabel(71.4, "count")]).toEqual(["mean 27%", "mean 71"]);
});
