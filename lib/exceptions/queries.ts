import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { listReportedSeries, type OwnedSeries } from "#lib/indicators/queries.ts";
import { listPromises } from "#lib/indicators/target-queries.ts";
import type { Scope } from "#lib/scope.ts";
import { readsExceptions } from "./policy.ts";
import {
  type Answerable,
  type Evidence,
  type Exception,
  exceptionsOf,
  type GivenToBoard,
  type PromiseOf,
  type ReportOf,
} from "./rules.ts";

/** What the rules ask for, of the indicators given. Two statements; a caller without a promise need not ask. */
export async function findEvidence(
  scope: Scope,
  series: readonly OwnedSeries[],
  promises: readonly PromiseOf[],
): Promise<Evidence> {
  const indicators = series.map(answerableOf);
  const reports = await listReports(scope);
  const publications = await listGiven(scope, [...new Set(promises.map(({ code }) => code))]);
  return { indicators, promises, reports, publications, today: scope.today.toString() };
}

export function answerableOf({ definition, owners, ownerIds, months }: OwnedSeries): Answerable {
  const [id] = ownerIds;
  // Where schools are among the owners they are named before the organisations, which alone have ids.
  const name = owners[owners.length - ownerIds.length];
  return {
    code: definition.code,
    direction: definition.direction,
    owner: id === undefined || name === undefined ? null : { id, name },
    months,
  };
}

type ReportRow = Omit<ReportOf, "organisation"> & { organisationId: string; organisation: string };

async function listReports({ actor, db }: Scope): Promise<ReportOf[]> {
  const rows = await db.$queryRaw<ReportRow[]>`
    select r.indicator_code as code, to_char(r.month, 'YYYY-MM') as month, r.organisation_id::text as "organisationId",
      o.name as organisation, (r.given_at at time zone 'Europe/London')::date::text as "givenOn",
      r.back_on_track_on::text as "backOnTrackOn", s.seen_on::text as "seenOn"
    from exception_report r join organisation o on o.id = r.organisation_id
    left join exception_seen s on s.area_id = r.area_id and s.report_id = r.id
    where r.area_id = ${actor.areaId}::uuid`;
  return rows.map(({ organisationId, organisation, ...row }) => ({
    ...row,
    organisation: { id: organisationId, name: organisation },
  }));
}

async function listGiven({ actor, db }: Scope, codes: readonly string[]): Promise<GivenToBoard[]> {
  return db.$queryRaw<GivenToBoard[]>`
    select p.indicator_code as code, to_char(p.month, 'YYYY-MM') as month, min(b.published_on)::text as on
    from published_figure p join publication b on b.area_id = p.area_id and b.id = p.publication_id
    where p.area_id = ${actor.areaId}::uuid and p.period = 'month' and p.indicator_code = any(${codes})
    group by p.indicator_code, p.month`;
}

export type ExceptionsPage = {
  readonly actor: Actor;
  readonly exceptions: readonly Exception[];
  /** The indicators' names by code. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether any owner of the area has set a target at all. */
  readonly promised: boolean;
};

/** Every exception report of the area; null for whoever reads no exact figures. */
export async function findExceptions(scope: Scope): Promise<ExceptionsPage | null> {
  const { actor } = scope;
  if (!readsExceptions(actor)) return null;
  const promises = await listPromises(scope);
  if (promises.length === 0) return { actor, exceptions: [], names: new Map(), promised: false };
  const codes = promises.map(({ code }) => code);
  const series = await listReportedSeries(scope, actor.areaId, true, codes);
  const exceptions = exceptionsOf(await findEvidence(scope, series, promises));
  return { actor, exceptions, names: namesOf(series), promised: true };
}

export function namesOf(series: readonly OwnedSeries[]): Map<string, string> {
  return new Map(series.map(({ definition }) => [definition.code, definition.name]));
}
