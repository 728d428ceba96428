import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, lastDay, type Month } from "#lib/dates.ts";
import {
  type Answerable,
  type Evidence,
  exceptionsOf,
  openExceptions,
  type PromiseOf,
  type ReportOf,
} from "#lib/exceptions/rules.ts";

const COUNCIL = { id: "council", name: "The council" };
const TODAY = "2022-08-01";

/** Higher is better; a target of 60 with a tolerance of 5, so that 54 misses it and 55 does not. */
function indicator(values: Readonly<Record<Month, number | null>>, more: Partial<Answerable> = {}): Answerable {
  const months = Object.entries(values).map(([month, value]) => ({ month, value }));
  return { code: "E04", direction: "higher", owner: COUNCIL, months, ...more };
}

function promise(more: Partial<PromiseOf> = {}): PromiseOf {
  const numbers = { code: "E04", target: 60, tolerance: 5 };
  return {
    ...numbers,
    fromOn: "2022-01-01",
    toOn: null,
    setAt: "2022-01-03T09:00:00.000Z",
    setOn: "2022-01-03",
    ...more,
  };
}

function given(month: Month, backOnTrackOn: string, seenOn: string | null = null): ReportOf {
  return { code: "E04", month, organisation: COUNCIL, givenOn: lastDay(addMonths(month, 1)), backOnTrackOn, seenOn };
}

const drafted: ReportOf = { ...given("2022-03", ""), givenOn: null, backOnTrackOn: null };

/** Each month is given to a board on the 10th of the next, unless the evidence says otherwise. */
function evidence(one: Answerable, more: Partial<Evidence> = {}): Evidence {
  const publications = one.months.map(({ month }) => ({ code: one.code, month, on: `${addMonths(month, 1)}-10` }));
  return { indicators: [one], promises: [promise()], reports: [], publications, today: TODAY, ...more };
}

/** "2022-03 owed since 2022-04-10" of whatever is somebody's move. */
function open(all: Evidence): string[] {
  return openExceptions(exceptionsOf(all)).map(({ month, state, since }) => `${month} ${state} since ${since}`);
}

describe("a report is owed", () => {
  test.each([
    [54, ["2022-03 owed since 2022-04-10"]],
    [55, []],
    [60, []],
    [null, []],
  ])("for a month of %s only where it is beyond the tolerance of its target", (value, expected) => {
    expect(open(evidence(indicator({ "2022-03": value })))).toEqual(expected);
  });

  test("since the day the promise was set, where that is later than the board's", () => {
    const late = [promise({ setOn: "2022-05-05", setAt: "2022-05-05T10:00:00.000Z" })];
    expect(open(evidence(indicator({ "2022-03": 54 }), { promises: late }))).toEqual(["2022-03 owed since 2022-05-05"]);
  });

  test("since the first board, where the month was given to two", () => {
    const publications = ["2022-05-10", "2022-04-10"].map((on) => ({ code: "E04", month: "2022-03", on }));
    expect(open(evidence(indicator({ "2022-03": 54 }), { publications }))).toEqual(["2022-03 owed since 2022-04-10"]);
  });

  test.each([
    ["a month that no board was given", {}, { publications: [] }],
    ["an indicator without a promise", {}, { promises: [] }],
    ["another indicator's promise", {}, { promises: [promise({ code: "E05" })] }],
    ["a promise that begins after the month", {}, { promises: [promise({ fromOn: "2022-04-01" })] }],
    ["a promise that ended on the month’s last day but one", {}, { promises: [promise({ toOn: "2022-03-31" })] }],
    ["an indicator that is neither better nor worse", { direction: "context" as const }, {}],
    ["an indicator that nobody owns", { owner: null }, {}],
  ])("by nobody for %s", (_what, one, more) => {
    expect(open(evidence(indicator({ "2022-03": 0 }, one), more))).toEqual([]);
  });

  test("for the month on whose last day the promise still holds", () => {
    const promises = [promise({ fromOn: "2022-03-31", toOn: "2022-04-01" })];
    const months = { "2022-02": 0, "2022-03": 0, "2022-04": 0 };
    expect(open(evidence(indicator(months), { promises }))).toEqual(["2022-03 owed since 2022-04-10"]);
  });

  test("for the latest of several months, and names the others", () => {
    const all = evidence(indicator({ "2022-01": 50, "2022-02": 58, "2022-03": 54, "2022-05": 40 }));
    expect(exceptionsOf(all)).toMatchObject([{ month: "2022-05", earlier: ["2022-01", "2022-03"] }]);
  });

  test("where lower is better, for a month above the tolerance", () => {
    const lower = indicator({ "2022-03": 66 }, { direction: "lower" });
    expect(open(evidence(lower))).toEqual(["2022-03 owed since 2022-04-10"]);
    expect(open(evidence(indicator({ "2022-03": 65 }, { direction: "lower" })))).toEqual([]);
  });
});

