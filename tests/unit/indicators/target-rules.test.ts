import { describe, expect, test } from "vitest";
import { targetStanding } from "#lib/indicators/figure-rules.ts";
import { targetForm } from "#lib/indicators/schema.ts";
import { type Promised, promiseInForce, promiseState } from "#lib/indicators/target-rules.ts";
import { againstTarget, holdsInWords, promiseInWords } from "#lib/indicators/target-words.ts";

let moment = 0;
/** Each promise is set after the one before it. */
function promise(target: number, fromOn: string, toOn: string | null = null): Promised {
  moment += 1;
  return { target, tolerance: 5, fromOn, toOn, setAt: `2022-01-01T00:00:${String(moment).padStart(2, "0")}.000Z` };
}

const LONG = promise(50, "2021-04-01");
const SUMMER = promise(55, "2021-06-01", "2021-09-01");
const NEXT_YEAR = promise(60, "2022-04-01");
const ALL = [LONG, SUMMER, NEXT_YEAR];

describe("the promise in force", () => {
  test.each([
    ["2021-03-31", null],
    ["2021-04-01", 50],
    ["2021-06-01", 55],
    ["2021-08-31", 55],
    ["2021-09-01", 50],
    ["2022-04-01", 60],
  ])("on %s is %s", (day, target) => {
    for (const order of [ALL, ALL.toReversed()]) expect(promiseInForce(order, day)?.target ?? null).toBe(target);
  });

  test("ends where it is set again with the same first day and a last one", () => {
    const ended = promise(50, "2021-04-01", "2021-10-01");
    expect(promiseInForce([...ALL, ended], "2021-09-30")).toBe(ended);
    expect(promiseInForce([...ALL, ended], "2021-10-01")).toBeNull();
    expect(promiseState(LONG, [...ALL, ended], "2021-09-30")).toBe("replaced");
  });
});

test.each([
  [LONG, "in force"],
  [SUMMER, "ended"],
  [NEXT_YEAR, "to come"],
])("every promise says how it stands on a day", (one, state) => {
  expect(promiseState(one, ALL, "2021-12-01")).toBe(state);
});

describe("in words", () => {
  test("a promise says its last day as people read it, and a difference of per cents in points", () => {
    expect(holdsInWords(SUMMER)).toBe("From 1 June 2021 to 31 August 2021");
    expect(holdsInWords(LONG)).toBe("From 1 April 2021");
    expect(promiseInWords({ target: 60, tolerance: 1 }, "%")).toBe("60%, with a tolerance of 1 percentage point");
    expect(promiseInWords({ target: 12.25, tolerance: 0 }, "weeks")).toBe("12.25 weeks, with no tolerance");
    expect(promiseInWords({ target: 1200, tolerance: 5.5 }, "count")).toBe("1,200, with a tolerance of 5.5");
  });

  test.each([
    [
      "53.4%",
      53.4,
      "higher",
      "53.4% is 6.6 percentage points below the target of 60%, and the tolerance is 5 percentage points.",
    ],
    [
      "66%",
      66,
      "lower",
      "66% is 6 percentage points above the target of 60%, and the tolerance is 5 percentage points.",
    ],
    ["60%", 60, "higher", "60% meets the target of 60%."],
  ] as const)("%s says by how much it misses", (asTyped, value, direction, expected) => {
    expect(againstTarget({ asTyped, value }, { target: 60, tolerance: 5 }, { unit: "%", direction })).toBe(expected);
  });
});

test("a month exactly at its tolerance is within it, whatever a float makes of the difference", () => {
  expect(targetStanding(55.1, { target: 60.2, tolerance: 5.1 }, "higher")).toBe("within tolerance");
  expect(targetStanding(8.3, { target: 8.1, tolerance: 0.2 }, "lower")).toBe("within tolerance");
});

describe("a target as typed", () => {
  const typed = { code: "E04", target: "60", tolerance: "5", fromOn: "2022-04-01", lastOn: "", reason: "Agreed" };

  test.each([
    ["60%", 60],
    ["1,200", 1200],
    ["£ 1,200,000.50", 1_200_000.5],
  ])("may be %s", (target, value) => {
    expect(targetForm.parse({ ...typed, target })).toMatchObject({ target: value, lastOn: "" });
  });

  test.each([
    ["target", { target: "most" }],
    ["target", { target: "-5" }],
    ["tolerance", { tolerance: "" }],
    ["fromOn", { fromOn: "" }],
    ["fromOn", { fromOn: "0022-04-01" }],
    ["lastOn", { lastOn: "2022-03-31" }],
    ["lastOn", { lastOn: "soon" }],
    ["reason", { reason: " " }],
  ])("is refused at %s for %j", (field, wrong) => {
    const issues = targetForm.safeParse({ ...typed, ...wrong }).error?.issues ?? [];
    expect(new Set(issues.map(({ path }) => path.join(".")))).toEqual(new Set([field]));
    expect(issues[0]?.message).toMatch(/^(Enter|Say|The last day)/);
  });
});
