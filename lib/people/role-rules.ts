/**
 * Which roles an organisation's people may hold, by the kind of organisation: the access rule's table, by hand. The
 * board's chair is independent, and the council names them.
 */
import { longDate } from "#lib/dates.ts";
import type { Role } from "./schema.ts";
import { organisationKindName, roleName } from "./words.ts";

const ROLES_BY_KIND: Readonly<Record<string, readonly Role[]>> = {
  council: [
    "council leader",
    "case officer",
    "council adviser",
    "data officer",
    "board chair",
    "administrator",
    "auditor",
  ],
  icb: ["icb leader", "health officer"],
  "nhs provider": ["health officer"],
  trust: ["trust leader", "social care officer"],
  school: ["senco", "head teacher"],
  forum: ["forum representative"],
  voluntary: [],
};

export function rolesOfKind(kind: string): readonly Role[] {
  return ROLES_BY_KIND[kind] ?? [];
}

/** Why the role is not held in such an organisation, in a sentence, or null. */
export function kindProblem(kind: string, role: Role): string | null {
  const roles = rolesOfKind(kind);
  if (roles.includes(role)) return null;
  const name = organisationKindName(kind);
  if (roles.length === 0) return `Nobody holds a role in an organisation of this kind (${name}).`;
  return `This organisation (${name}) has no ${roleName(role)}. Choose one of these roles: ${roles.map(roleName).join(", ")}.`;
}

type Dates = { readonly fromOn: string; readonly toOn: string | null };

/** Why a role cannot be given on these days, or null. An end is the first day on which the role no longer holds. */
export function datesProblem({ fromOn, toOn }: Dates, today: string): { field: string; message: string } | null {
  if (fromOn < today) return { field: "fromOn", message: "A role begins today or later: nobody held it before." };
  if (toOn !== null && toOn <= fromOn)
    return { field: "toOn", message: "The end must be after the beginning: it is the first day without the role." };
  return null;
}

export type Standing = "begins later" | "held" | "ended";

export function standingOf({ fromOn, toOn }: Dates, today: string): Standing {
  if (toOn !== null && toOn <= today) return "ended";
  return fromOn > today ? "begins later" : "held";
}

/** When a role is held, as a page says it. */
export function holdingInWords({ fromOn, toOn }: Dates): string {
  return toOn === null ? `from ${longDate(fromOn)}, with no end` : `from ${longDate(fromOn)} until ${longDate(toOn)}`;
}

/** The day on which a role that ends at once no longer holds: today, or its first day when it has not begun. */
export function endAtOnce(fromOn: string, today: string): string {
  return fromOn > today ? fromOn : today;
}
