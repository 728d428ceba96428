import type { Role } from "#lib/people/schema.ts";

/** Who is asking: a person acting in one role, for one organisation, inside one area. Read again on every request. */
export type Actor = {
  readonly userId: string;
  readonly displayName: string;
  readonly sessionId: string;
  /** They have shown within ten minutes that it is they, or need not (the demonstration). */
  readonly confirmed: boolean;
  readonly roleId: string;
  readonly role: Role;
  readonly rolesHeld: number;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly areaId: string;
  readonly areaName: string;
};
