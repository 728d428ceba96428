import "server-only";
import { createHash } from "node:crypto";
import { monthColumn } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { type Known, meanings } from "./meaning-rules.ts";
import { changesOf, type MonthlyPlan, planMonthly, type StoredFigure } from "./monthly-plan-rules.ts";
import type { MonthlyTable } from "./monthly-table-rules.ts";
import { type NationalPlan, planNational, type StoredNational } from "./national-plan-rules.ts";
import type { NationalTable } from "./national-rules.ts";
import type { Chosen } from "./schema.ts";

/** What storing the table would do now, with the rows meaning what was chosen, remembered or suggested. */
export async function findMonthlyPlan(
  scope: Scope,
  table: MonthlyTable,
  chosen: Chosen,
): Promise<{ plan: MonthlyPlan; definitions: Known[] }> {
  const definitions = await listKnown(scope);
  const remembered = await scope.db.indicatorLabel.findMany({
    where: { areaId: scope.actor.areaId },
    select: { label: true, indicatorCode: true, caveat: true },
  });
  const found = meanings(
    table.rows,
    definitions,
    remembered.map(({ indicatorCode: code, ...label }) => ({ ...label, code })),
    chosen,
  );
  const stored = await listStored(scope, table);
  return { plan: planMonthly(table, found, definitions, stored), definitions };
}

/** What storing the file would do now, as figures of the publication `release`; "" while nobody has said which it is. */
export async function findNationalPlan(scope: Scope, table: NationalTable, release: string): Promise<NationalPlan> {
  return planNational(table, release, release === "" ? [] : await listStoredNational(scope, release));
}

/** The names of the publications that are stored, the latest first. */
export async function listReleases({ db }: Scope): Promise<string[]> {
  const rows = await db.$queryRaw<{ release: string }[]>`
    select release from national_figure group by release order by max(imported_at) desc limit 20`;
  return rows.map((row) => row.release);
}

/** Stands for all that a plan would write and what it would replace: two plans with the same one do the same. */
export function fingerprint(plan: MonthlyPlan | NationalPlan): string {
  const said =
    "rows" in plan
      ? changesOf(plan).map(({ code, period, month, typed, before }) => [
          code,
          period,
          month,
          typed.state,
          typed.asTyped,
          before?.revision ?? 0,
        ])
      : [plan.release, ...plan.changes.map(({ cell, asTyped, revision }) => [cell, asTyped, revision])];
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

async function listKnown({ actor, db }: Scope): Promise<Known[]> {
  const rows = await db.areaIndicator.findMany({
    where: { areaId: actor.areaId },
    orderBy: { indicatorCode: "asc" },
    select: { indicator: { select: { code: true, name: true, shortName: true, unit: true, kind: true } } },
  });
  return rows.map(({ indicator }) => indicator as Known);
}

async function listStored({ actor, db }: Scope, { months }: MonthlyTable): Promise<StoredFigure[]> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return db.$queryRaw<StoredFigure[]>`
    select distinct on (indicator_code, period, month)
      indicator_code as code, period, to_char(month, 'YYYY-MM') as month, revision, state, as_typed as "asTyped"
    from figure
    where area_id = ${actor.areaId}::uuid and month between ${monthColumn(first)}::date and ${monthColumn(last)}::date
    order by indicator_code, period, month, revision desc`;
}

async function listStoredNational({ db }: Scope, release: string): Promise<StoredNational[]> {
  return db.$queryRaw<StoredNational[]>`
    select distinct on (source_file, variable, area, period)
      source_file as "sourceFile", area, period_type as "periodType", period, variable, revision, state,
      as_typed as "asTyped", note
    from national_figure where release = ${release}
    order by source_file, variable, area, period, revision desc`;
}
