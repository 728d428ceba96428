import { describe, expect, test } from "vitest";
import { audiencesFor, paragraphs, type Said, whatStands } from "#lib/commentary/rules.ts";
import { draftForm } from "#lib/commentary/schema.ts";
import { longText } from "#lib/long-text.ts";

function said(id: string, organisationId: string, publishedAt: string): Said {
  return { id, organisationId, organisation: organisationId, words: id, audience: "board", publishedAt };
}

test("of each organisation the last words stand, and the ones before are said before, latest first", () => {
  const all = [said("a", "council", "2022-04-01"), said("b", "icb", "2022-04-02"), said("c", "council", "2022-04-03")];
  const expected = [
    ["c", ["a"]],
    ["b", []],
  ];
  for (const order of [all, all.toReversed()]) {
    expect(whatStands(order).map(({ stands, before }) => [stands.id, before.map(({ id }) => id)])).toEqual(expected);
  }
});

describe("words may be for", () => {
  test.each([
    ["public", null, ["public", "partners", "board"]],
    ["partners", null, ["partners", "board"]],
    ["board", null, ["board"]],
    ["public", "partners", ["public", "partners"]],
    ["public", "public", ["public"]],
    ["board", "public", []],
  ] as const)("no more readers than the figure, %s, and no fewer than what stands, %s", (widest, stands, expected) => {
    expect(audiencesFor(widest, stands)).toEqual(expected);
  });
});

test("an empty line parts paragraphs, and a line end stays a line end", () => {
  expect(paragraphs("One\ntwo.\n\n  \nThree.\n\n\n")).toEqual(["One\ntwo.", "Three."]);
});

describe("what is typed", () => {
  const words = longText(10, "Write something");
  const problem = (typed: string) => words.safeParse(typed).error?.issues[0]?.message;

  test("counts a line end once, however the browser sends it", () => {
    expect(words.parse("1234\r\n6789\r\n")).toBe("1234\n6789");
    expect(words.parse("12345\r\n789a")).toBe("12345\n789a");
    expect(problem("12345\r\n789ab")).toMatch(/at most 10 characters/);
  });

  test.each(["", "   ", "\r\n"])("must say something: %j does not", (typed) => {
    expect(problem(typed)).toBe("Write something");
  });

  test.each(["a\u202eb", "a\u0000b", "a\ud800b", "a\u200bb", "a\u0007b"])(
    "holds nothing that cannot be seen: %j",
    (typed) => {
      expect(problem(typed)).toMatch(/characters that cannot be/);
    },
  );

  test("may be Welsh, or hold an emoji, a tab or an apostrophe", () => {
    expect(words.parse("tŷ’r\tdŵr 👍")).toBe("tŷ’r\tdŵr 👍");
  });
});

test.each([
  [{ press: "check" }, "check"],
  [{ press: "delete" }, "save"],
  [{}, "save"],
])("a form sent with %j is a %s", (button, press) => {
  const typed = { code: "E04", month: "2022-03", version: "0", words: "Words", audience: "board", ...button };
  expect(draftForm.parse(typed)).toMatchObject({ press, version: 0 });
});
