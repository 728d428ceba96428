/**
 * Who the tests are played by: two areas, each with a council, a Children's Trust, a school and a parent carer forum, and
 * one ICB that serves both, so that the wall between areas runs through an organisation too.
 */
import type { Role } from "#lib/people/schema.ts";
import type { Tx } from "#lib/scope.ts";
import {
  makeArea,
  makeMembership,
  makeOrganisation,
  makePerson,
  makeRole,
  type OrganisationRow,
} from "#prisma/factories.ts";

export type AreaName = "here" | "elsewhere";
type Kind = Exclude<OrganisationRow["kind"], "nhs provider" | "voluntary">;
/** One of the people: by role alone in the area "here", else with the area named. `number` tells two of a role apart. */
export type Seat = Role | { readonly role: Role; readonly area?: AreaName; readonly number?: number };

export type Place = { readonly areaId: string } & Readonly<Record<Kind, string>>;
export type World = Readonly<Record<AreaName, Place>>;
/** Who sits in a seat: the ids of the person and of everything that the scope will say of them. */
export type Sitter = {
  readonly personId: string;
  readonly roleId: string;
  readonly areaId: string;
  readonly organisationId: string;
};

/** Where a role is held (domain/access.md). The chair is independent: the council only names them. */
const HELD_IN: Readonly<Record<Role, Kind>> = {
  "council leader": "council",
  "case officer": "council",
  "council adviser": "council",
  "data officer": "council",
  "icb leader": "icb",
  "health officer": "icb",
  "trust leader": "trust",
  "social care officer": "trust",
  senco: "school",
  "head teacher": "school",
  "forum representative": "forum",
  "board chair": "council",
  administrator: "council",
  auditor: "council",
};

export async function makeWorld(owner: Tx): Promise<World> {
  const icb = await makeOrganisation(owner, { kind: "icb", name: "ICB of both areas" });
  return { here: await makePlace(owner, "here", icb), elsewhere: await makePlace(owner, "elsewhere", icb) };
}

export function seatName(seat: Seat): string {
  const { role, area = "here", number = 1 } = typeof seat === "string" ? { role: seat } : seat;
  return `${role}${area === "here" ? "" : " of the other area"}${number === 1 ? "" : ` ${number}`}`;
}

/** Makes the person who sits there, with the one role they hold, since 1 April 2021. */
export async function makeSitter(owner: Tx, world: World, seat: Seat): Promise<Sitter> {
  const { role, area = "here" } = typeof seat === "string" ? { role: seat } : seat;
  const { areaId, ...organisations } = world[area];
  const organisationId = organisations[HELD_IN[role]];
  const personId = await makePerson(owner, { displayName: seatName(seat) });
  const roleId = await makeRole(owner, { areaId, personId, organisationId, role });
  return { personId, roleId, areaId, organisationId };
}

async function makePlace(owner: Tx, name: AreaName, icb: string): Promise<Place> {
  const areaId = await makeArea(owner, { name: `The area ${name}` });
  const make = (kind: Kind) => makeOrganisation(owner, { kind, name: `The ${kind} ${name}` });
  const [council, trust] = [await make("council"), await make("trust")];
  const [school, forum] = [await make("school"), await make("forum")];
  for (const organisationId of [icb, council, trust, school, forum]) {
    await makeMembership(owner, { areaId, organisationId });
  }
  return { areaId, icb, council, trust, school, forum };
}
