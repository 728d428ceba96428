import "server-only";
import { DEMO_ADDRESS } from "#lib/auth/issuers.ts";
import { dateColumn, isoDate } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { canKeepPeople, needsSecondStep } from "./policy.ts";
import { doubtfulFirst, SIGNS, type Sign, signsOf } from "./review-rules.ts";
import { listLastSeen } from "./role-queries.ts";
import type { Role } from "./schema.ts";

const ROLES_ON_A_PAGE = 100;

export type ReviewLine = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly lastUsedOn: string | null;
  readonly secondStep: "set up" | "not set up" | "not needed" | "demonstration";
  readonly signs: readonly Sign[];
};
export type ReviewView = {
  readonly sign: Sign | null;
  readonly lines: readonly (ReviewLine & { readonly lastSeen: string | null })[];
  /** How many of the roles held have each sign, and how many have any. */
  readonly counts: Readonly<Record<Sign, number>>;
  readonly doubtful: number;
  readonly held: number;
  readonly page: number;
  readonly pages: number;
};

export function isSign(typed: unknown): typed is Sign {
  return SIGNS.some((sign) => sign === typed);
}

/** Every role held today in the administrator's area, the doubtful first; null for anyone else. */
export async function findReview(
  scope: Scope,
  asked: { readonly sign: unknown; readonly page: unknown },
): Promise<ReviewView | null> {
  if (!canKeepPeople(scope.actor)) return null;
  const all = await listHeld(scope);
  const sign = isSign(asked.sign) ? asked.sign : null;
  const shown = sign === null ? all : all.filter(({ signs }) => signs.includes(sign));
  const pages = Math.max(1, Math.ceil(shown.length / ROLES_ON_A_PAGE));
  const page = pageOf(asked.page, pages);
  const lines = shown.slice((page - 1) * ROLES_ON_A_PAGE, page * ROLES_ON_A_PAGE);
  const seen = await listLastSeen(
    scope,
    lines.map(({ personId }) => personId),
  );
  const counts = Object.fromEntries(SIGNS.map((one) => [one, all.filter(({ signs }) => signs.includes(one)).length]));
  return {
    sign,
    lines: lines.map((line) => ({ ...line, lastSeen: seen.get(line.personId) ?? null })),
    counts: counts as Record<Sign, number>,
    doubtful: all.filter(({ signs }) => signs.length > 0).length,
    held: all.length,
    page,
    pages,
  };
}

/** The page that an address asks for, or the nearest that there is. */
export function pageOf(typed: unknown, pages: number): number {
  return typeof typed === "string" && /^\d{1,6}$/.test(typed) ? Math.min(pages, Math.max(1, Number(typed))) : 1;
}

/**
 * The same without paging. A role in which somebody left still counts as held: nobody has ended it. A statement a table:
 * under their policies Postgres joins 5,000 roles to 5,000 people row by row, which takes seconds (measured).
 */
export async function listHeld({ actor, db, today }: Scope): Promise<ReviewLine[]> {
  const now = dateColumn(today.toString());
  const roles = await db.roleHolding.findMany({
    where: { areaId: actor.areaId, fromOn: { lte: now }, OR: [{ toOn: null }, { toOn: { gt: now } }] },
    orderBy: { id: "asc" },
  });
  const organisations = await db.organisation.findMany({
    where: { id: { in: [...new Set(roles.map(({ organisationId }) => organisationId))] } },
    select: { id: true, name: true },
  });
  const people = await db.person.findMany({ select: { id: true, displayName: true, email: true, endedOn: true } });
  const steps = await db.secondStep.findMany({ where: { confirmedAt: { not: null } }, select: { personId: true } });
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const byId = new Map(people.map((person) => [person.id, person]));
  const withStep = new Set(steps.map(({ personId }) => personId));
  const lines = roles.flatMap((role) => {
    const person = byId.get(role.personId);
    const organisation = names.get(role.organisationId) ?? "";
    return person ? reviewed(role, person, { organisation, hasSecondStep: withStep.has(person.id), today }) : [];
  });
  return doubtfulFirst(lines.sort(byPlace));
}

const WORDS = new Intl.Collator("en-GB");

function byPlace(one: ReviewLine, other: ReviewLine): number {
  return WORDS.compare(one.organisation, other.organisation) || WORDS.compare(one.name, other.name);
}

type HeldRow = { id: string; role: string; fromOn: Date; toOn: Date | null; lastUsedOn: Date | null };
type PersonRow = { id: string; displayName: string; email: string; endedOn: Date | null };
type More = { organisation: string; hasSecondStep: boolean; today: Temporal.PlainDate };

function reviewed(held: HeldRow, person: PersonRow, { organisation, hasSecondStep, today }: More): ReviewLine {
  const role = held.role as Role;
  const { email, displayName: name } = person;
  const days = {
    fromOn: isoDate(held.fromOn),
    toOn: held.toOn && isoDate(held.toOn),
    lastUsedOn: held.lastUsedOn && isoDate(held.lastUsedOn),
  };
  // Whoever signs in to the demonstration has nothing to lose.
  const demonstration = email.endsWith(DEMO_ADDRESS);
  const needed = needsSecondStep(role) && !demonstration;
  const personEndedOn = person.endedOn && isoDate(person.endedOn);
  return {
    ...{ id: held.id, role, organisation, personId: person.id, name, email, ...days },
    secondStep: hasSecondStep ? "set up" : needed ? "not set up" : demonstration ? "demonstration" : "not needed",
    signs: signsOf({ ...days, personEndedOn, hasSecondStep, needsSecondStep: needed }, today.toString()),
  };
}
