import { canReadActs } from "#lib/audit/policy.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { movesReports } from "#lib/exceptions/policy.ts";
import { canSubmit, readsFigures } from "#lib/indicators/policy.ts";
import { readsNotices } from "#lib/notices/policy.ts";
import type { Role } from "#lib/people/schema.ts";

/** The administrator keeps people and roles; nobody else sees who else there is. */
export function canKeepPeople(actor: Actor): boolean {
  return actor.role === "administrator";
}

/**
 * Whether a role asks for a second step at signing in: every role that somebody holds for their employer. The forum's
 * representative is a volunteer with a phone of their own, sees no child, and may set one up.
 */
export function needsSecondStep(role: Role): boolean {
  return role !== "forum representative";
}

const LANDING: Partial<Record<Role, string>> = {
  "council leader": "/dashboard",
  "icb leader": "/dashboard",
  "trust leader": "/dashboard",
  "board chair": "/dashboard",
  "forum representative": "/dashboard",
  "data officer": "/submit",
  administrator: "/people",
  auditor: "/audit",
};

/** The page made for a role. */
export function landingPage(role: Role): string {
  return LANDING[role] ?? "/home";
}

export type Place = { readonly href: string; readonly name: string };

/** The pages that work for this person, in the order of the bar. */
export function placesOf(actor: Actor): Place[] {
  const places: Place[] = [];
  if (landingPage(actor.role) === "/home") places.push({ href: "/home", name: "Your work" });
  if (canSubmit(actor)) places.push({ href: "/submit", name: "What to submit" });
  if (readsFigures(actor))
    places.push({ href: "/dashboard", name: "Dashboard" }, { href: "/indicators", name: "Indicators" });
  // Others who read exact figures reach the list from the dashboard: it is never their move.
  if (movesReports(actor)) places.push({ href: "/exceptions", name: "Exceptions" });
  if (canSubmit(actor))
    places.push({ href: "/imports/new", name: "Import a file" }, { href: "/publish", name: "Publish a month" });
  if (readsNotices(actor)) places.push({ href: "/notices", name: "Notices" });
  if (canKeepPeople(actor)) places.push({ href: "/people", name: "People" });
  if (canReadActs(actor)) places.push({ href: "/audit", name: "Record of acts" });
  return places;
}
