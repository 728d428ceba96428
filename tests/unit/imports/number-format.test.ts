import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILT_IN_FORMATS } from "#lib/imports/built-in-formats.ts";
import { numberFormat } from "#lib/imports/number-format.ts";

describe("numbers as the sheet shows them", () => {
  test.each([
    ["General", 0.1 + 0.2, "0.3"],
    ["General", 1234.5, "1234.5"],
    ["@", 12, "12"],
    ["0", 26.5, "27"],
    ["0", -2.5, "-3"],
    ["0.0", 40, "40.0"],
    ["0.00", 1.005, "1.01"],
    ["0.00", 0.285, "0.29"],
    ["0.0#", 1.25, "1.25"],
    ["0.0#", 1.2, "1.2"],
    ["0.##", 5, "5"],
    ["#,##0", 1234567.4, "1,234,567"],
    ["#,##0", 999, "999"],
    ["#,##0", 0, "0"],
    ["#,##0.00", 1234.5, "1,234.50"],
    ["000", 7, "007"],
    ["0%", 0.4, "40%"],
    ["0.0%", 0.267, "26.7%"],
    ["0.0%", 0.2675, "26.8%"],
    ["0.00%", 1, "100.00%"],
    ["0.0 %", 0.267, "26.7 %"],
    ["0.0%;[Red]-0.0%", -0.05, "-5.0%"],
    ["#,##0;[Red](#,##0)", -1234, "(1,234)"],
    ["0;-0;0.0", 0, "0.0"],
    ["£#,##0", 1500, "£1,500"],
    ["[$£-809]#,##0.00", 1500, "£1,500.00"],
    ['0" weeks"', 20, "20 weeks"],
    ["0\\ \\w\\k", 20, "20 wk"],
    ['#,##0.0,"k"', 1_250_000, "1,250.0k"],
    ["0.0", 1e-300, "0.0"],
    ["0", 1e21, "1000000000000000000000"],
  ])("%s shows %d as %s", (code, value, shown) => {
    expect(numberFormat(code, "1900")(value)).toBe(shown);
  });

  test.each([
    ["a zero shown as a dash", '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 0],
    ["a zero that is hidden", "0;-0;;@", 0],
    ["a number that is hidden", ";;;", 12],
    ["a number shown as a word", '"Tbc"', 3],
    ["a fraction", "# ?/?", 0.5],
    ["a power of ten", "0.00E+00", 12],
    ["a condition", '[<5]"c";0', 12],
    ["a code longer than a spreadsheet allows", "0".repeat(256), 12],
  ])("%s is given as the number it is", (_what, code, value) => {
    expect(numberFormat(code, "1900")(value)).toBe(String(value));
  });

  test("a percentage and the number it stands for are never further apart than half its last place", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (number, places) => {
        const shown = numberFormat(`0.${"0".repeat(places)}%`, "1900")(number);
        expect(shown).toMatch(new RegExp(`^-?\\d+${places > 0 ? `\\.\\d{${places}}` : ""}%$`));
        const gap = Math.abs(Number(shown.replace("%", "")) - number * 100);
        expect(gap).toBeLessThanOrEqual(0.5 * 10 ** -places * (1 + 1e-6) + 1e-6);
      }),
    );
  });
});

describe("dates as the sheet shows them", () => {
  test.each([
    ["mmm-yy", 44287, "Apr 21"],
    ["mmm yy", 44286, "Mar 21"],
    ["[$-809]mmmm\\ yyyy;@", 44561, "Dec 21"],
    ["dd/mm/yyyy", 44287, "2021-04-01"],
    ["d-mmm", 44287, "2021-04-01"],
    ["[$-F800]dddd, mmmm dd, yyyy", 44287, "2021-04-01"],
    ["yyyy-mm-dd", 1, "1900-01-01"],
    ["yyyy-mm-dd", 59, "1900-02-28"],
    ["yyyy-mm-dd", 61, "1900-03-01"],
    ["yyyy-mm-dd", 60, "60"],
    ["yyyy-mm-dd", -1, "-1"],
    ["yyyy-mm-dd", 2958465, "9999-12-31"],
    ["yyyy-mm-dd", 2958466, "2958466"],
    ["yyyy-mm-dd", 1e300, "1e+300"],
    ["dd/mm/yyyy hh:mm", 44287.5, "2021-04-01 12:00"],
    ["dd/mm/yyyy hh:mm", 44287.999999, "2021-04-02 00:00"],
    ["h:mm AM/PM", 0.75, "18:00"],
    ["[h]:mm", 1.25, "30:00"],
    ["mm:ss", 90 / 86_400, "00:01:30"],
  ])("%s shows %d as %s", (code, serial, shown) => {
    expect(numberFormat(code, "1900")(serial)).toBe(shown);
  });

  test("the two ways of counting days are 1,462 days apart", () => {
    expect(numberFormat("yyyy-mm-dd", "1904")(44287 - 1462)).toBe("2021-04-01");
    expect(numberFormat("yyyy-mm-dd", "1904")(0)).toBe("1904-01-01");
  });
});

test.each([
  [1, "27"],
  [2, "26.70"],
  [3, "27"],
  [4, "26.70"],
  [9, "2670%"],
  [10, "2670.00%"],
  [14, "1900-01-26"],
  [17, "Jan 00"],
])("built-in format %i is known", (id, shown) => {
  expect(numberFormat(BUILT_IN_FORMATS[id] ?? "", "1900")(26.7)).toBe(shown);
});
