import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, compareMonths } from "#lib/indicators/compare-rules.ts";
import { comparedInWords, comparisonInWords, differenceInNumbers } from "#lib/indicators/compare-words.ts";
import type { FigureView, Series } from "#lib/indicators/figure.ts";
import { definitionOf, MONTHS, paperRow, seriesOf } from "#tests/support/monthly-table.ts";

const PAPER = ["1", "2", "2a", "2b", "3", "4", "5", "6", "7"].map(paperRow);
const at = (place: number): string => MONTHS[place] ?? "";
const [APRIL, JULY, AUGUST] = [at(0), at(3), at(4)] as const;
const [JANUARY, FEBRUARY, MARCH] = [at(9), at(10), at(11)] as const;

function inNumbers(series: Series, earlier: string, later: string): string {
  return differenceInNumbers(compare(series, earlier, later));
}

function inWords(series: Series, earlier: string, later: string): string {
  return comparedInWords(compare(series, earlier, later), earlier, later);
}

/** The last two of a series of E04 or another indicator, from April 2021 on. */
function lastTwo(cells: readonly string[], code = "E04") {
  const series = seriesOf(code, cells);
  const [earlier = "", later = ""] = [MONTHS[cells.length - 2], MONTHS[cells.length - 1]];
  return { series, earlier, later, compared: compare(series, earlier, later) };
}

describe("the paper of 4 April 2022, in numbers", () => {
  test.each([
    ["1", FEBRUARY, MARCH, "+57 (+89%)"],
    ["1", JANUARY, FEBRUARY, "−9 (−12%)"],
    ["2", FEBRUARY, MARCH, "−6 points"],
    ["2", APRIL, MARCH, "+26 points"],
    ["2b", FEBRUARY, MARCH, "+2"],
    ["2a", FEBRUARY, MARCH, "−10 (−13%)"],
    ["4", FEBRUARY, MARCH, "−11.9 points"],
    ["4", APRIL, MARCH, "−23.6 points"],
    ["6", FEBRUARY, MARCH, "+3"],
    ["7", FEBRUARY, MARCH, "0"],
    ["5", FEBRUARY, MARCH, ""],
    ["6", AUGUST, MARCH, ""],
    ["7", APRIL, MARCH, ""],
    ["5", APRIL, FEBRUARY, ""],
  ])("row %s from %s to %s is %j", (row, earlier, later, said) => {
    expect(inNumbers(paperRow(row), earlier, later)).toBe(said);
  });
});

describe("the paper of 4 April 2022, in words", () => {
  const star = "is marked * in the paper as revised; what it was before is not in it.";
  test.each([
    ["1", FEBRUARY, MARCH, "57 more. Both are inside the usual month-to-month variation."],
    [
      "2",
      FEBRUARY,
      MARCH,
      "6 percentage points lower (higher is better). No signal between the two: both are above what month-to-month variation alone would give.",
    ],
    [
      "2",
      APRIL,
      MARCH,
      "26 percentage points higher, which is better (to the whole per cent, as one of the two is given). A real change: March 2022 is above what month-to-month variation alone would give.",
    ],
    [
      "2b",
      FEBRUARY,
      MARCH,
      "2 more (lower is better). 2 months with a number are too few to tell a change from month-to-month variation.",
    ],
    [
      "3",
      FEBRUARY,
      MARCH,
      `75 more. A real change: March 2022 is above what month-to-month variation alone would give. February 2022 ${star}`,
    ],
    [
      "4",
      JANUARY,
      FEBRUARY,
      `3.1 percentage points lower (higher is better). 11 months with a number are too few to tell a change from month-to-month variation. January 2022 ${star} February 2022 ${star}`,
    ],
    ["7", FEBRUARY, MARCH, "The same."],
    ["5", FEBRUARY, MARCH, "Cannot be compared: March 2022 was not reported."],
    ["5", APRIL, MARCH, "Cannot be compared: April 2021 is still to be confirmed and March 2022 was not reported."],
    ["7", APRIL, MARCH, "Cannot be compared: April 2021 holds a dash whose meaning is not given."],
    ["1", "2021-03", MARCH, "Cannot be compared: March 2021 has no figure."],
  ])("row %s from %s to %s", (row, earlier, later, sentence) => {
    expect(inWords(paperRow(row), earlier, later)).toBe(sentence);
  });

  test("are headed by how many rose, fell, stayed and cannot be compared", () => {
    const headed = (earlier: string, later: string) =>
      comparisonInWords(compareMonths(PAPER, earlier, later), earlier, later);
    expect(headed(FEBRUARY, MARCH)).toBe(
      "From February to March 2022: 4 rose, 3 fell, 1 is unchanged and 1 cannot be compared. More than month-to-month variation: annual reviews due.",
    );
    expect(headed(APRIL, MARCH)).toBe(
      "From April 2021 to March 2022: 4 rose, 1 fell and 4 cannot be compared. More than month-to-month variation: assessments completed within 20 weeks and annual reviews due.",
    );
    expect(headed("2021-03", MARCH)).toBe("From March 2021 to March 2022: none of the 9 can be compared.");
    expect(headed("2020-03", "2020-04")).toBe("");
    expect(headed(JULY, AUGUST)).not.toMatch(/variation/);
  });

  test("say of a month in which nothing can be told from variation that nothing is more than that", () => {
    const calm = seriesOf("E01", ["50", "60", "50", "60", "50", "60", "50", "60", "50", "60", "50", "60"]);
    expect(comparisonInWords(compareMonths([calm], FEBRUARY, MARCH), FEBRUARY, MARCH)).toBe(
      "From February to March 2022: 1 rose. The one that can be judged is not more than month-to-month variation.",
    );
  });
});

