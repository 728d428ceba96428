import "server-only";
import type { OnBehalf } from "#lib/audit.ts";
import { DEMO_ADDRESS, DEMO_ISSUER, PASSWORD_ISSUER } from "#lib/auth/issuers.ts";
import { dateColumn } from "#lib/dates.ts";
import type { Reader, SystemScope } from "#lib/scope.ts";
import type { Role } from "./schema.ts";

/** Who may sign in with a password at this address. One statement, so that nobody takes as long to find as somebody. */
export async function findPassword(
  scope: SystemScope,
  email: string,
): Promise<{ personId: string; hash: string } | null> {
  return scope.db.password.findFirst({
    where: { person: { email, identities: { some: { issuer: PASSWORD_ISSUER } } } },
    select: { personId: true, hash: true },
  });
}

export type RoleView = {
  readonly id: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly organisation: string;
  readonly areaId: string;
  readonly area: string;
};

/** The roles that a person holds today, the earliest first; none when the person has ended. */
export async function listRolesToday(scope: Reader, personId: string): Promise<RoleView[]> {
  const today = dateColumn(scope.today.toString());
  const holdings = await scope.db.roleHolding.findMany({
    where: {
      personId,
      fromOn: { lte: today },
      OR: [{ toOn: null }, { toOn: { gt: today } }],
      person: { OR: [{ endedOn: null }, { endedOn: { gt: today } }] },
    },
    select: {
      ...{ id: true, role: true, organisationId: true, areaId: true },
      ...{ organisation: { select: { name: true } }, area: { select: { name: true } } },
    },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return holdings.map((held) => ({
    id: held.id,
    role: held.role as Role,
    organisationId: held.organisationId,
    organisation: held.organisation.name,
    areaId: held.areaId,
    area: held.area.name,
  }));
}

/** As whom an attempt at an address goes on record: the first role that anybody there ever held. One statement either way. */
export async function findWhose(scope: SystemScope, email: string): Promise<OnBehalf | null> {
  const first = await scope.db.roleHolding.findFirst({
    where: { person: { email } },
    select: { id: true, personId: true, areaId: true, organisationId: true },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return first && actingIn(first.personId, first);
}

/** A person acting in one of their roles, for the record. */
export function actingIn(
  personId: string,
  { id, areaId, organisationId }: Pick<RoleView, "id" | "areaId" | "organisationId">,
): OnBehalf {
  return { personId, roleHoldingId: id, areaId, organisationId };
}

export type DemoGroup = {
  readonly organisation: string;
  readonly people: readonly { readonly name: string; readonly email: string }[];
};

/** Whom anyone may sign in as in the demonstration, by organisation, in the order in which they were made. */
export async function listDemoPeople(scope: SystemScope): Promise<DemoGroup[]> {
  const people = await scope.db.person.findMany({
    where: { email: { endsWith: DEMO_ADDRESS }, identities: { some: { issuer: DEMO_ISSUER } } },
    select: { displayName: true, email: true, roles: { select: { organisation: { select: { name: true } } } } },
    orderBy: { id: "asc" },
  });
  const groups = Map.groupBy(people, (person) => person.roles[0]?.organisation.name ?? "No organisation");
  return [...groups].map(([organisation, members]) => ({
    organisation,
    people: members.map(({ displayName, email }) => ({ name: displayName, email })),
  }));
}
