import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cursorText, FILTER_FIELDS, filterAddress, readFilter } from "#lib/audit/filter-schema.ts";
import { filterInWords } from "#lib/audit/filter-words.ts";

const ID = "019a0000-0000-7000-8000-000000000001";
const WHOLE = {
  ...{ from: "2026-01-01", until: "2026-01-31", person: "Jo", organisation: ID },
  ...{ role: "senco", action: "gave a role", request: ID },
};

describe("the address of the record of acts", () => {
  test("holds every part of a filter, and gives it back", () => {
    const asked = readFilter(WHOLE);
    expect(asked.filter).toEqual(WHOLE);
    expect(readFilter(Object.fromEntries(new URLSearchParams(filterAddress(asked.typed))))).toEqual(asked);
  });

  test("without anything in it asks for every act", () => {
    const { filter, problems } = readFilter({});
    expect(new Set(Object.values(filter ?? {}))).toEqual(new Set([""]));
    expect(problems).toEqual([]);
  });

  test.each([
    ["from", "22/11/2026"],
    ["from", "2026-02-31"],
    ["until", "tomorrow"],
    ["until", "0000-00-00"],
    ["person", "a\u0000b"],
    ["person", "\ud800"],
    ["person", "x".repeat(1_000_000)],
    ["organisation", "the council"],
    ["role", "king"],
    ["action", "__proto__"],
    ["request", "123"],
  ])("with a %s that cannot be read says so beside it and keeps what was typed: %.20j", (field, typed) => {
    const asked = readFilter({ [field]: typed });
    expect(asked.filter).toBeNull();
    expect(asked.problems.map((problem) => problem.field)).toEqual([field]);
    expect(asked.typed[field]).toBe(typed);
  });

  test("with a last day before the first says so", () => {
    expect(readFilter({ from: "2026-02-01", until: "2026-01-01" }).problems).toMatchObject([{ field: "until" }]);
    expect(readFilter({ from: "2026-02-01", until: "2026-02-01" }).problems).toEqual([]);
  });

  test("with a name twice takes the first", () => {
    expect(readFilter({ person: ["Jo", "Sam"] }).filter?.person).toBe("Jo");
  });

  test("never fails, whatever it holds", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...FILTER_FIELDS, "before", "after", "refused"), value), (sent) => {
        const { filter, problems } = readFilter(sent);
        expect(filter === null).toBe(problems.length > 0);
      }),
    );
  });

  test("holds a place in the record, to the thousandth of a second", () => {
    const at = new Date("2026-11-22T14:05:09.123Z");
    expect(readFilter({ before: cursorText({ at, id: ID }) }).cursor).toEqual({ way: "before", at, id: ID });
    for (const text of ["", "1", `x_${ID}`, `99999999999999999_${ID}`, "1_' or 1=1"])
      expect(readFilter({ after: text }).cursor).toBeNull();
  });
});

test("what was exported is said without what was typed: it may be an e-mail address", () => {
  const filter = { ...WHOLE, role: "senco", action: "gave a role" } as const;
  expect(filterInWords({ ...filter, person: "jo@school.example" }, [ID])).toBe(
    `acts from 2026-01-01, until 2026-01-31, of person ${ID}, in organisation ${ID}, as senco, of the kind “gave a role”, in the request ${ID}`,
  );
  expect(filterInWords({ ...filter, person: "nobody@school.example" }, [])).not.toContain("school.example");
});
