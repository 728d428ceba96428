import "server-only";
import type { Move } from "#lib/indicators/dashboard-rules.ts";
import type { OwnedSeries } from "#lib/indicators/queries.ts";
import type { Scope } from "#lib/scope.ts";
import { readsExceptions } from "./policy.ts";
import { findEvidence, namesOf } from "./queries.ts";
import { exceptionsOf, openExceptions, type PromiseOf } from "./rules.ts";
import { movesOf } from "./words.ts";

/** The exception reports that are somebody's move today, whatever month is looked at. It asks nothing without a promise. */
export async function listExceptionMoves(
  scope: Scope,
  series: readonly OwnedSeries[],
  promises: readonly PromiseOf[],
): Promise<Move[]> {
  if (promises.length === 0 || !readsExceptions(scope.actor)) return [];
  const promised = series.filter(({ definition }) => promises.some(({ code }) => code === definition.code));
  const open = openExceptions(exceptionsOf(await findEvidence(scope, promised, promises)));
  return movesOf(open, namesOf(promised));
}
