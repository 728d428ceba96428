import type { Actor } from "#lib/auth/actor.ts";
import type { Role } from "#lib/people/schema.ts";

const EXACT: readonly Role[] = [
  "council leader",
  "case officer",
  "council adviser",
  "data officer",
  "icb leader",
  "health officer",
  "trust leader",
  "social care officer",
  "senco",
  "head teacher",
  "board chair",
];
const LEADERS: readonly Role[] = ["council leader", "icb leader", "trust leader"];

/** The organisations that answer for the figures read them exactly; the forum reads what the small-number rule leaves. */
export function readsExactFigures(actor: Actor): boolean {
  return EXACT.includes(actor.role);
}

export function readsFigures(actor: Actor): boolean {
  return readsExactFigures(actor) || actor.role === "forum representative";
}

/** A data officer submits, revises, imports and publishes. */
export function canSubmit(actor: Actor): boolean {
  return actor.role === "data officer";
}

export function isLeader(actor: Actor): boolean {
  return LEADERS.includes(actor.role);
}

/** A leader answers for the indicators that their own organisation owns: sets their targets, says what is behind them. */
export function answersFor(actor: Actor, ownerIds: readonly string[]): boolean {
  return isLeader(actor) && ownerIds.includes(actor.organisationId);
}
