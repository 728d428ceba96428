/**
 * Telling partners in the portal what happened, and remembering until when somebody has seen it.
 *
 * A notice names a record and holds none of its words: whoever reads the notice reads the record itself, or neither. In
 * one area the moments of notices run in the order in which they become visible, so that "seen until" skips none.
 */
import "server-only";
import type { Month } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Audience } from "#lib/indicators/schema.ts";
import { landingPage } from "#lib/people/policy.ts";
import type { Scope } from "#lib/scope.ts";
import type { NoticeKind, SeenInput } from "./schema.ts";

/**
 * Tells whoever the audience names, and may read the indicator, of what the actor has just done; not the actor. Call it
 * last in the transaction that does it: until the commit, nobody else of the area tells anything.
 */
export async function tellPartners(
  { actor, db }: Scope,
  notice: {
    readonly kind: NoticeKind;
    readonly audience: Audience;
    readonly code?: string;
    readonly month?: Month;
  },
): Promise<void> {
  const { kind, audience, code = null, month } = notice;
  const firstDay = month === undefined ? null : `${month}-01`;
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`notices of ${actor.areaId}`}, 0))`;
  // Never before the record's own moment, which this process's clock gave, nor before an earlier notice.
  await db.$executeRaw`
    insert into notice (id, area_id, at, kind, audience, indicator_code, month, made_by_id, made_by)
    select ${uuidv7()}::uuid, ${actor.areaId}::uuid,
      greatest(clock_timestamp(), ${new Date()}::timestamptz,
        (select max(at) + interval '1 millisecond' from notice where area_id = ${actor.areaId}::uuid)),
      ${kind}, ${audience}, ${code}, ${firstDay}::date, ${actor.roleId}::uuid, ${actor.organisationName}`;
}

/** Remembers that the actor, in this role, has seen every notice up to `until`. Going back in time changes nothing. */
export async function markNoticesSeen({ actor, db }: Scope, { until }: SeenInput): Promise<{ landing: string }> {
  await db.$executeRaw`
    insert into notices_seen (role_holding_id, area_id, seen_until)
    select ${actor.roleId}::uuid, ${actor.areaId}::uuid, least(${until}::timestamptz,
      (select coalesce(max(at), now()) from notice where area_id = ${actor.areaId}::uuid))
    on conflict (role_holding_id) do update set seen_until = greatest(notices_seen.seen_until, excluded.seen_until)`;
  return { landing: landingPage(actor.role) };
}
