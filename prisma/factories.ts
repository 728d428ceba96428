/**
 * The only maker of rows outside the commands: the seed's registers and everything that tests stand on. Each maker says
 * what matters to its caller and fills in the rest, answers with the new id, and never reads: what it needs is given.
 *
 * Rows go in by createMany: it asks for nothing back, which row-level security may refuse to whoever may only insert.
 */
import { createHash, randomBytes } from "node:crypto";
import { PASSWORD_ISSUER } from "#lib/auth/issuers.ts";
import { dateColumn, type Month, monthColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Audience, Direction, Kind, Period, ShownState, State, Unit } from "#lib/indicators/schema.ts";
import type { Role } from "#lib/people/schema.ts";
import type { Tx } from "#lib/scope.ts";

type Dated = { readonly fromOn?: string; readonly toOn?: string };

/** The first day of the councils of 2021, from which the demonstration's figures run. */
const FIRST_DAY = "2021-04-01";

function dates({ fromOn = FIRST_DAY, toOn }: Dated): { fromOn: Date; toOn: Date | null } {
  return { fromOn: dateColumn(fromOn), toOn: toOn === undefined ? null : dateColumn(toOn) };
}

export type AreaRow = { readonly name: string; readonly code: string; readonly slug: string; readonly region: string };

export async function makeArea(db: Tx, area: Partial<AreaRow> = {}): Promise<string> {
  const id = uuidv7();
  const tail = id.slice(-12);
  const made = { code: `T${tail}`, slug: `area-${tail}`, name: `Area ${tail}`, region: "East Midlands" };
  await db.area.createMany({ data: { id, ...made, ...area } });
  return id;
}

export type OrganisationRow = {
  readonly kind: "council" | "icb" | "trust" | "nhs provider" | "school" | "forum" | "voluntary";
  readonly name: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly replacedById?: string;
  /** By scheme: ONS, DfE LA, ODS, URN. */
  readonly codes?: Readonly<Record<string, string>>;
  /** By spelling, with the source in which it was met. */
  readonly aliases?: Readonly<Record<string, string>>;
};

export async function makeOrganisation(db: Tx, organisation: Partial<OrganisationRow> = {}): Promise<string> {
  const id = uuidv7();
  const {
    kind = "council",
    name = `Organisation ${id.slice(-12)}`,
    startsOn,
    endsOn,
    replacedById = null,
  } = organisation;
  const { codes = {}, aliases = {} } = organisation;
  const when = { startsOn: startsOn ? dateColumn(startsOn) : null, endsOn: endsOn ? dateColumn(endsOn) : null };
  await db.organisation.createMany({ data: { id, kind, name, ...when, replacedById } });
  await db.organisationCode.createMany({
    data: Object.entries(codes).map(([scheme, code]) => ({ organisationId: id, scheme, code })),
  });
  await db.organisationAlias.createMany({
    data: Object.entries(aliases).map(([alias, source]) => ({ organisationId: id, alias, source })),
  });
  return id;
}

export type MembershipRow = Dated & {
  readonly areaId: string;
  readonly organisationId: string;
  readonly note?: string;
};

export async function makeMembership(db: Tx, membership: MembershipRow): Promise<string> {
  const id = uuidv7();
  const { areaId, organisationId, note = "" } = membership;
  await db.areaMembership.createMany({ data: { id, areaId, organisationId, note, ...dates(membership) } });
  return id;
}

export type PersonRow = {
  readonly email: string;
  readonly displayName: string;
  readonly endedOn?: string;
  /** From hashPassword; without one nobody signs in as this person by password. */
  readonly passwordHash?: string;
  readonly issuer?: string;
};

export async function makePerson(db: Tx, person: Partial<PersonRow> = {}): Promise<string> {
  const id = uuidv7();
  const { email = `person-${id.slice(-12)}@test.example`, displayName = "Person", issuer = PASSWORD_ISSUER } = person;
  const endedOn = person.endedOn === undefined ? null : dateColumn(person.endedOn);
  await db.person.createMany({ data: { id, email: email.toLowerCase(), displayName, endedOn } });
  await db.identity.createMany({ data: { issuer, subject: id, personId: id } });
  if (person.passwordHash !== undefined) {
    await db.password.createMany({ data: { personId: id, hash: person.passwordHash, changedAt: new Date() } });
  }
  return id;
}

export type RoleRow = Dated & {
  readonly areaId: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly role: Role;
};

export async function makeRole(db: Tx, holding: RoleRow): Promise<string> {
  const id = uuidv7();
  const { areaId, personId, organisationId, role } = holding;
  await db.roleHolding.createMany({ data: { id, areaId, personId, organisationId, role, ...dates(holding) } });
  return id;
}

