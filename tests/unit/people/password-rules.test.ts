import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessProblem, shapeProblem } from "#lib/people/password-rules.ts";

const { dictionary } = await import("@zxcvbn-ts/language-common");
const common = new Set(dictionary["passwords-common"]);
const owner = { email: "jo.bloggs@council.example", displayName: "Jo Bloggs" };

function refusal(password: string): string | null {
  return shapeProblem(password) ?? guessProblem(password, owner, common);
}

describe("a new password", () => {
  test.each([
    "correct horse battery staple",
    "tugboat lantern oyster",
    "   leading and trailing   ",
    "пароль из трёх слов",
    "🐎🔋📎🌊🎻🥁🌵🧊🪁🦔🍋🎲",
    "mQ7-vX2!tL9$",
    "Rutland otter 1987",
    `${"a".repeat(20)}mQ7vX2tL9`,
  ])("may be %s", (password) => {
    expect(refusal(password)).toBeNull();
  });

  test.each([
    ["", "Choose a password"],
    ["elevenchars", "Use at least 12 characters; this has 11."],
    ["🐎🔋📎🌊🎻🥁🌵🧊🪁🦔🍋", "this has 11"],
    [`${"x1".repeat(64)}y`, "Use at most 128 characters; this has 129."],
    ["tugboat\u0000lantern", "cannot be read"],
    ["tugboat \ud83d lantern", "cannot be read"],
  ])("%j is refused: %s", (password, sentence) => {
    expect(refusal(password)).toContain(sentence);
  });

  test.each([
    "password1234",
    "Password2026!",
    "P4ssw0rd2026!",
    "passwordpassword",
    "monkey monkey monkey",
    "monkeymonkeymon",
    "qwertyuiop123",
    "123456123456",
    "letmein---1987",
    "l3tm31n l3tm31n",
    "1q2w3e4r5t6y",
    "!!!iloveyou!!!",
    "ILOVEYOU-2026",
    "sunshine......",
  ])("%s is refused because many people use it", (password) => {
    expect(refusal(password)).toContain("many people use");
  });

  test.each(["aaaaaaaaaaaa", "abababababab", "abcabcabcabcab", "            "])("%j repeats itself", (password) => {
    expect(refusal(password)).toContain("repeats");
  });

  test.each(["abcdefghijklmn", "ABCDEFGHIJKLMN", "987654321098", "123456789012"])("%s is a run", (password) => {
    expect(refusal(password)).toContain("run of characters");
  });

  test.each([
    "jobloggs2026!",
    "Jo.Bloggs-Jo.Bloggs",
    "bloggs.council.7",
    "sendpartnership",
    "Partnership-1",
    "bl0ggsbl0ggs",
  ])("%s is made of what everybody knows of its owner", (password) => {
    expect(refusal(password)).toContain("your name");
  });

  test("is counted as it is kept: one letter, however a keyboard writes it", () => {
    expect(shapeProblem("e\u0301".repeat(6))).toContain("this has 6");
    expect(shapeProblem("\u00e9".repeat(12))).toBeNull();
  });

  test("of any characters is judged without failing, and with the same words each time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 140 }), (password) => {
        expect(refusal(password)).toBe(refusal(password));
      }),
    );
  });
});
