import "server-only";
import { isoDate } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type InvitationView, listWaiting } from "./invite-queries.ts";
import { canKeepPeople } from "./policy.ts";
import { pageOf } from "./review-queries.ts";
import { listLastSeen } from "./role-queries.ts";
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
  /** How many roles there are, of those asked for. */
  readonly held: number;
  /** What was searched for in names and addresses; "" is everybody. */
  readonly search: string;
  readonly invitations: readonly InvitationView[];
  readonly page: number;
  readonly pages: number;
};

type Asked = { readonly page?: unknown; readonly search?: unknown };

/** Who holds which role in the administrator's area, with its organisations; null for anyone else. */
export async function findRegister(scope: Scope, asked: Asked = {}): Promise<RegisterView | null> {
  if (!canKeepPeople(scope.actor)) return null;
  const search = searchOf(asked.search);
  const where = { areaId: scope.actor.areaId, ...matching(search) };
  const held = await scope.db.roleHolding.count({ where });
  const pages = Math.max(1, Math.ceil(held / HOLDINGS_ON_A_PAGE));
  const page = pageOf(asked.page, pages);
  const holders = await listHolders(scope, where, page);
  const invitations = await listWaiting(scope);
  return { organisations: await listOrganisations(scope), holders, held, search, invitations, page, pages };
}

const LONGEST_SEARCH = 254;

/** What cannot be in a name is left out: the database would refuse it. */
function searchOf(typed: unknown): string {
  return typeof typed === "string" ? typed.replaceAll("\u0000", "").toWellFormed().trim().slice(0, LONGEST_SEARCH) : "";
}

function matching(search: string): Prisma.RoleHoldingWhereInput {
  if (search === "") return {};
  const contains = search.replaceAll(/[\\%_]/g, "\\$&");
  return {
    person: {
      OR: [{ displayName: { contains, mode: "insensitive" } }, { email: { contains: contains.toLowerCase() } }],
    },
  };
}

async function listHolders(
  scope: Scope,
  where: Prisma.RoleHoldingWhereInput,
  page: number,
): Promise<RegisterView["holders"]> {
  const found = await scope.db.roleHolding.findMany({
    where,
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
  const seen = await listLastSeen(
    scope,
    found.map((holding) => holding.person.id),
  );
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
