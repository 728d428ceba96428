import "server-only";
import { periodName } from "#lib/imports/national-rules.ts";
import type { Reader } from "#lib/scope.ts";
import type { NationalValue } from "./benchmark-rules.ts";

/**
 * The published national figures for an indicator, in the latest revision: England, the area's region and the area
 * itself, year by year. An indicator with a basis (exceptions counted, left out) comes with its twin on the other basis.
 */
export async function listBenchmarks(
  { db }: Reader,
  areaId: string,
  codes: readonly string[],
): Promise<NationalValue[]> {
  if (codes.length === 0) return [];
  return db.$queryRaw<NationalValue[]>`
    select distinct on (i.code, n.area, n.period)
      i.code, i.basis, n.area, n.period_type as "periodType", n.period, n.state, n.as_typed as "asTyped", n.value::float8, n.note
    from indicator i
    join national_figure n on n.source_file = split_part(i.benchmark_rate, '/', 1) and n.variable = split_part(i.benchmark_rate, '/', 2)
    join area a on a.id = ${areaId}::uuid and n.area in ('England', a.region, a.name)
    where i.code = any(${[...codes]}) or (i.basis <> '' and exists (
      select from indicator twin where twin.code = any(${[...codes]}) and twin.basis <> ''))
    order by i.code, n.area, n.period, n.release desc, n.revision desc`;
}

export type BenchmarkTable = {
  readonly code: string;
  readonly basis: string;
  readonly periods: readonly { readonly period: string; readonly cells: readonly NationalValue[] }[];
};

/** One table a basis: a row a year, latest last; columns in the order of `areas`. */
export function benchmarkTables(values: readonly NationalValue[], areas: readonly string[]): BenchmarkTable[] {
  return [...Map.groupBy(values, (value) => value.code)].map(([code, own]) => ({
    code,
    basis: own[0]?.basis ?? "",
    periods: [...Map.groupBy(own, (value) => value.period)]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([period, found]) => ({
        period: periodName(period, found[0]?.periodType ?? ""),
        cells: areas.flatMap((area) => found.find((value) => value.area === area) ?? []),
      })),
  }));
}
