/**
 * How long somebody must wait after wrong sign-ins. Each wait is finite and attempts during it do not lengthen it, so that
 * nobody is locked out for good; a browser in which the account signed in before has a count of its own.
 *
 * An address forgets one failure a minute: a whole council may sign in from one.
 */
const SECOND = 1000;
const DAY_SECONDS = 24 * 3600;

export type Counted = "account" | "browser" | "address" | "session";
/** What is kept: failures so far, and when the last one was. */
export type Count = { readonly failures: number; readonly lastAt: Date };

type Law = {
  readonly free: number;
  readonly first: number;
  readonly longest: number;
  readonly forgetsOneAfter?: number;
};

const ONE_ACCOUNT: Law = { free: 5, first: 30, longest: 15 * 60 };
const LAWS: Readonly<Record<Counted, Law>> = {
  account: ONE_ACCOUNT,
  browser: ONE_ACCOUNT,
  session: ONE_ACCOUNT,
  address: { free: 30, first: 10, longest: 5 * 60, forgetsOneAfter: 60 },
};

/** The failures that still count. */
export function failuresNow(counted: Counted, { failures, lastAt }: Count, now: Date): number {
  const since = secondsSince(lastAt, now);
  if (since >= DAY_SECONDS) return 0;
  const { forgetsOneAfter } = LAWS[counted];
  return Math.max(0, failures - (forgetsOneAfter ? Math.floor(since / forgetsOneAfter) : 0));
}

/** Whole seconds until the next attempt is looked at; 0 is now. */
export function secondsToWait(counted: Counted, count: Count, now: Date): number {
  const { free, first, longest } = LAWS[counted];
  const beyond = failuresNow(counted, count, now) - free;
  if (beyond < 0) return 0;
  return Math.max(0, Math.ceil(Math.min(longest, first * 2 ** beyond) - secondsSince(count.lastAt, now)));
}

/** A clock that was set back does not lengthen a wait. */
function secondsSince(then: Date, now: Date): number {
  return Math.max(0, (now.getTime() - then.getTime()) / SECOND);
}

/** "30 seconds", "1 minute", "2 minutes": never less than it is. */
export function waitInWords(seconds: number): string {
  if (seconds <= 50) return `${Math.max(10, Math.ceil(seconds / 10) * 10)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/** The same for an address that nobody has. */
export function waitSentence(seconds: number): string {
  return `Too many sign-ins were wrong. Wait ${waitInWords(seconds)}, then try again.`;
}
