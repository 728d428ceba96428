import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalsOf, readCell } from "#lib/indicators/cell-rules.ts";
import { inUnit } from "#lib/indicators/numbers.ts";

describe("a cell of a board paper", () => {
  test.each([
    ["54", 54, "54", false],
    ["0", 0, "0", false],
    ["2052", 2052, "2052", false],
    ["2,052", 2052, "2,052", false],
    ["1,234,567", 1234567, "1,234,567", false],
    ["26.7%", 26.7, "26.7%", true],
    ["40%", 40, "40%", true],
    ["8.0%", 8, "8.0%", true],
    ["100 %", 100, "100 %", true],
    [" 72 ", 72, "72", false],
    ["1.2345", 1.2345, "1.2345", false],
  ])("%s is a reported number", (typed, value, asTyped, percent) => {
    expect(readCell(typed)).toEqual({ state: "reported", asTyped, value, percent, markedRevised: false });
  });

  test.each([
    ["202*", 202, "202"],
    ["48.6%*", 48.6, "48.6%"],
    ["48.6% *", 48.6, "48.6%"],
    ["45.5%**", 45.5, "45.5%"],
  ])("%s is a reported number with a star", (typed, value, asTyped) => {
    expect(readCell(typed)).toMatchObject({ state: "reported", asTyped, value, markedRevised: true });
  });

  test.each([
    ["Tbc", "to be confirmed"],
    ["TBC", "to be confirmed"],
    ["tbc.", "to be confirmed"],
    ["To be confirmed", "to be confirmed"],
    ["-", "dash"],
    ["–", "dash"],
    ["—", "dash"],
    ["", "not reported"],
    ["   ", "not reported"],
    ["\u00a0", "not reported"],
  ])("%j holds no number: it is %s", (typed, state) => {
    const cell = { state, asTyped: typed.trim(), value: null, percent: false, markedRevised: false };
    expect(readCell(typed)).toEqual(cell);
  });

  test("to be confirmed, nothing, a dash and 0 are four different things", () => {
    const states = ["Tbc", "", "-", "0"].map((typed) => readCell(typed));
    expect(new Set(states.map((cell) => cell?.state)).size).toBe(4);
    expect(states.map((cell) => cell?.value)).toEqual([null, null, null, 0]);
  });

  test.each([
    ...[
      "n/a",
      "fifty",
      "*",
      "**",
      "%",
      "--",
      "-5",
      "+5",
      "1e5",
      "½",
      "5 5",
      "12.5.1",
      ".5",
      "5.",
      "£5",
      "5%%",
      "٣",
      "５",
    ],
    ...["1,00", "1234,567", ",100", "1,2345", "10000000000", "1.23456", "Tbc 5", "0x1F", "Infinity", "5;", "=1+1"],
  ])("%s is not understood", (typed) => {
    expect(readCell(typed)).toBeNull();
  });

  test("is read without an error whatever it holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (typed) => {
        const cell = readCell(typed);
        expect(cell === null || (cell.value === null) === (cell.state !== "reported")).toBe(true);
      }),
    );
  });

  test("prints back as it was typed when it is a number", () => {
    const whole = fc.integer({ min: 0, max: 9_999_999_998 });
    const decimals = fc.stringMatching(/^\d{0,4}$/);
    fc.assert(
      fc.property(whole, decimals, fc.boolean(), fc.boolean(), fc.boolean(), (number, after, commas, percent, star) => {
        const digits = commas ? number.toLocaleString("en-GB") : String(number);
        const typed = `${digits}${after && `.${after}`}${percent ? "%" : ""}`;
        const cell = readCell(`${typed}${star ? "*" : ""}`);
        expect(cell).toMatchObject({ state: "reported", asTyped: typed, percent, markedRevised: star });
        const printed = inUnit(cell?.value ?? Number.NaN, percent ? "%" : "count", decimalsOf(typed));
        expect(printed.replaceAll(",", "")).toBe(typed.replaceAll(",", ""));
      }),
    );
  });
});
