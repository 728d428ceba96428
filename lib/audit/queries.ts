import "server-only";

import type { Problem } from "#lib/form-state.ts";
import type { Scope } from "#lib/scope.ts";
import { type Act, findNames, findPeopleMeant, listActs, MOST_PEOPLE } from "./act-queries.ts";
import { type Asked, type Cursor, cursorText } from "./filter-schema.ts";
import { type ActLine, actLine } from "./line-rules.ts";
import { canReadActs } from "./policy.ts";

const ACTS_ON_A_PAGE = 50;

type Choice = { readonly value: string; readonly label: string };

export type ActsView = {
  readonly asked: Asked;
  readonly lines: readonly ActLine[];
  /** Cursors of the pages beside this one, as an address holds them. */
  readonly earlier: string | null;
  readonly later: string | null;
  readonly organisations: readonly Choice[];
};

/** The acts on record of the auditor's area; null for anyone else. */
export async function findActs(scope: Scope, asked: Asked): Promise<ActsView | null> {
  if (!canReadActs(scope.actor)) return null;
  const organisations = await listOrganisationChoices(scope);
  const nothing = { lines: [], earlier: null, later: null, organisations };
  if (!asked.filter) return { ...nothing, asked };
  const people = await findPeopleMeant(scope, asked.filter.person);
  const problem = tooMany(people);
  if (problem) return { ...nothing, asked: { ...asked, filter: null, problems: [problem] } };
  const found = await listActs(scope, asked.filter, people, { cursor: asked.cursor, take: ACTS_ON_A_PAGE + 1 });
  const { acts, ...beside } = pageOf(found, asked.cursor);
  const names = await findNames(scope, acts);
  return { asked, organisations, ...beside, lines: acts.map((act) => actLine(act, names)) };
}

/** Why a name is no question about a person, or null. */
export function tooMany(people: readonly string[] | null): Problem | null {
  if (people === null || people.length <= MOST_PEOPLE) return null;
  return {
    field: "person",
    message: `More than ${MOST_PEOPLE} people have this in their name or address: enter more of it`,
  };
}

/** One more than a page was asked for: whether there is more that way. */
function pageOf(found: Act[], cursor: Cursor | null) {
  const more = found.length > ACTS_ON_A_PAGE;
  const forth = cursor?.way === "after";
  const acts = found.slice(0, ACTS_ON_A_PAGE);
  if (forth) acts.reverse();
  const [first, last] = [acts[0], acts.at(-1)];
  return {
    acts,
    earlier: last && (forth || more) ? cursorText(last) : null,
    later: first && (forth ? more : cursor !== null) ? cursorText(first) : null,
  };
}

async function listOrganisationChoices({ actor, db }: Scope): Promise<Choice[]> {
  const found = await db.organisation.findMany({
    where: { memberships: { some: { areaId: actor.areaId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return found.map(({ id, name }) => ({ value: id, label: name }));
}
