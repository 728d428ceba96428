import type { Actor } from "#lib/auth/actor.ts";
import { canSubmit } from "#lib/indicators/policy.ts";

/** Whoever submits figures may bring them in a file. */
export function canImport(actor: Actor): boolean {
  return canSubmit(actor);
}