describe("a report that is given", () => {
  const months = indicator({ "2022-02": 50, "2022-03": 50, "2022-04": 50, "2022-05": 50 });

  test("is the board’s move until it is seen, and answers for the months before its back-on-track date", () => {
    expect(open(evidence(months, { reports: [given("2022-03", "2022-06-01")] }))).toEqual([
      "2022-03 given since 2022-04-10",
    ]);
    expect(open(evidence(months, { reports: [given("2022-03", "2022-06-01", "2022-07-01")] }))).toEqual([]);
  });

  test("does not answer for a month that ends on the back-on-track date", () => {
    expect(open(evidence(months, { reports: [given("2022-03", "2022-05-31", "2022-07-01")] }))).toEqual([
      "2022-05 owed since 2022-06-10",
    ]);
  });

  test("answers for its own month and every one before, however soon it promised to be back on track", () => {
    const two = indicator({ "2022-02": 50, "2022-03": 50 });
    expect(open(evidence(two, { reports: [given("2022-03", "2022-02-15", "2022-04-30")] }))).toEqual([]);
  });

  test("names the earlier months that no report before it answers for", () => {
    const reports = [given("2022-02", "2022-03-31", "2022-04-01"), given("2022-04", "2022-06-01")];
    expect(openExceptions(exceptionsOf(evidence(months, { reports })))).toMatchObject([
      { month: "2022-04", earlier: ["2022-03"] },
    ]);
  });

  test("stays the board’s although the figure was revised since", () => {
    const revised = indicator({ "2022-03": 60 });
    expect(open(evidence(revised, { reports: [given("2022-03", "2022-09-01")] }))).toEqual([
      "2022-03 given since 2022-04-30",
    ]);
  });
});

test("a draft is the owner’s move as before, and covers nothing", () => {
  expect(open(evidence(indicator({ "2022-03": 54 }), { reports: [drafted] }))).toEqual([
    "2022-03 drafted since 2022-04-10",
  ]);
  expect(open(evidence(indicator({ "2022-03": 54, "2022-04": 54 }), { reports: [drafted] }))).toEqual([
    "2022-04 owed since 2022-05-10",
  ]);
});

const month = fc.integer({ min: 0, max: 11 }).map((count) => addMonths("2022-01", count));
const day = fc.integer({ min: -30, max: 700 }).map((count) => addDays("2022-01-01", count));
const code = fc.constantFrom("A", "B", "C");
const organisation = fc.constantFrom("one", "two").map((id) => ({ id, name: `The ${id}` }));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const cases: fc.Arbitrary<Evidence> = fc.record({
  indicators: fc.uniqueArray(
    fc.record({
      code,
      direction: fc.constantFrom("higher" as const, "lower" as const, "context" as const),
      owner: maybe(organisation),
      months: fc.uniqueArray(fc.record({ month, value: maybe(fc.integer({ min: 0, max: 100 })) }), {
        selector: (one) => one.month,
      }),
    }),
    { selector: (one) => one.code },
  ),
  promises: fc.uniqueArray(
    fc
      .record({ code, target: fc.nat(100), tolerance: fc.nat(20), fromOn: day, setOn: day, long: maybe(fc.nat(400)) })
      .map(({ long, ...one }) => ({
        ...one,
        toOn: long === null ? null : addDays(one.fromOn, long + 1),
        setAt: `${one.setOn}T12:00:00.000Z`,
      })),
    { selector: (one) => `${one.code} ${one.fromOn} ${one.setAt}` },
  ),
  reports: fc.uniqueArray(
    fc.record({ code, month, organisation, givenOn: maybe(day), backOnTrackOn: maybe(day), seenOn: maybe(day) }),
    { selector: (one) => `${one.code} ${one.month} ${one.organisation.id}` },
  ),
  publications: fc.array(fc.record({ code, month, on: day }), { maxLength: 30 }),
  today: day,
});

function shuffled<T>(all: readonly T[], seed: number): T[] {
  return all
    .map((one, place) => ({ one, key: Math.sin(seed + place) }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

describe("whatever is published, promised and reported", () => {
  test("an owed report is its indicator’s one, and the first owner’s", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const owed = exceptionsOf(all).filter(({ state }) => state === "owed" || state === "drafted");
        expect(new Set(owed.map((one) => one.code)).size).toBe(owed.length);
        for (const one of owed) {
          const of = all.indicators.find((indicator) => indicator.code === one.code);
          expect(of?.owner).toEqual(one.owner);
          expect(of?.direction).not.toBe("context");
          expect(all.promises.some((promise) => promise.code === one.code)).toBe(true);
        }
      }),
    );
  });

  test("nothing has an age below nought, and what is seen is nobody’s move", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const every = exceptionsOf(all);
        expect(every.every(({ ageDays }) => ageDays >= 0)).toBe(true);
        expect(openExceptions(every).some(({ state, seenOn }) => state === "seen" || seenOn !== null)).toBe(false);
      }),
    );
  });

  test("the order in which it is told makes no difference", () => {
    fc.assert(
      fc.property(cases, fc.integer(), (all, seed) => {
        const other = {
          indicators: shuffled(all.indicators, seed).map((one) => ({ ...one, months: shuffled(one.months, seed) })),
          promises: shuffled(all.promises, seed),
          reports: shuffled(all.reports, seed),
          publications: shuffled(all.publications, seed),
          today: all.today,
        };
        expect(exceptionsOf(other)).toEqual(exceptionsOf(all));
      }),
    );
  });

  test("a report that is given now leaves no month up to it unanswered", () => {
    fc.assert(
      fc.property(cases, (all) => {
        const [owed] = exceptionsOf(all).filter(({ state }) => state === "owed");
        if (!owed) return;
        const report = { code: owed.code, month: owed.month, organisation: owed.owner, givenOn: all.today };
        const now = { ...all, reports: [...all.reports, { ...report, backOnTrackOn: null, seenOn: null }] };
        const still = exceptionsOf(now).filter((one) => one.code === owed.code && one.state === "owed");
        expect(still).toEqual([]);
      }),
    );
  });
});