describe("precision", () => {
  test.each([
    [["42%", "53.0%"], "+11 points"],
    [["40.9%", "40%"], "−1 point"],
    [["40.4%", "40%"], "0 points"],
    [["8.8%", "9.1%"], "+0.3 points"],
    [["33.35%", "33.1%"], "−0.3 points"],
  ])("%j is %s, no finer than the coarser of the two", (cells, said) => {
    const { compared } = lastTwo(cells);
    expect(differenceInNumbers(compared)).toBe(said);
  });

  test("what is the same as far as both are given is unchanged, and says so", () => {
    const { compared, earlier, later } = lastTwo(["40.4%", "40%"]);
    expect(compared.outcome).toBe("unchanged");
    expect(comparedInWords(compared, earlier, later)).toBe(
      "The same (to the whole per cent, as one of the two is given).",
    );
  });

  test.each([
    [["0", "3"], "+3"],
    [["9", "12"], "+3"],
    [["10", "12"], "+2 (+20%)"],
    [["1,000", "1,001"], "+1 (under 1%)"],
    [["12", "0"], "−12 (−100%)"],
  ])("a count gets a per cent from ten on: %j is %s", (cells, said) => {
    expect(differenceInNumbers(lastTwo(cells, "E01").compared)).toBe(said);
  });
});

describe("evidence", () => {
  const flat = ["20%", "22%", "20%", "22%", "20%", "22%", "20%", "22%", "20%", "22%"];
  test.each([
    ["both inside the limits", [...flat, "20%", "22%"], "usual variation"],
    ["one outside, on the side of the difference", [...flat, "20%", "60%"], "real change"],
    ["both outside on one side", [...flat, "60%", "58%"], "no signal between"],
    [
      "seven rising, the two among them",
      ["30%", "29%", "30%", "29%", "20%", "21%", "22%", "23%", "24%", "25%", "26%", "27%"],
      "real change",
    ],
    ["eleven months", [...flat, "60%"], "too few months"],
  ])("%s is %s", (_what, cells, is) => {
    const { compared } = lastTwo(cells);
    expect("evidence" in compared && compared.evidence.is).toBe(is);
  });

  test("is better or worse as the definition says, and neither where it is context", () => {
    const climbs = [...flat.map((cell) => cell.replace("%", "")), "20", "60"];
    expect(inWords(seriesOf("E04", [...flat, "20%", "60%"]), FEBRUARY, MARCH)).toContain("higher, which is better");
    expect(inWords(seriesOf("E07a", climbs), FEBRUARY, MARCH)).toContain("40 more, which is worse");
    expect(inWords(seriesOf("E01", climbs), FEBRUARY, MARCH)).not.toMatch(/better|worse/);
  });

  test("never comes from a month after the later of the two", () => {
    const later = seriesOf("E04", [...flat, "20%", "22%"]);
    expect(inWords(later, JANUARY, FEBRUARY)).toContain("11 months with a number are too few");
  });
});

describe("outside the partnership", () => {
  const hide = (state: "small number" | "withheld"): Series => {
    const series = seriesOf("D05", ["12", "9"]);
    const months = series.months.map((figure, place): FigureView => {
      return place === 0 ? { ...figure, state, asTyped: state === "withheld" ? "" : "c", value: null } : figure;
    });
    return { ...series, months };
  };
  test.each([
    ["small number", "is hidden by the small-number rule"],
    ["withheld", "is not shown outside the partnership"],
  ] as const)("a cell that is a %s is compared with nothing", (state, why) => {
    const compared = compare(hide(state), "2021-04", "2021-05");
    expect(compared.outcome).toBe("cannot be compared");
    expect(differenceInNumbers(compared)).toBe("");
    expect(comparedInWords(compared, "2021-04", "2021-05")).toBe(`Cannot be compared: April 2021 ${why}.`);
  });
});

test("a revised figure is named, and which of the two it was", () => {
  const series = seriesOf("E01", ["54", "85"]);
  const months = series.months.map(
    (figure, place): FigureView => (place === 1 ? { ...figure, star: "since published" } : figure),
  );
  expect(inWords({ ...series, months }, "2021-04", "2021-05")).toMatch(
    /May 2021 was revised since it was given to a board\.$/,
  );
});

test("a yes is not one more than a no", () => {
  const series = { ...seriesOf("E01", ["0", "1"]), definition: definitionOf("H08a") };
  expect(compare(series, "2021-04", "2021-05").outcome).toBe("cannot be compared");
  expect(inWords(series, "2021-04", "2021-05")).toBe("Cannot be compared: a yes or a no cannot be subtracted.");
});

test("a difference is what the two cells say, whatever they are", () => {
  const tenth = fc.integer({ min: 0, max: 1000 }).map((value) => `${(value / 10).toFixed(1)}%`);
  fc.assert(
    fc.property(tenth, tenth, (before, after) => {
      const { compared } = lastTwo([before, after]);
      if (compared.outcome === "cannot be compared") throw new Error("Two numbers are compared.");
      const tenths = Math.round(Number.parseFloat(after) * 10) - Math.round(Number.parseFloat(before) * 10);
      expect(Math.round(compared.difference.value * 10)).toBe(tenths);
      expect(compared.outcome).toBe(tenths > 0 ? "rose" : tenths < 0 ? "fell" : "unchanged");
    }),
  );
});
