import { describe, expect, test } from "vitest";
import { notWhole, partsOf } from "#lib/indicators/check-rules.ts";
import type { Series } from "#lib/indicators/figure.ts";
import {
  inSentence,
  monthsInWords,
  notWholeInWords,
  partsInWords,
  yearInWords,
  yearName,
  yearTag,
} from "#lib/indicators/words.ts";
import { yearToDate } from "#lib/indicators/year-rules.ts";
import { figureOf, MARCH, paperRow, seriesOf } from "#tests/support/monthly-table.ts";

function said(series: Series, weights?: Series, to = MARCH): readonly [sentence: string, tag: string] {
  const year = yearToDate(series, to, weights);
  return [yearInWords(year, series.definition, weights?.definition.name ?? ""), yearTag(year, series.definition)];
}

describe("the monthly KPI table of 2021-22 says of its year", () => {
  const stock = "A number on a day: the months do not add up to a year.";

  test.each([
    ["1", "The months add up to the printed 857.", ""],
    ["2", "The printed 28% cannot be rebuilt: no denominators were submitted.", "cannot be rebuilt"],
    ["2a", stock, "no year total"],
    ["2b", stock, "no year total"],
    ["3", "The months add up to the printed 2,052.", ""],
    ["4", "The paper prints 50.1%; weighted by annual reviews due, the months give 50.9%.", "50.9% by our sum"],
    [
      "5",
      "The months add up to the printed 8. It is partial: April to July 2021 are to be confirmed and March 2022 is not reported.",
      "partial",
    ],
    ["6", "The months add up to the printed 84. It is partial: August 2021 is not reported.", "partial"],
    ["7", stock, "no year total"],
  ])("row %s: %s", (row, sentence, tag) => {
    expect(said(paperRow(row), row === "4" ? paperRow("3") : undefined)).toEqual([sentence, tag]);
  });
});

describe("the monthly KPI table of 2021-22, held against itself, says", () => {
  test("that January's revised rate is not a whole number of the reviews due", () => {
    expect(notWhole(paperRow("4"), paperRow("3")).map(notWholeInWords)).toEqual([
      "January 2022’s revised 48.6% is not a whole number of 178: 86 is 48.3% and 87 is 48.9%.",
    ]);
  });

  const late = { ...seriesOf("E07", []), months: [figureOf(MARCH, "75")] };
  const bands = [paperRow("2a"), paperRow("2b"), seriesOf("E07c", [])];

  test("that 70 + 5 is the 75 it reports, and that weeks 20 to 29 are in no band", () => {
    const found = partsOf(late, bands, MARCH);
    expect(found && partsInWords(found, late.definition.name)).toBe(
      "In March 2022, 70 + 5 is the 75 reported as open assessments past 20 weeks. No figure is given for open assessments, 20 to 29 weeks: they are in no band.",
    );
  });

  test("where parts do not make up their whole", () => {
    const found = partsOf({ ...late, months: [figureOf(MARCH, "80")] }, bands.slice(0, 2), MARCH);
    expect(found && partsInWords(found, late.definition.name)).toBe(
      "In March 2022, 70 + 5 is 75, not the 80 reported as open assessments past 20 weeks.",
    );
  });
});

describe("a year to date says", () => {
  const rate = (parts: readonly (readonly [number, number] | null)[]): Series => {
    const series = seriesOf("E04", ["50%", "10%"]);
    const months = series.months.map((figure, place) => {
      const [numerator, denominator] = parts[place] ?? [null, null];
      return { ...figure, numerator, denominator };
    });
    return { ...series, months };
  };
  const MAY = "2021-05";
  const hidden = { ...figureOf(MAY, ""), state: "small number" } as const;

  test.each([
    ["what a paper without a total leaves unsaid", seriesOf("E01", ["5", "6"]), "The months add up to 11."],
    [
      "that a printed total is another",
      seriesOf("E01", ["5", "6"], "12"),
      "The paper prints 12; the months add up to 11.",
    ],
    [
      "that a total stands on nothing",
      seriesOf("D01", ["Tbc", "-"], "8"),
      "The paper prints 8, but no month has a number.",
    ],
    ["nothing of nothing", seriesOf("D01", ["Tbc", "-"]), ""],
    [
      "which dash is not explained",
      seriesOf("D01", ["-", "8"]),
      "The months add up to 8. It is partial: April 2021 holds a dash that the paper does not explain.",
    ],
    [
      "which month was never submitted",
      { ...seriesOf("E01", []), months: [figureOf(MAY, "5")] },
      "The months add up to 5. It is partial: nothing was submitted for April 2021.",
    ],
    [
      "by what a rate was weighted",
      rate([
        [1, 2],
        [10, 100],
      ]),
      "10.8%, weighted by the numbers submitted.",
    ],
    [
      "which month of a rate has no denominator",
      rate([[1, 2], null]),
      "Cannot be computed: May 2021 has no denominator.",
    ],
    [
      "that a hidden month is not to be worked out",
      { ...seriesOf("E01", ["50"]), months: [figureOf("2021-04", "50"), hidden] },
      "Not shown, because a month of the year is hidden by the small-number rule.",
    ],
  ])("%s", (_what, series, sentence) => {
    expect(said(series, undefined, MAY)[0]).toBe(sentence);
  });
});

test.each([
  [["2021-04"], "April 2021"],
  [["2021-04", "2021-05"], "April and May 2021"],
  [["2021-04", "2021-05", "2021-06", "2021-07"], "April to July 2021"],
  [["2021-12", "2022-01"], "December 2021 and January 2022"],
  [["2021-12", "2022-01", "2022-02"], "December 2021 to February 2022"],
  [["2021-04", "2021-08", "2022-03"], "April 2021, August 2021 and March 2022"],
])("the months %j are %s", (months, words) => {
  expect(monthsInWords(months)).toBe(words);
});

test.each([
  ["Annual reviews due", "annual reviews due"],
  ["EHC plans at January", "EHC plans at January"],
  ["20-week rate", "20-week rate"],
])("%s inside a sentence is %s", (name, words) => {
  expect(inSentence(name)).toBe(words);
});

test.each([
  ["2021-04", "2021-22"],
  ["2022-03", "2021-22"],
  ["1999-12", "1999-00"],
])("%s is in the year %s", (month, year) => {
  expect(yearName(month)).toBe(year);
});
