import "server-only";
import { isoDate, longMoment } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { canKeepPeople } from "./policy.ts";
import { isId } from "./role-queries.ts";
import type { Role } from "./schema.ts";

export type InvitationView = {
  readonly id: string;
  readonly kind: "role" | "new password";
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  readonly organisation: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly madeAt: string;
  readonly until: string;
  readonly standing: "waiting" | "used" | "taken back" | "too old";
};

const SHOWN = {
  ...{ id: true, kind: true, email: true, displayName: true, role: true, fromOn: true, toOn: true },
  ...{ madeAt: true, expiresAt: true, usedAt: true, endedAt: true },
  organisation: { select: { name: true } },
} as const;
type Row = {
  id: string;
  kind: string;
  email: string;
  displayName: string;
  role: string | null;
  fromOn: Date | null;
  toOn: Date | null;
  madeAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  endedAt: Date | null;
  organisation: { name: string } | null;
};

const MOST_LISTED = 200;

/** An invitation that still opens something. */
export function waiting({ actor }: Scope) {
  return { areaId: actor.areaId, usedAt: null, endedAt: null, expiresAt: { gt: new Date() } };
}

/** The links of the area that still open something, latest first; of more than 200, the latest. */
export async function listWaiting(scope: Scope): Promise<InvitationView[]> {
  const found = await scope.db.invitation.findMany({
    where: waiting(scope),
    select: SHOWN,
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    take: MOST_LISTED,
  });
  return found.map(viewOf);
}

/** One link of the administrator's area, whatever became of it; null for anyone else. */
export async function findInvitation(scope: Scope, invitationId: string): Promise<InvitationView | null> {
  if (!canKeepPeople(scope.actor) || !isId(invitationId)) return null;
  const found = await scope.db.invitation.findFirst({
    where: { id: invitationId, areaId: scope.actor.areaId },
    select: SHOWN,
  });
  return found && viewOf(found);
}

function viewOf(row: Row): InvitationView {
  return {
    id: row.id,
    kind: row.kind as InvitationView["kind"],
    name: row.displayName,
    email: row.email,
    role: row.role as Role | null,
    organisation: row.organisation?.name ?? null,
    fromOn: row.fromOn && isoDate(row.fromOn),
    toOn: row.toOn && isoDate(row.toOn),
    madeAt: longMoment(row.madeAt),
    until: longMoment(row.expiresAt),
    standing: standingOf(row),
  };
}

function standingOf({ usedAt, endedAt, expiresAt }: Row): InvitationView["standing"] {
  if (usedAt) return "used";
  if (endedAt) return "taken back";
  return expiresAt <= new Date() ? "too old" : "waiting";
}
