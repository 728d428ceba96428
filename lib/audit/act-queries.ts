import "server-only";
import type { Reader, Scope } from "#lib/scope.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ActFilter, Cursor } from "./filter-schema.ts";
import { idsIn } from "./subject-rules.ts";
import type { Names } from "./words.ts";

/** More people than this by one name is no question about a person. */
export const MOST_PEOPLE = 50;

export type Act = {
  readonly id: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly roleHoldingId: string | null;
  readonly organisationId: string | null;
  readonly role: string;
  readonly action: string;
  readonly subject: string;
  readonly purpose: string;
  readonly requestId: string | null;
};

/** The people of the area whose name or address holds what was typed, one more than MOST_PEOPLE at most; null for all. */
export async function findPeopleMeant(scope: Reader, typed: string): Promise<string[] | null> {
  if (typed === "") return null;
  const contains = typed.replaceAll(/[\\%_]/g, "\\$&");
  const found = await scope.db.person.findMany({
    where: {
      OR: [{ displayName: { contains, mode: "insensitive" } }, { email: { contains: contains.toLowerCase() } }],
    },
    select: { id: true },
    take: MOST_PEOPLE + 1,
  });
  return found.map(({ id }) => id);
}

/** The acts of the area that the filter names, latest first, or earliest first when the cursor goes forth. */
export async function listActs(
  { actor, db }: Scope,
  filter: ActFilter,
  people: readonly string[] | null,
  { cursor, take }: { readonly cursor: Cursor | null; readonly take: number },
): Promise<Act[]> {
  const direction = cursor?.way === "after" ? "asc" : "desc";
  return db.auditEntry.findMany({
    where: { areaId: actor.areaId, AND: [...conditions(filter, people), ...beyond(cursor)] },
    orderBy: [{ at: direction }, { id: direction }],
    take,
    select: {
      ...{ id: true, at: true, personId: true, roleHoldingId: true, organisationId: true, role: true },
      ...{ action: true, subject: true, purpose: true, requestId: true },
    },
  });
}

/** How many acts the filter names, counted no further than `most`. */
export async function countActs(scope: Scope, filter: ActFilter, people: readonly string[] | null, most: number) {
  return scope.db.auditEntry.count({
    where: { areaId: scope.actor.areaId, AND: conditions(filter, people) },
    take: most,
  });
}

function conditions(filter: ActFilter, people: readonly string[] | null): Prisma.AuditEntryWhereInput[] {
  const { from, until, organisation, role, action, request } = filter;
  return [
    from === "" ? {} : { at: { gte: beginOf(from) } },
    until === "" ? {} : { at: { lt: beginOf(Temporal.PlainDate.from(until).add({ days: 1 }).toString()) } },
    people === null ? {} : { personId: { in: [...people] } },
    organisation === "" ? {} : { organisationId: organisation },
    role === "" ? {} : { role: role === "the portal" ? { startsWith: "the portal" } : role },
    action === "" ? {} : { action },
    request === "" ? {} : { requestId: request },
  ];
}

/** The first condition is for the index, the second for acts of one moment. */
function beyond(cursor: Cursor | null): Prisma.AuditEntryWhereInput[] {
  if (!cursor) return [];
  const { at, id } = cursor;
  return cursor.way === "before"
    ? [{ at: { lte: at } }, { OR: [{ at: { lt: at } }, { id: { lt: id } }] }]
    : [{ at: { gte: at } }, { OR: [{ at: { gt: at } }, { id: { gt: id } }] }];
}

/** The moment at which a day begins in London. */
function beginOf(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime("Europe/London").epochMilliseconds);
}

/** Who and what the ids of these acts mean, as far as the reader's own policies say. */
export async function findNames({ db }: Reader, acts: readonly Act[]): Promise<Names> {
  const ids = (own: (act: Act) => string | null, noun: string) => [
    ...new Set([
      ...acts.flatMap((act) => own(act) ?? []),
      ...acts.flatMap(({ subject, purpose }) => [...idsIn(subject, noun), ...idsIn(purpose, noun)]),
    ]),
  ];
  const roles = await db.roleHolding.findMany({
    where: { id: { in: ids((act) => act.roleHoldingId, "role") } },
    select: { id: true, role: true, personId: true, organisationId: true },
  });
  const people = await db.person.findMany({
    where: { id: { in: [...ids((act) => act.personId, "person"), ...roles.map((role) => role.personId)] } },
    select: { id: true, displayName: true },
  });
  const organisations = await db.organisation.findMany({
    where: {
      id: { in: [...ids((act) => act.organisationId, "organisation"), ...roles.map((role) => role.organisationId)] },
    },
    select: { id: true, name: true },
  });
  const personNames = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const organisationNames = new Map(organisations.map(({ id, name }) => [id, name]));
  return {
    people: personNames,
    organisations: organisationNames,
    roles: new Map(
      roles.map(({ id, role, personId, organisationId }) => {
        const person = personNames.get(personId) ?? "somebody";
        return [id, { person, role, organisation: organisationNames.get(organisationId) ?? "" }];
      }),
    ),
  };
}
