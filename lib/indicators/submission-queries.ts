import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { dateColumn, type Month } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { type Checklist, findChecklist } from "./checklist-queries.ts";
import { canSubmit } from "./policy.ts";
import { listOwnAreaSeries } from "./queries.ts";
import {
  type MonthStanding,
  type NextStep,
  nextStep,
  type Owed,
  owed,
  type RestsOnNothing,
  restingOnNothing,
  toPublish,
} from "./submission-rules.ts";

export type SubmissionPage = {
  readonly actor: Actor;
  readonly next: NextStep | null;
  readonly owed: readonly Owed[];
  readonly resting: readonly RestsOnNothing[];
  readonly toPublish: readonly MonthStanding[];
  /** The name of the indicator whose figure was just stored, when the page is asked about one. */
  readonly stored: string | null;
};

/** What the data officer has to do next, and after that; null for whoever submits nothing. */
export async function findSubmission(scope: Scope, storedCode?: string): Promise<SubmissionPage | null> {
  const { actor } = scope;
  if (!canSubmit(actor)) return null;
  const all = await listOwnAreaSeries(scope);
  const months = await listMonthStandings(scope);
  const waiting = await findWaiting(scope);
  const found = { owed: owed(all), resting: restingOnNothing(all) };
  return {
    ...found,
    actor,
    next: nextStep({ ...found, waiting, months }),
    toPublish: toPublish(months),
    stored: all.find(({ definition }) => definition.code === storedCode)?.definition.name ?? null,
  };
}

const REMEMBERED_DAYS = 7;

/** The file that was read in last, if it is of this week, was not confirmed, and says more than one that was. */
async function findWaiting({ actor, db, today }: Scope): Promise<{ id: string; fileName: string } | null> {
  const own = { areaId: actor.areaId, readById: actor.roleId };
  const select = { id: true, fileName: true, sha256: true, readAt: true, confirmedAt: true } as const;
  const latest = await db.import.findFirst({ where: own, orderBy: { readAt: "desc" }, select });
  if (!latest || latest.confirmedAt !== null) return null;
  if (latest.readAt < dateColumn(today.subtract({ days: REMEMBERED_DAYS }).toString())) return null;
  const stored = await db.import.count({ where: { ...own, sha256: latest.sha256, confirmedAt: { not: null } } });
  return stored === 0 ? latest : null;
}

export type PublishPage = {
  readonly actor: Actor;
  readonly months: readonly MonthStanding[];
  /** Of the month that was asked for; null when none was, or none that has a figure. */
  readonly checklist: Checklist | null;
};

/** The months for which figures were submitted, and how each stands towards its boards; null for whoever publishes none. */
export async function findMonthsToPublish(scope: Scope, asked?: Month): Promise<PublishPage | null> {
  if (!canSubmit(scope.actor)) return null;
  const months = await listMonthStandings(scope);
  const month = months.find((standing) => standing.month === asked)?.month;
  const checklist = month === undefined ? null : await findChecklist(scope, month);
  return { actor: scope.actor, months, checklist };
}

type StandingRow = Omit<MonthStanding, "published"> & {
  board: string | null;
  publishedOn: string;
  audience: string;
  alreadyPublic: boolean;
};

/** Latest first. One statement: the current figures, the latest publication of their month, and what it gave. */
async function listMonthStandings({ actor, db }: Scope): Promise<MonthStanding[]> {
  const rows = await db.$queryRaw<StandingRow[]>`
    with current as (
      select distinct on (indicator_code, period, month) id, indicator_code, period, month
      from figure where area_id = ${actor.areaId}::uuid
      order by indicator_code, period, month, revision desc
    ), latest as (
      select distinct on (month) id, month, board, published_on, audience, already_public
      from publication where area_id = ${actor.areaId}::uuid
      order by month, published_at desc
    )
    select to_char(c.month, 'YYYY-MM') as month, count(*)::int as figures,
      count(*) filter (where l.id is not null and g.figure_id is distinct from c.id)::int as changed,
      l.board, l.published_on::text as "publishedOn", l.audience, l.already_public as "alreadyPublic"
    from current c
    left join latest l on l.month = c.month
    left join published_figure g on g.area_id = ${actor.areaId}::uuid and g.publication_id = l.id
      and g.indicator_code = c.indicator_code and g.period = c.period
    group by c.month, l.board, l.published_on, l.audience, l.already_public
    order by c.month desc`;
  return rows.map(({ month, figures, changed, board, ...publication }) => ({
    month,
    figures,
    changed,
    published: board === null ? null : { board, ...publication },
  }));
}
