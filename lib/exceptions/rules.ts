/**
 * Who owes the board an explanation.
 *
 * A month breaches when it is published, has a number, and the number is beyond both target and tolerance of the promise
 * in force on the month's last day. No promise, no breach; what is neither better nor worse when it rises never breaches.
 * A given report answers for its own month, for every month before it, and for later months that end before its
 * back-on-track date. Of the breaching months that no given report answers for, the latest owes one report, which names
 * the others; it is owed by the first organisation that owns the indicator. A given report is the board's to see, and
 * once seen it is nobody's move.
 */
import { daysBetween, lastDay, type Month } from "#lib/dates.ts";
import { targetStanding } from "#lib/indicators/figure-rules.ts";
import type { Direction } from "#lib/indicators/schema.ts";
import { type Promised, promiseInForce } from "#lib/indicators/target-rules.ts";

export type Organisation = { readonly id: string; readonly name: string };

/** An indicator with its months as they stand now. `owner` is the first organisation that owns it. */
export type Answerable = {
  readonly code: string;
  readonly direction: Direction;
  readonly owner: Organisation | null;
  readonly months: readonly { readonly month: Month; readonly value: number | null }[];
};
/** `setOn` is the day it was set, in England. */
export type PromiseOf = Promised & { readonly code: string; readonly setOn: string };
/** A draft has neither `givenOn` nor, perhaps, a date; whoever may not see drafts has none in their list. */
export type ReportOf = {
  readonly code: string;
  readonly month: Month;
  readonly organisation: Organisation;
  readonly givenOn: string | null;
  readonly backOnTrackOn: string | null;
  readonly seenOn: string | null;
};
/** The day on which a figure of the month was first given to a board. */
export type GivenToBoard = { readonly code: string; readonly month: Month; readonly on: string };

export type Evidence = {
  readonly indicators: readonly Answerable[];
  readonly promises: readonly PromiseOf[];
  readonly reports: readonly ReportOf[];
  readonly publications: readonly GivenToBoard[];
  readonly today: string;
};

export type Breach = {
  readonly month: Month;
  readonly value: number;
  readonly promise: PromiseOf;
  /** The later of the day the month was given to a board and the day the promise was set. */
  readonly since: string;
  /** The month of the given report that answers for it. */
  readonly coveredBy: Month | null;
};

export type ReportState = "owed" | "drafted" | "given" | "seen";

export type Exception = {
  readonly code: string;
  readonly month: Month;
  readonly owner: Organisation;
  readonly state: ReportState;
  readonly since: string;
  readonly ageDays: number;
  readonly givenOn: string | null;
  readonly seenOn: string | null;
  /** Earlier breaching months that this report answers for, oldest first. */
  readonly earlier: readonly Month[];
};

/** Every breaching month of an indicator, oldest first. */
export function breachesOf(indicator: Answerable, evidence: Evidence): Breach[] {
  const of = <T extends { readonly code: string }>(all: readonly T[]) =>
    all.filter(({ code }) => code === indicator.code);
  const promises = of(evidence.promises);
  const given = of(evidence.reports).filter(({ givenOn }) => givenOn !== null);
  return indicator.months
    .flatMap(({ month, value }): Breach[] => {
      const days = of(evidence.publications).flatMap((one) => (one.month === month ? [one.on] : []));
      const promise = promiseInForce(promises, lastDay(month));
      if (value === null || promise === null || days.length === 0) return [];
      if (targetStanding(value, promise, indicator.direction) !== "missed") return [];
      const since = [days.sort()[0] ?? "", promise.setOn].sort()[1] ?? "";
      return [{ month, value, promise, since, coveredBy: answeredBy(month, given) }];
    })
    .sort((one, other) => (one.month < other.month ? -1 : 1));
}

function answers(report: ReportOf, month: Month): boolean {
  return month <= report.month || (report.backOnTrackOn !== null && lastDay(month) < report.backOnTrackOn);
}

/** The earliest report that answers for the month: a later one adds nothing. */
function answeredBy(month: Month, given: readonly ReportOf[]): Month | null {
  const found = given.filter((report) => answers(report, month)).map((report) => report.month);
  return found.sort()[0] ?? null;
}

/** Every report that is owed, given or seen, most overdue first. The same evidence in another order gives the same. */
export function exceptionsOf(evidence: Evidence): Exception[] {
  const place = ({ code, month, owner }: Exception) => [code, month, owner.id].join(" ");
  return evidence.indicators
    .flatMap((indicator) => [...owedBy(indicator, evidence), ...givenFor(indicator, evidence)])
    .sort((one, other) => other.ageDays - one.ageDays || (place(one) < place(other) ? -1 : 1));
}

/** What is somebody's move: owed, drafted, or given and not yet seen. */
export function openExceptions(exceptions: readonly Exception[]): Exception[] {
  return exceptions.filter(({ state }) => state !== "seen");
}

function owedBy(indicator: Answerable, evidence: Evidence): Exception[] {
  const { owner, code } = indicator;
  const uncovered = breachesOf(indicator, evidence).filter(({ coveredBy }) => coveredBy === null);
  const latest = uncovered.at(-1);
  if (!latest || !owner) return [];
  const drafted = evidence.reports.some(
    (one) => one.code === code && one.month === latest.month && one.organisation.id === owner.id,
  );
  const earlier = uncovered.slice(0, -1).map(({ month }) => month);
  const { month, since } = latest;
  const never = { givenOn: null, seenOn: null };
  return [{ code, month, owner, state: drafted ? "drafted" : "owed", ...aged(since, evidence), ...never, earlier }];
}

function givenFor(indicator: Answerable, evidence: Evidence): Exception[] {
  const breaches = breachesOf(indicator, evidence);
  return evidence.reports.flatMap((report): Exception[] => {
    const { code, month, organisation: owner, givenOn, seenOn } = report;
    if (code !== indicator.code || givenOn === null) return [];
    // Its own month may breach no more: the figure was revised, or the promise set again.
    const since = breaches.find((breach) => breach.month === month)?.since ?? givenOn;
    const earlier = breaches.filter((breach) => breach.month < month && breach.coveredBy === month);
    const state = seenOn === null ? "given" : "seen";
    const months = earlier.map((breach) => breach.month);
    return [{ code, month, owner, state, ...aged(since, evidence), givenOn, seenOn, earlier: months }];
  });
}

function aged(since: string, { today }: Evidence): { since: string; ageDays: number } {
  return { since, ageDays: Math.max(0, daysBetween(since, today)) };
}
