import { describe, expect, test } from "vitest";
import { reportForm, unanswered } from "#lib/exceptions/schema.ts";

const EMPTY = { code: "E04", month: "2022-03", version: "0", why: "", doing: "", backOnTrackOn: "" };
const FULL = { ...EMPTY, why: "Staff left.", doing: "We hire.", backOnTrackOn: "2022-09-01" };

function problems(typed: Record<string, string>): Record<string, string> {
  const issues = reportForm.safeParse(typed).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}

describe("a report", () => {
  test("may be saved with nothing in it", () => {
    expect(problems(EMPTY)).toEqual({});
  });

  test("must be whole before it is checked, and every gap is said at once", () => {
    expect(Object.keys(problems({ ...EMPTY, press: "check" }))).toEqual(["why", "doing", "backOnTrackOn"]);
    expect(problems({ ...FULL, press: "check" })).toEqual({});
    expect(unanswered(FULL)).toEqual([]);
  });

  test.each([
    [{ why: "x".repeat(2001) }, "why", /at most 2,000 characters/],
    [{ doing: "a\u0000b" }, "doing", /cannot be/],
    [{ backOnTrackOn: "31/02/2022" }, "backOnTrackOn", /date as it is on the calendar/],
    [{ backOnTrackOn: "2022-02-30" }, "backOnTrackOn", /date as it is on the calendar/],
  ])("is refused in words when it holds %j", (typed, field, message) => {
    expect(problems({ ...FULL, ...typed })[field]).toMatch(message);
  });
});
