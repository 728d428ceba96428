import type { Actor } from "#lib/auth/actor.ts";

/** The auditor of an area reads its acts on record; nobody else does. */
export function canReadActs(actor: Actor): boolean {
  return actor.role === "auditor";
}
