import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeProblem, inFours, RECOVERY_ALPHABET, readCode, WRONG_CODE } from "#lib/people/second-step-rules.ts";

describe("a code of the app", () => {
  test.each([-1, 0, 1])("%i steps off is accepted", (off) => {
    expect(codeProblem(off)).toBeNull();
  });

  test.each([
    [-2, "about a minute slow"],
    [-8, "about 4 minutes slow"],
    [-10, "about 5 minutes slow"],
    [2, "about a minute fast"],
    [10, "about 5 minutes fast"],
  ])("%i steps off says that the clock is %s", (off, words) => {
    expect(codeProblem(off)).toContain(words);
  });

  test("of no minute near is not right", () => {
    expect(codeProblem(null)).toBe(WRONG_CODE);
  });
});

describe("what is typed", () => {
  test.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["１２３４５６", "123456"],
  ])("%j is the code %s of the app", (typed, code) => {
    expect(readCode(typed)).toEqual({ kind: "app", code });
  });

  test.each([
    ["abcd-efgh-jkmn", "abcdefghjkmn"],
    ["ABCD EFGH JKMN", "abcdefghjkmn"],
    ["O1IL-0000-abcd", "01110000abcd"],
  ])("%j is the recovery code %s", (typed, code) => {
    expect(readCode(typed)).toEqual({ kind: "recovery", code });
  });

  test.each(["", "12345", "1234567", "abcd-efgh", "abcd-efgh-jkmu", "12345é", "\u0000"])("%j is neither", (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  test("is any recovery code as the page shows it", () => {
    const code = fc.string({ unit: fc.constantFrom(...RECOVERY_ALPHABET), minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(code, (code) => {
        expect(readCode(inFours(code, "-"))).toEqual({ kind: "recovery", code });
        expect(readCode(inFours(code.toUpperCase(), " "))).toEqual({ kind: "recovery", code });
      }),
    );
  });
});
