import type { Actor } from "#lib/auth/actor.ts";
import { readsFigures } from "#lib/indicators/policy.ts";

/** Partners are told of figures: whoever reads none is told nothing. */
export function readsNotices(actor: Actor): boolean {
  return readsFigures(actor);
}
