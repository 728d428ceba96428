import type { Actor } from "#lib/auth/actor.ts";
import { isLeader, readsExactFigures } from "#lib/indicators/policy.ts";

/** That a report is owed, and given, is for whoever reads exact figures: a breach says what a figure is. */
export function readsExceptions(actor: Actor): boolean {
  return readsExactFigures(actor);
}

/** A leader of the organisation that owes the report writes and gives it. */
export function canGiveReport(actor: Actor, ownerId: string): boolean {
  return isLeader(actor) && actor.organisationId === ownerId;
}

/** The chair says that the board has seen it. */
export function canNoteSeen(actor: Actor): boolean {
  return actor.role === "board chair";
}

/** Whose move a report can be: it stands in their bar. */
export function movesReports(actor: Actor): boolean {
  return isLeader(actor) || canNoteSeen(actor);
}
