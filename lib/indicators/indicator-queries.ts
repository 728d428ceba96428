import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { listSaidOfIndicator, type SaidOfFigure } from "#lib/commentary/queries.ts";
import { lastDay, type Month } from "#lib/dates.ts";
import { listExceptionMoves } from "#lib/exceptions/move-queries.ts";
import type { Scope } from "#lib/scope.ts";
import { type BenchmarkTable, benchmarkTables, listBenchmarks } from "./benchmark-queries.ts";
import type { NationalValue } from "./benchmark-rules.ts";
import { type Check, chartOf, type HeadlineChart, type Move, monthPage, type Row } from "./dashboard-rules.ts";
import { type TargetStanding, targetStanding } from "./figure-rules.ts";
import { answersFor, canSubmit, readsExactFigures, readsFigures } from "./policy.ts";
import { listOwnAreaSeries, listRevisions, type OwnedSeries } from "./queries.ts";
import { indicatorCode } from "./schema.ts";
import { listPromises, type PromiseRow } from "./target-queries.ts";
import { type PromiseState, promiseInForce, promiseState } from "./target-rules.ts";
import { hasValue } from "./year-rules.ts";

/** `reason` is for whoever reads exact figures: it may speak of one. */
export type TargetView = Omit<PromiseRow, "reason"> & { readonly reason: string | null; readonly state: PromiseState };

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
  readonly promises: readonly TargetView[];
  readonly standing: TargetStanding | null;
  /** The exception reports on it that are somebody's move, for whoever reads exact figures. */
  readonly moves: readonly Move[];
  /** What owners have said of its months, as far as this reader may read it. */
  readonly said: readonly SaidOfFigure[];
  readonly canSubmit: boolean;
  readonly canSetTarget: boolean;
  readonly canComment: boolean;
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
  const promises = await listPromises(scope, code);
  const today = scope.today.toString();
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
    promises: promises.map((promise) => ({
      ...{ ...promise, state: promiseState(promise, promises, today) },
      reason: exact ? promise.reason : null,
    })),
    standing: exact ? standingOf(promises, latest, series) : null,
    moves: await listExceptionMoves(scope, [series], promises),
    said: await listSaidOfIndicator(scope, actor.areaId, code),
    canSubmit: canSubmit(actor),
    canSetTarget: answersFor(actor, series.ownerIds) && series.definition.direction !== "context",
    canComment: answersFor(actor, series.ownerIds) && series.months.length > 0,
  };
}

/** The promise in force on the month's last day. */
function standingOf(
  promises: readonly PromiseRow[],
  figure: { readonly month: Month; readonly value: number } | undefined,
  { definition }: OwnedSeries,
): TargetStanding | null {
  const promise = figure && promiseInForce(promises, lastDay(figure.month));
  return promise ? targetStanding(figure.value, promise, definition.direction) : null;
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
