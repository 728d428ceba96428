/**
 * What a reader is told. A notice is there while the record it names is there for them: a commentary that was withdrawn,
 * or one on a month that they were not given, is not spoken of.
 */
import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { landingPage } from "#lib/people/policy.ts";
import type { Scope } from "#lib/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Notice, Told } from "./notice.ts";
import { readsNotices } from "./policy.ts";
import { moment } from "./schema.ts";
import { told } from "./words.ts";

/** The strip of a first page. `until` is the moment of the newest of them: that far somebody has seen who says so. */
export type News = { readonly told: readonly Told[]; readonly more: number; readonly until: string };

export type NoticesPage = {
  readonly actor: Actor;
  readonly news: readonly Told[];
  /** The moment before which the older ones are, or null when there are none. */
  readonly before: string | null;
  readonly until: string | null;
};

const ON_THE_STRIP = 5;
const MOST_NEW = 50;
const ON_A_PAGE = 30;

/** What others did since the actor last said that they had seen it; null when there is nothing. */
export async function findNews(scope: Scope): Promise<News | null> {
  if (!readsNotices(scope.actor)) return null;
  const notices = await list(
    scope,
    Prisma.sql`n.at > s.until and n.made_by_id <> ${scope.actor.roleId}::uuid`,
    MOST_NEW,
  );
  const all = told(notices);
  const [newest] = notices;
  if (!newest) return null;
  return { told: all.slice(0, ON_THE_STRIP), more: Math.max(0, all.length - ON_THE_STRIP), until: newest.at };
}

/** The news for the page at `path`, when it is the first page of the actor's role: nobody is told twice. */
export async function findNewsOn(scope: Scope, path: string): Promise<News | null> {
  return landingPage(scope.actor.role) === path ? findNews(scope) : null;
}

/** All that happened, the newest first, a page at a time; null for whoever is told nothing, or at no moment. */
export async function findNotices(scope: Scope, before?: string): Promise<NoticesPage | null> {
  if (!readsNotices(scope.actor)) return null;
  const asked = before === undefined ? null : moment.safeParse(before);
  if (asked?.success === false) return null;
  const older = asked ? Prisma.sql`n.at < ${asked.data}::timestamptz` : Prisma.sql`true`;
  const found = await list(scope, older, ON_A_PAGE + 1);
  const shown = found.slice(0, ON_A_PAGE);
  return {
    actor: scope.actor,
    news: told(shown),
    before: found.length > shown.length ? (shown.at(-1)?.at ?? null) : null,
    until: shown.find(({ isNew }) => isNew)?.at ?? null,
  };
}

/** One statement. Until nothing was seen, everything since the role began is new. */
async function list({ actor, db }: Scope, which: Prisma.Sql, most: number): Promise<Notice[]> {
  return db.$queryRaw<Notice[]>`
    with s as materialized (
      select coalesce(
        (select seen_until from notices_seen where role_holding_id = ${actor.roleId}::uuid),
        (select from_on::timestamptz from role_holding where id = ${actor.roleId}::uuid), '-infinity') as until)
    select n.id::text, to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, n.kind, n.made_by as by,
      n.indicator_code as code, i.name, to_char(n.month, 'YYYY-MM') as month,
      coalesce(p.board, e.board, '') as board, coalesce(p.published_on, t.from_on, e.seen_on)::text as on,
      n.at > s.until and n.made_by_id <> ${actor.roleId}::uuid as "isNew"
    from s, notice n
    left join indicator i on i.code = n.indicator_code
    left join lateral (
      select r.board, r.published_on from publication r
      where n.kind = 'month published' and r.area_id = n.area_id and r.month = n.month
        and r.published_by_id = n.made_by_id and r.published_at <= n.at
      order by r.published_at desc limit 1) p on true
    left join lateral (
      select r.from_on from target r
      where n.kind = 'target set' and r.area_id = n.area_id and r.indicator_code = n.indicator_code
        and r.set_by_role_id = n.made_by_id and r.set_at <= n.at
      order by r.set_at desc limit 1) t on true
    left join lateral (
      select r.id from commentary r
      where n.kind = 'commentary published' and r.area_id = n.area_id and r.indicator_code = n.indicator_code
        and r.month = n.month and r.author_role_id = n.made_by_id and r.published_at <= n.at and r.withdrawn_at is null
      limit 1) c on true
    left join lateral (
      select r.id from exception_report r
      where n.kind = 'exception report given' and r.area_id = n.area_id and r.indicator_code = n.indicator_code
        and r.month = n.month and r.given_at <= n.at
      limit 1) x on true
    left join lateral (
      select r.board, r.seen_on from exception_seen r join exception_report o on o.area_id = r.area_id and o.id = r.report_id
      where n.kind = 'exception report seen' and o.area_id = n.area_id and o.indicator_code = n.indicator_code
        and o.month = n.month and r.seen_by_id = n.made_by_id and r.seen_at <= n.at
      order by r.seen_at desc limit 1) e on true
    where n.area_id = ${actor.areaId}::uuid and ${which}
      and coalesce(p.board, t.from_on::text, c.id::text, x.id::text, e.board) is not null
    order by n.at desc limit ${most}`;
}
