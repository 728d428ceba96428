import "server-only";
import { dateColumn, isoDate, longMoment } from "#lib/dates.ts";
import type { Reader, Scope } from "#lib/scope.ts";
import { canKeepPeople } from "./policy.ts";
import { rolesOfKind, type Standing, standingOf } from "./role-rules.ts";
import type { Role } from "./schema.ts";
import { organisationKindName, roleName } from "./words.ts";

export type HeldRole = {
  readonly id: string;
  readonly role: Role;
  readonly organisation: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly standing: Standing;
};
export type RolePage = HeldRole & {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly endedOn: string | null;
    readonly lastSeen: string | null;
  };
  readonly lastUsedOn: string | null;
  /** It is their own: another administrator must change it. */
  readonly own: boolean;
  readonly others: readonly HeldRole[];
  readonly today: string;
};

const HELD = { id: true, role: true, fromOn: true, toOn: true, organisation: { select: { name: true } } } as const;
type Row = { id: string; role: string; fromOn: Date; toOn: Date | null; organisation: { name: string } };

function heldRole({ id, role, fromOn, toOn, organisation }: Row, today: string): HeldRole {
  const days = { fromOn: isoDate(fromOn), toOn: toOn && isoDate(toOn) };
  return { id, role: role as Role, organisation: organisation.name, ...days, standing: standingOf(days, today) };
}

/** One role of the administrator's area, with what else its holder holds there; null for anyone else. */
export async function findRole(scope: Scope, roleId: string): Promise<RolePage | null> {
  const { actor, db } = scope;
  if (!canKeepPeople(actor) || !isId(roleId)) return null;
  const today = scope.today.toString();
  const found = await db.roleHolding.findFirst({
    where: { id: roleId, areaId: actor.areaId },
    select: {
      ...HELD,
      lastUsedOn: true,
      person: { select: { id: true, displayName: true, email: true, endedOn: true } },
    },
  });
  if (!found) return null;
  const { person } = found;
  const others = await db.roleHolding.findMany({
    where: { areaId: actor.areaId, personId: person.id, id: { not: roleId } },
    select: HELD,
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  const seen = await db.session.aggregate({ where: { personId: person.id }, _max: { lastSeenAt: true } });
  return {
    ...heldRole(found, today),
    person: {
      id: person.id,
      name: person.displayName,
      email: person.email,
      endedOn: person.endedOn && isoDate(person.endedOn),
      lastSeen: seen._max.lastSeenAt && longMoment(seen._max.lastSeenAt),
    },
    lastUsedOn: found.lastUsedOn && isoDate(found.lastUsedOn),
    own: person.id === actor.userId,
    others: others.map((other) => heldRole(other, today)),
    today,
  };
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

export type RoleChoices = {
  readonly organisations: readonly { readonly value: string; readonly label: string }[];
  /** "School: SENCO, Head teacher", for each kind that the area has. */
  readonly kinds: readonly string[];
  readonly today: string;
};

/** The organisations that belong to the area today, and which roles their kinds hold; null for anyone but its administrator. */
export async function findRoleChoices({ actor, db, today }: Scope): Promise<RoleChoices | null> {
  if (!canKeepPeople(actor)) return null;
  const now = dateColumn(today.toString());
  const found = await db.organisation.findMany({
    where: {
      memberships: {
        some: { areaId: actor.areaId, fromOn: { lte: now }, OR: [{ toOn: null }, { toOn: { gt: now } }] },
      },
    },
    select: { id: true, name: true, kind: true },
    orderBy: { name: "asc" },
  });
  const holding = found.filter(({ kind }) => rolesOfKind(kind).length > 0);
  const kinds = [...new Set(holding.map(({ kind }) => kind))].sort();
  return {
    organisations: holding.map(({ id, name }) => ({ value: id, label: name })),
    kinds: kinds.map((kind) => `${organisationKindName(kind)}: ${rolesOfKind(kind).map(roleName).join(", ")}`),
    today: today.toString(),
  };
}

/** When each person was last seen in the area, in words; who has not been is not in it. */
export async function listLastSeen({ db }: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
  const seen = await db.session.groupBy({
    by: ["personId"],
    where: { personId: { in: [...new Set(personIds)] } },
    _max: { lastSeenAt: true },
  });
  return new Map(
    seen.flatMap(({ personId, _max }) => (_max.lastSeenAt ? [[personId, longMoment(_max.lastSeenAt)]] : [])),
  );
}
