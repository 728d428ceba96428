import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counted, failuresNow, secondsToWait, waitInWords, waitSentence } from "#lib/people/brake-rules.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const DAY = 24 * 3600;
const KINDS: Counted[] = ["account", "browser", "address", "session"];

describe("an account", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 240],
    [9, 480],
    [10, 900],
    [100_000, 900],
  ])("after %i wrong sign-ins waits %i seconds", (failures, seconds) => {
    expect(secondsToWait("account", { failures, lastAt: NOW }, NOW)).toBe(seconds);
  });

  test.each([
    [29.5, 1],
    [30, 0],
    [31, 0],
  ])("%d seconds after the fifth waits %i more", (since, seconds) => {
    expect(secondsToWait("account", { failures: 5, lastAt: ago(since) }, NOW)).toBe(seconds);
  });

  test("keeps its count for a day", () => {
    expect(failuresNow("account", { failures: 9, lastAt: ago(DAY - 1) }, NOW)).toBe(9);
    expect(failuresNow("account", { failures: 9, lastAt: ago(DAY) }, NOW)).toBe(0);
  });
});

describe("an address on the network", () => {
  test.each([
    [29, 0],
    [30, 10],
    [31, 20],
    [35, 300],
    [5_000, 300],
  ])("after %i wrong sign-ins waits %i seconds", (failures, seconds) => {
    expect(secondsToWait("address", { failures, lastAt: NOW }, NOW)).toBe(seconds);
  });

  test("forgets one a minute, so that an office is not slowed all day by what went wrong in the morning", () => {
    expect(failuresNow("address", { failures: 40, lastAt: ago(20 * 60) }, NOW)).toBe(20);
    expect(failuresNow("address", { failures: 40, lastAt: ago(59) }, NOW)).toBe(40);
    expect(failuresNow("address", { failures: 40, lastAt: ago(60 * 60) }, NOW)).toBe(0);
  });
});

test("whoever waits as long as they are told may try again, whatever was counted", () => {
  const counts = fc.record({ failures: fc.nat(1_000_000), since: fc.integer({ min: 0, max: 2 * DAY }) });
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), counts, (counted, { failures, since }) => {
      const count = { failures, lastAt: ago(since) };
      const wait = secondsToWait(counted, count, NOW);
      expect(wait).toBeLessThanOrEqual(900);
      expect(secondsToWait(counted, count, new Date(NOW.getTime() + wait * 1000))).toBe(0);
    }),
  );
});

test("a clock that was set back by an hour makes nobody wait longer", () => {
  expect(secondsToWait("account", { failures: 5, lastAt: ago(-3600) }, NOW)).toBe(30);
});

test.each([
  [1, "10 seconds"],
  [30, "30 seconds"],
  [41, "50 seconds"],
  [51, "1 minute"],
  [60, "1 minute"],
  [61, "2 minutes"],
  [900, "15 minutes"],
])("%i seconds are said as %s", (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
  expect(waitSentence(seconds)).toBe(`Too many sign-ins were wrong. Wait ${words}, then try again.`);
});
