import "server-only";
import { isoDate, longMoment } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { canKeepPeople } from "./policy.ts";
import type { Role } from "./schema.ts";

const HOLDINGS_ON_A_PAGE = 200;

export type HoldingView = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly personEndedOn: string | null;
  /** "22 November 2026 at 14:05", or null when the person has not signed in. */
  readonly lastSeen: string | null;
};
export type OrganisationView = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly codes: readonly string[];
  readonly aliases: readonly { readonly alias: string; readonly source: string }[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly replacedBy: string | null;
  readonly memberFrom: string;
  readonly memberTo: string | null;
  readonly note: string;
};
export type RegisterView = {
  readonly organisations: readonly OrganisationView[];
  readonly holders: readonly { readonly organisation: string; readonly holdings: readonly HoldingView[] }[];
  readonly held: number;
  readonly page: number;
  readonly pages: number;
};

/** Who holds which role in the administrator's area, with its organisations; null for anyone else. */
export async function findRegister(scope: Scope, typedPage: string | undefined): Promise<RegisterView | null> {
  if (!canKeepPeople(scope.actor)) return null;
  const held = await scope.db.roleHolding.count({ where: { areaId: scope.actor.areaId } });
  const pages = Math.max(1, Math.ceil(held / HOLDINGS_ON_A_PAGE));
  const page = /^\d{1,6}$/.test(typedPage ?? "") ? Math.min(pages, Math.max(1, Number(typedPage))) : 1;
  return { organisations: await listOrganisations(scope), holders: await listHolders(scope, page), held, page, pages };
}

async function listHolders(scope: Scope, page: number): Promise<RegisterView["holders"]> {
  const found = await scope.db.roleHolding.findMany({
    where: { areaId: scope.actor.areaId },
    select: {
      id: true,
      role: true,
      fromOn: true,
      toOn: true,
      organisation: { select: { name: true } },
      person: { select: { id: true, displayName: true, email: true, endedOn: true } },
    },
    orderBy: [{ organisation: { name: "asc" } }, { person: { displayName: "asc" } }, { id: "asc" }],
    skip: (page - 1) * HOLDINGS_ON_A_PAGE,
    take: HOLDINGS_ON_A_PAGE,
  });
  const seen = await listLastSeen(scope, [...new Set(found.map((holding) => holding.person.id))]);
  const byOrganisation = Map.groupBy(found, (holding) => holding.organisation.name);
  return [...byOrganisation].map(([organisation, holdings]) => ({
    organisation,
    holdings: holdings.map(({ id, role, fromOn, toOn, person }) => ({
      id,
      name: person.displayName,
      email: person.email,
      role: role as Role,
      fromOn: isoDate(fromOn),
      toOn: toOn && isoDate(toOn),
      personEndedOn: person.endedOn && isoDate(person.endedOn),
      lastSeen: seen.get(person.id) ?? null,
    })),
  }));
}

async function listLastSeen(scope: Scope, personIds: string[]): Promise<Map<string, string>> {
  const seen = await scope.db.session.groupBy({
    by: ["personId"],
    where: { personId: { in: personIds } },
    _max: { lastSeenAt: true },
  });
  return new Map(
    seen.flatMap(({ personId, _max }) => (_max.lastSeenAt ? [[personId, longMoment(_max.lastSeenAt)]] : [])),
  );
}

async function listOrganisations(scope: Scope): Promise<OrganisationView[]> {
  const memberships = await scope.db.areaMembership.findMany({
    where: { areaId: scope.actor.areaId },
    select: {
      id: true,
      fromOn: true,
      toOn: true,
      note: true,
      organisation: {
        select: {
          name: true,
          kind: true,
          startsOn: true,
          endsOn: true,
          replacedBy: { select: { name: true } },
          codes: { select: { scheme: true, code: true }, orderBy: { scheme: "asc" } },
          aliases: { select: { alias: true, source: true }, orderBy: [{ source: "asc" }, { alias: "asc" }] },
        },
      },
    },
    orderBy: [{ organisation: { name: "asc" } }, { fromOn: "asc" }],
  });
  return memberships.map(({ id, fromOn, toOn, note, organisation }) => ({
    id,
    name: organisation.name,
    kind: organisation.kind,
    codes: organisation.codes.map(({ scheme, code }) => `${scheme} ${code}`),
    aliases: organisation.aliases,
    startsOn: organisation.startsOn && isoDate(organisation.startsOn),
    endsOn: organisation.endsOn && isoDate(organisation.endsOn),
    replacedBy: organisation.replacedBy?.name ?? null,
    memberFrom: isoDate(fromOn),
    memberTo: toOn && isoDate(toOn),
    note,
  }));
}
