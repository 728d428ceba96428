import "server-only";
import { periodName } from "#lib/imports/national-rules.ts";
import type { Reader } from "#lib/scope.ts";
import type { NationalValue } from "./benchmark-rules.ts";
import type { Series } from "./figure.ts";

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
      i.code, i.basis, n.area, n.period_type as "periodType", n.period, n.state, n.as_typed as "asTyped", n.value::float8, n.note,
      (select p.value::float8 from national_figure p where p.release = n.release and p.area = n.area and p.period = n.period
        and p.state = 'value' and p.source_file = split_part(i.benchmark_numerator, '/', 1) and p.variable = split_part(i.benchmark_numerator, '/', 2)
        order by p.revision desc limit 1) as numerator,
      (select p.value::float8 from national_figure p where p.release = n.release and p.area = n.area and p.period = n.period
        and p.state = 'value' and p.source_file = split_part(i.benchmark_denominator, '/', 1) and p.variable = split_part(i.benchmark_denominator, '/', 2)
        order by p.revision desc limit 1) as denominator
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

/** Several measures at once, each by its name, with the columns they share. */
export type NationalTables = {
  readonly areas: readonly string[];
  readonly tables: readonly (BenchmarkTable & { readonly name: string; readonly unit: string })[];
};

export const NO_TABLES: NationalTables = { areas: [], tables: [] };

/** The national figures that say most about an area on one page: plans in time, and decisions in time. */
export const ON_ONE_PAGE: readonly string[] = ["E04", "E05", "E03", "A02"];

/** `series` gives the names and units of the indicators. */
export async function findNationalTables(
  reader: Reader,
  areaId: string,
  series: readonly Series[],
): Promise<NationalTables> {
  const area = await reader.db.area.findUniqueOrThrow({ where: { id: areaId }, select: { name: true, region: true } });
  const areas = ["England", area.region, area.name];
  const tables = benchmarkTables(await listBenchmarks(reader, areaId, ON_ONE_PAGE), areas).map((table) => {
    const definition = series.find((one) => one.definition.code === table.code)?.definition;
    return { ...table, name: definition?.name ?? table.code, unit: definition?.unit ?? "%" };
  });
  return { areas, tables };
}
