import { describe, expect, test } from "vitest";
import { momentInWords, readMoment, wholeSecondFrom } from "#prisma/keeping/moment.ts";

describe("a moment is typed as London's clocks showed it", () => {
  test.each([
    ["2026-11-22 10:00", "2026-11-22T10:00:00Z"],
    ["2026-11-22 10:00:05", "2026-11-22T10:00:05Z"],
    ["2026-11-22T10:00", "2026-11-22T10:00:00Z"],
    ["  2026-11-22 10:00 ", "2026-11-22T10:00:00Z"],
    ["2026-07-01 10:00", "2026-07-01T09:00:00Z"],
    ["2026-07-01 00:30", "2026-06-30T23:30:00Z"],
    ["2026-07-01 10:00Z", "2026-07-01T10:00:00Z"],
    ["2026-03-29 00:59:59", "2026-03-29T00:59:59Z"],
    ["2026-03-29 02:00", "2026-03-29T01:00:00Z"],
    ["2026-10-25 00:59:59", "2026-10-24T23:59:59Z"],
    ["2026-10-25 02:00", "2026-10-25T02:00:00Z"],
  ])("%s", (typed, moment) => {
    expect(readMoment(typed).toString()).toBe(moment);
  });

  test.each(["2026-10-25 01:00", "2026-10-25 01:30", "2026-10-25 01:59:59"])("%s came twice", (typed) => {
    expect(() => readMoment(typed)).toThrow(/came twice in London/);
    const [first, second] = [readMoment(`${typed}+01:00`), readMoment(`${typed}+00:00`)];
    expect(second.since(first).total("minutes")).toBe(60);
  });

  test.each(["2026-03-29 01:00", "2026-03-29 01:59:59"])("%s never was", (typed) => {
    expect(() => readMoment(typed)).toThrow(/There was no .* in London/);
  });

  test.each([
    ["", "22/11/2026 10:00", "2026-11-22", "10:00", "2026-11-31 10:00", "2026-11-22 25:00", "2026-11-22 24:00"],
    ["2026-11-22 10", "2026-11-22 10:00:99", "2026-11-22 10:00 GMT", "2026-11-22  10:00", "yesterday", "-1"],
  ])("what is no moment is answered with an example", (...typed) => {
    for (const one of typed) expect(() => readMoment(one)).toThrow(/is not a moment. Type it like "2026-11-22 10:00"/);
  });

  test.each([
    ["2026-11-22T10:00:00.001Z", "2026-11-22T10:00:01.000Z"],
    ["2026-11-22T10:00:00.000Z", "2026-11-22T10:00:00.000Z"],
  ])("the first moment one can type from %s on is %s", (moment, second) => {
    expect(wholeSecondFrom(moment).toISOString()).toBe(second);
    expect(wholeSecondFrom(new Date(moment)).toISOString()).toBe(second);
  });

  test("a moment is said as London's clocks showed it", () => {
    expect(momentInWords(new Date("2026-07-01T09:00:05Z"))).toBe("1 July 2026 at 10:00:05");
    expect(momentInWords("2026-11-22T10:00:00.000Z")).toBe("22 November 2026 at 10:00:00");
  });
});
