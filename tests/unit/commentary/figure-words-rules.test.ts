import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { givenAway, numbersIn } from "#lib/commentary/figure-words-rules.ts";

const HIDDEN = [{ name: "Tribunal hearings, April 2021", value: 4 }];

describe("a hidden 4 is given away by", () => {
  test.each([
    "4 hearings took place.",
    "Four hearings took place.",
    "There were FOUR.",
    "It was the 4th.",
    "between 3–4 hearings",
    "n=4",
    "up,4 of them",
    "4.0 a month",
    "4.",
    "one to four",
    "fo\u00adur hearings",
    "fo\u200bur hearings",
    "４ hearings",
    "four-year-olds",
    "٤ hearings",
    "a rise⁴",
  ])("%s", (words) => {
    expect(givenAway(words, HIDDEN)?.name).toBe("Tribunal hearings, April 2021");
  });
});

describe("a hidden 4 is not given away by", () => {
  test.each([
    "",
    "14 hearings",
    "40%",
    "0.4",
    "4.5 a month",
    "1,004",
    "2024",
    "E04",
    "fourteen",
    "forty",
    "fourth quarter",
    "therefore",
  ])("%j", (words) => {
    expect(givenAway(words, HIDDEN)).toBeNull();
  });
});

test.each([
  ["twenty-one and thirty five", [21, 35]],
  ["Ninety nine, nineteen, nine", [99, 19, 9]],
  ["2,052 of 12,345.5", [2052, 12345.5]],
  ["3,4 and 5", [3, 4, 5]],
])("%s says %j", (words, values) => {
  expect(numbersIn(words).map(({ value }) => value)).toEqual(values);
});

test("every number from 1 to 2,000 is found in digits, with whatever words around it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(" ", ".", ")", "%", "-"), (value, after) => {
      const words = `In March (${value.toLocaleString("en-GB")}${after} of the plans`;
      expect(givenAway(words, [{ name: "it", value }])).not.toBeNull();
      expect(givenAway(words, [{ name: "it", value: value + 1 }])).toBeNull();
    }),
  );
});
