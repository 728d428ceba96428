/**
 * Which of an owner's promises counts on a day. Promises are never edited: of those with the same first day the one set
 * last counts, so that a promise is corrected or ended by setting it again; of those that hold on the day, the one that
 * began last. When a promise with a last day ends, an earlier one that goes on holds again.
 */

/** A target and how far off it a month may be, in the indicator's own unit. */
export type Promised = {
  readonly target: number;
  readonly tolerance: number;
  readonly fromOn: string;
  /** The first day on which it no longer holds. */
  readonly toOn: string | null;
  /** A moment as ISO text, so that the later one sorts later. */
  readonly setAt: string;
};

/** "replaced": set again with the same first day, or another that began later holds. */
export type PromiseState = "in force" | "to come" | "ended" | "replaced";

function covers({ fromOn, toOn }: Promised, day: string): boolean {
  return fromOn <= day && (toOn === null || day < toOn);
}

function standing<P extends Promised>(promises: readonly P[]): P[] {
  return promises.filter(
    (promise) => !promises.some((other) => other.fromOn === promise.fromOn && other.setAt > promise.setAt),
  );
}

/** The promise that counts on a calendar day; null when there is none. */
export function promiseInForce<P extends Promised>(promises: readonly P[], day: string): P | null {
  return standing(promises)
    .filter((promise) => covers(promise, day))
    .reduce<P | null>((latest, promise) => (latest && latest.fromOn >= promise.fromOn ? latest : promise), null);
}

export function promiseState(promise: Promised, all: readonly Promised[], today: string): PromiseState {
  if (!standing(all).includes(promise)) return "replaced";
  if (promise.fromOn > today) return "to come";
  if (!covers(promise, today)) return "ended";
  return promiseInForce(all, today) === promise ? "in force" : "replaced";
}
