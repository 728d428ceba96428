import "server-only";
import { audit } from "#lib/audit.ts";
import { csvText } from "#lib/csv.ts";
import { dayOf } from "#lib/dates.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { assertConfirmed } from "#lib/people/confirm-rules.ts";
import type { Scope } from "#lib/scope.ts";
import { type Act, countActs, findNames, findPeopleMeant, listActs } from "./act-queries.ts";
import { type ActFilter, type Cursor, MOST_EXPORTED, TOO_MANY } from "./filter-schema.ts";
import { filterInWords } from "./filter-words.ts";
import { actLine } from "./line-rules.ts";
import { canReadActs } from "./policy.ts";
import { tooMany } from "./queries.ts";
import { londonTime } from "./words.ts";

const READ_AT_ONCE = 5_000;

const HEADINGS = [
  "When (London)",
  "When (UTC)",
  "Who",
  "Role",
  "Organisation",
  "What",
  "Why",
  "Request",
  "Action",
  "Subject",
];

/** Every act that the filter names, latest first, as a file. The export is an act itself, of the same transaction. */
export async function exportActs(scope: Scope, filter: ActFilter): Promise<string> {
  if (!canReadActs(scope.actor)) throw new NotAllowed();
  assertConfirmed(scope);
  const people = await findPeopleMeant(scope, filter.person);
  const problem = tooMany(people);
  if (problem) throw new RuleBroken(problem.field, problem.message);
  const count = await countActs(scope, filter, people, MOST_EXPORTED + 1);
  if (count > MOST_EXPORTED) throw new RuleBroken("", TOO_MANY);
  const acts = await listAll(scope, filter, people);
  const names = await findNames(scope, acts);
  const rows = acts.map((act) => {
    const { at, person, role, organisation, what, purpose, requestId } = actLine(act, names);
    const when = [`${dayOf(at)} ${londonTime(at)}`, at.toISOString()];
    return [...when, person, role, organisation, what, purpose, requestId ?? "", act.action, act.subject];
  });
  await audit(scope, "exported the record of acts", `${rows.length} acts`, { purpose: filterInWords(filter, people) });
  return csvText([HEADINGS, ...rows]);
}

async function listAll(scope: Scope, filter: ActFilter, people: readonly string[] | null): Promise<Act[]> {
  const acts: Act[] = [];
  for (let cursor: Cursor | null = null; ; ) {
    const read: Act[] = await listActs(scope, filter, people, { cursor, take: READ_AT_ONCE });
    acts.push(...read);
    const last = read.at(-1);
    if (!last || read.length < READ_AT_ONCE) return acts;
    cursor = { way: "before", at: last.at, id: last.id };
  }
}
