import type { Role } from "./schema.ts";

const NAMES: Partial<Record<Role, string>> = {
  "icb leader": "ICB leader",
  senco: "SENCO",
};

/** A role as a heading or a label says it: "Council leader", "SENCO". */
export function roleName(role: Role): string {
  return NAMES[role] ?? role.charAt(0).toUpperCase() + role.slice(1);
}

const KINDS: Record<string, string> = {
  council: "Council",
  icb: "Integrated Care Board",
  trust: "Children’s Trust",
  "nhs provider": "NHS provider",
  school: "School",
  forum: "Parent carer forum",
  voluntary: "Voluntary organisation",
};

export function organisationKindName(kind: string): string {
  return KINDS[kind] ?? kind;
}