export type SessionRow = {
  readonly personId: string;
  readonly roleId: string;
  readonly startedAt?: Date;
  readonly lastSeenAt?: Date;
  readonly endedAt?: Date;
  readonly method?: "password" | "demonstration" | "invitation";
  readonly awaiting?: "a code" | "a second step";
  /** When they last showed that it is they; left out, they have not. */
  readonly confirmedAt?: Date;
  readonly browser?: string;
};

/** Answers with the token, not the id: it is what a cookie carries, and only its SHA-256 is kept (lib/auth/session.ts). */
export async function makeSession(db: Tx, session: SessionRow): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { personId, roleId: roleHoldingId, startedAt = new Date(), lastSeenAt = startedAt } = session;
  const { endedAt = null, method = "password", awaiting = null, confirmedAt = null, browser = "" } = session;
  const tokenHash = new Uint8Array(createHash("sha256").update(token).digest());
  await db.session.createMany({
    data: {
      ...{ id: uuidv7(), tokenHash, personId, roleHoldingId, startedAt, lastSeenAt },
      ...{ endedAt, method, awaiting, confirmedAt, browser },
    },
  });
  return token;
}

export type IndicatorRow = {
  readonly code: string;
  readonly name: string;
  readonly unit: Unit;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly audience: Audience;
  readonly denominatorCode: string;
  readonly partOf: string;
};

/** A definition, in use in each of the areas given; the organisations, if any, own it there, the first one first. */
export async function makeIndicator(
  db: Tx,
  indicator: Partial<IndicatorRow> = {},
  areas: readonly { readonly areaId: string; readonly ownerIds?: readonly string[] }[] = [],
): Promise<string> {
  const { code = `X${uuidv7().slice(-12)}`, name = `Indicator ${code}` } = indicator;
  const words = { shortName: name, meaning: name, numerator: "", denominator: "", exclusions: "", basis: "" };
  const origin = { source: "A test", law: "", ownerKinds: ["council"], certainty: "" };
  const shape = { unit: "count", kind: "count", direction: "context", audience: "partners" };
  await db.indicator.createMany({ data: { ...words, ...origin, ...shape, ...indicator, code, name } });
  for (const { areaId, ownerIds = [] } of areas) {
    await db.areaIndicator.createMany({ data: { areaId, indicatorCode: code } });
    await db.indicatorOwner.createMany({
      data: ownerIds.map((organisationId, place) => ({
        areaId,
        indicatorCode: code,
        organisationId,
        place: place + 1,
      })),
    });
  }
  return code;
}

export type FigureRow = {
  readonly areaId: string;
  readonly indicatorCode: string;
  readonly organisationId: string;
  readonly submittedById: string;
  readonly month: Month;
  /** A number is a reported value; a state is what stands in its place. */
  readonly value: number | Exclude<State, "reported">;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly period?: Period;
  readonly revision?: number;
  readonly reason?: string;
  readonly markedRevised?: boolean;
};

export async function makeFigure(db: Tx, figure: FigureRow): Promise<string> {
  const id = uuidv7();
  const { month, value, revision = 1, period = "month", markedRevised = false, ...rest } = figure;
  const reported = typeof value === "number";
  const cell = { state: reported ? "reported" : value, value: reported ? value : null, asTyped: String(value) };
  const reason = rest.reason ?? (revision > 1 ? "A test revises it" : null);
  const when = { month: monthColumn(month), period, revision, markedRevised, submittedAt: new Date() };
  await db.figure.createMany({ data: { id, source: "A test", ...rest, ...cell, ...when, reason } });
  return id;
}

export type PublicationRow = {
  readonly areaId: string;
  readonly publishedById: string;
  readonly month: Month;
  readonly audience?: Audience;
  readonly alreadyPublic?: boolean;
  readonly publishedOn?: string;
  /** What is shown of each figure; leave `value` out where the small-number rule hides it. */
  readonly figures?: readonly PublishedRow[];
};
export type PublishedRow = {
  readonly figureId: string;
  readonly indicatorCode: string;
  readonly state?: ShownState;
  readonly shown: string;
  readonly value?: number;
};

export async function makePublication(db: Tx, publication: PublicationRow): Promise<string> {
  const id = uuidv7();
  const { areaId, publishedById, audience = "board", alreadyPublic = false, publishedOn = "2022-04-04" } = publication;
  const month = monthColumn(publication.month);
  const given = { publishedOn: dateColumn(publishedOn), publishedAt: new Date(), board: "A test board" };
  await db.publication.createMany({ data: { id, areaId, month, audience, alreadyPublic, publishedById, ...given } });
  await db.publishedFigure.createMany({
    data: (publication.figures ?? []).map(({ state = "reported", ...figure }) => {
      return { areaId, publicationId: id, period: "month", month, audience, markedRevised: false, state, ...figure };
    }),
  });
  return id;
}
