import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { isoDate, type Month } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { type BenchmarkTable, benchmarkTables, listBenchmarks } from "./benchmark-queries.ts";
import type { NationalValue } from "./benchmark-rules.ts";
import { type Check, chartOf, type HeadlineChart, monthPage, type Row } from "./dashboard-rules.ts";
import { type TargetStanding, targetStanding } from "./figure-rules.ts";
import { canSetTarget, canSubmit, readsExactFigures, readsFigures } from "./policy.ts";
import { listOwnAreaSeries, listRevisions, type OwnedSeries } from "./queries.ts";
import { indicatorCode } from "./schema.ts";
import { hasValue } from "./year-rules.ts";

export type Promised = {
  readonly target: number;
  readonly tolerance: number;
  readonly fromOn: string;
  readonly by: string;
};

export type IndicatorPage = {
  readonly actor: Actor;
  readonly exact: boolean;
  readonly series: OwnedSeries;
  /** The latest month with a number, its chart and sentence; null when no month has one. */
  readonly chart: HeadlineChart | null;
  readonly row: Row | null;
  readonly checks: readonly Check[];
  readonly weights: OwnedSeries | null;
  readonly revisions: Awaited<ReturnType<typeof listRevisions>>;
  readonly benchmarks: readonly NationalValue[];
  readonly benchmarkAreas: readonly string[];
  readonly tables: readonly BenchmarkTable[];
  readonly promises: readonly Promised[];
  readonly standing: TargetStanding | null;
  readonly canSubmit: boolean;
  readonly canSetTarget: boolean;
};

/** One indicator of the actor's area with all that stands behind its number, or null when it is not there for them. */
export async function findIndicator(scope: Scope, code: string): Promise<IndicatorPage | null> {
  const { actor, db } = scope;
  if (!readsFigures(actor) || !indicatorCode.safeParse(code).success) return null;
  const family = await listOwnAreaSeries(scope, code);
  const series = family.find((one) => one.definition.code === code);
  if (!series) return null;
  const exact = readsExactFigures(actor);
  const latest = series.months.findLast(hasValue);
  const month = latest?.month ?? series.months.at(-1)?.month;
  const page = month === undefined ? null : monthPage(family, month);
  const benchmarks = await listBenchmarks(scope, actor.areaId, [code]);
  const area = await db.area.findUniqueOrThrow({ where: { id: actor.areaId }, select: { name: true, region: true } });
  const benchmarkAreas = ["England", area.region, area.name];
  const promises = exact ? await listPromises(scope, code) : [];
  return {
    actor,
    exact,
    series,
    chart: latest ? chartOf(series, family, latest.month) : null,
    row: page?.rows.find((row) => row.code === code) ?? null,
    checks: page?.checks.filter((check) => check.code === code) ?? [],
    weights: family.find((one) => one.definition.code === series.definition.denominatorCode) ?? null,
    revisions: exact ? await listRevisions(scope, code) : [],
    benchmarks,
    benchmarkAreas,
    tables: benchmarkTables(benchmarks, benchmarkAreas),
    promises,
    standing: standingOf(promises, latest?.month, latest?.value ?? null, series),
    canSubmit: canSubmit(actor),
    canSetTarget: canSetTarget(actor, series.ownerIds) && series.definition.direction !== "context",
  };
}

async function listPromises({ db, actor }: Scope, code: string): Promise<Promised[]> {
  const rows = await db.target.findMany({
    where: { areaId: actor.areaId, indicatorCode: code },
    orderBy: [{ fromOn: "desc" }, { setAt: "desc" }],
    select: { target: true, tolerance: true, fromOn: true, setByOrganisation: true },
  });
  return rows.map((row) => ({
    target: Number(row.target),
    tolerance: Number(row.tolerance),
    fromOn: isoDate(row.fromOn),
    by: row.setByOrganisation,
  }));
}

/** The promise in force on the last day of the month. */
function standingOf(
  promises: readonly Promised[],
  month: Month | undefined,
  value: number | null,
  series: OwnedSeries,
): TargetStanding | null {
  const promise = month && promises.find((one) => one.fromOn.slice(0, 7) <= month);
  return promise && value !== null ? targetStanding(value, promise, series.definition.direction) : null;
}

export type IndicatorLine = {
  readonly code: string;
  readonly name: string;
  readonly owners: readonly string[];
  readonly months: number;
  readonly national: boolean;
};

/** Every definition that the actor may read, those with figures first. */
export async function listIndicators(scope: Scope): Promise<{ actor: Actor; lines: IndicatorLine[] } | null> {
  if (!readsFigures(scope.actor)) return null;
  const all = await listOwnAreaSeries(scope);
  const lines = all.map(({ definition, owners, months, national }) => ({
    code: definition.code,
    name: definition.name,
    owners,
    months: months.length,
    national,
  }));
  return { actor: scope.actor, lines };
}
