import { describe, expect, test } from "vitest";
import type { FigureView, Series } from "#lib/indicators/figure.ts";
import { yearToDate } from "#lib/indicators/year-rules.ts";
import { MARCH, MONTHS, paperRow, seriesOf } from "#tests/support/monthly-table.ts";

const AUGUST = "2021-08";

/** The series with these two numbers behind some of its months, by their place in the year. */
function withParts(series: Series, parts: Readonly<Record<number, readonly [number | null, number]>>): Series {
  const months = series.months.map((figure, place): FigureView => {
    const [numerator, denominator] = parts[place] ?? [null, null];
    return { ...figure, numerator, denominator };
  });
  return { ...series, months };
}

describe("the monthly KPI table of 2021-22", () => {
  test.each([
    ["1", 857],
    ["3", 2052],
    ["5", 8],
    ["6", 84],
  ])("the months of row %s add up to the %d that the paper prints", (row, value) => {
    expect(yearToDate(paperRow(row), MARCH)).toMatchObject({ how: "sum", value, agrees: true });
  });

  test("row 2 cannot be rebuilt: nothing is known of its denominators", () => {
    const year = yearToDate(paperRow("2"), MARCH);
    expect(year).toMatchObject({ how: "cannot be rebuilt", value: null, agrees: null, partial: false });
    expect(year.printed?.asTyped).toBe("28%");
    expect(year.unweighted).toEqual(MONTHS);
  });

  test("row 4 is 50.9% by the reviews due in row 3, and not the 50.1% that the paper prints", () => {
    const year = yearToDate(paperRow("4"), MARCH, paperRow("3"));
    expect(year).toMatchObject({ how: "weighted", weightedBy: "A00", agrees: false, partial: false });
    expect(year.value).toBeCloseTo(50.9, 1);
    expect(year.printed?.asTyped).toBe("50.1%");
  });

  test("row 5 is partial: four months to be confirmed, and March not reported", () => {
    const { partial, gaps } = yearToDate(paperRow("5"), MARCH);
    expect(partial).toBe(true);
    expect(gaps.toBeConfirmed).toEqual(["2021-04", "2021-05", "2021-06", "2021-07"]);
    expect(gaps.notReported).toEqual([MARCH]);
  });

  test("row 6 is partial: August not reported", () => {
    const { partial, gaps } = yearToDate(paperRow("6"), MARCH);
    expect([partial, gaps.toBeConfirmed, gaps.notReported]).toEqual([true, [], [AUGUST]]);
  });

  test.each(["2a", "2b", "7"])("row %s is counted on a day, so a year has no total", (row) => {
    expect(yearToDate(paperRow(row), MARCH)).toMatchObject({ how: "stock", value: null, partial: false });
  });
});

describe("a year to date", () => {
  test("runs from April, and stops at the month asked for", () => {
    expect(yearToDate(paperRow("1"), "2021-06")).toMatchObject({ from: "2021-04", to: "2021-06", value: 54 + 85 + 80 });
    const nextYear = { ...paperRow("1"), months: [...paperRow("1").months, { ...march("10"), month: "2022-04" }] };
    expect(yearToDate(nextYear, "2022-04")).toMatchObject({ from: "2022-04", value: 10, partial: false });
  });

  test("takes a total printed for another month for none", () => {
    expect(yearToDate(paperRow("1"), "2021-06")).toMatchObject({ printed: null, agrees: null });
  });

  test("is partial when a month was never submitted, and says which", () => {
    const requests = paperRow("1");
    const months = requests.months.filter(({ month }) => month !== AUGUST);
    const year = yearToDate({ ...requests, months }, MARCH);
    expect(year).toMatchObject({ value: 857 - 33, partial: true, neverSubmitted: [AUGUST], agrees: false });
  });

  test("does not add up a month that the small-number rule hides", () => {
    const requests = paperRow("1");
    const hidden: FigureView = { ...march("121"), state: "small number", value: null };
    const year = yearToDate({ ...requests, months: [...requests.months.slice(0, -1), hidden] }, MARCH);
    expect(year).toMatchObject({ how: "sum", value: null, agrees: null });
    expect(year.gaps.hidden).toEqual([MARCH]);
  });

  test("of a rate is weighted by its own numbers where they were submitted", () => {
    const rate = withParts(seriesOf("A01", ["33%", "10%"]), { 0: [1, 3], 1: [10, 100] });
    const year = yearToDate(rate, "2021-05");
    expect(year).toMatchObject({ how: "weighted", weightedBy: "own denominators" });
    expect(year.value).toBeCloseTo((11 / 103) * 100, 10);
  });

  test.each([
    ["50.9%", true],
    ["50.90%", true],
    ["51%", true],
    ["50%", false],
    ["50.8%", false],
  ])("agrees with a printed %s or not at the precision of the paper: %s", (typed, agrees) => {
    const printed = [{ ...march(typed), month: MARCH }];
    expect(yearToDate({ ...paperRow("4"), printed }, MARCH, paperRow("3"))).toMatchObject({ agrees });
  });

  test("of a rate can be weighted by denominators alone", () => {
    const year = yearToDate(withParts(seriesOf("E04", ["50%", "10%"]), { 0: [null, 2], 1: [null, 100] }), "2021-05");
    expect(year).toMatchObject({ how: "weighted", weightedBy: "own denominators" });
    expect(year.value).toBeCloseTo((11 / 102) * 100, 10);
  });

  test("of a rate cannot be rebuilt when one denominator is missing", () => {
    const rate = withParts(seriesOf("E04", ["50%", "10%", "20%"]), { 0: [1, 2], 2: [1, 5] });
    expect(yearToDate(rate, "2021-06")).toMatchObject({ how: "cannot be rebuilt", unweighted: ["2021-05"] });
  });

  test("of a rate does not need the denominator of a month without a rate", () => {
    const year = yearToDate(seriesOf("A01", ["50%", "Tbc"]), "2021-05", seriesOf("A00", ["10", ""]));
    expect(year).toMatchObject({ how: "weighted", value: 50, partial: true });
  });

  test("with nothing reported is nothing, not 0", () => {
    const year = yearToDate(seriesOf("D01", ["Tbc", "", "-"], "8"), "2021-06");
    expect(year).toMatchObject({ how: "nothing reported", value: null, partial: false, agrees: null });
  });

  test("of true noughts is 0", () => {
    expect(yearToDate(seriesOf("D01", ["0", "0"]), "2021-05")).toMatchObject({ how: "sum", value: 0, partial: false });
  });
});

function march(typed: string): FigureView {
  return { ...(seriesOf("E01", [typed]).months[0] as FigureView), month: MARCH };
}
