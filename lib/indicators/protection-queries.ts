import "server-only";
import { addMonths, type Month, monthColumn, monthOf, monthsBetween, yearStart } from "#lib/dates.ts";
import { type Exact, isSmall, protect, type Shown } from "#lib/disclosure/rules.ts";
import type { Scope } from "#lib/scope.ts";
import type { Audience, Kind, Period, State } from "./schema.ts";

/** The latest revision of one cell, with what the small-number rule and a publication need of it. */
export type CurrentFigure = {
  readonly exact: Exact;
  readonly figureId: string;
  readonly month: Month;
  readonly revision: number;
  readonly audience: Audience;
  readonly markedRevised: boolean;
};

/** The current figures of the months from `first` to `last`, in one statement. */
export async function listCurrentFigures(
  { actor, db }: Scope,
  first: Month,
  last: Month = first,
): Promise<CurrentFigure[]> {
  const rows = await db.figure.findMany({
    where: { areaId: actor.areaId, month: { gte: monthColumn(first), lte: monthColumn(last) } },
    orderBy: { revision: "desc" },
    distinct: ["indicatorCode", "period", "month"],
    include: { areaIndicator: { select: { indicator: { select: { kind: true, partOf: true, audience: true } } } } },
  });
  return rows.map((row) => {
    const { kind, partOf, audience } = row.areaIndicator.indicator;
    const exact: Exact = {
      code: row.indicatorCode,
      period: row.period as Period,
      kind: kind as Kind,
      partOf,
      state: row.state as State,
      asTyped: row.asTyped,
      value: row.value === null ? null : Number(row.value),
      numerator: row.numerator === null ? null : Number(row.numerator),
      denominator: row.denominator === null ? null : Number(row.denominator),
    };
    const { id: figureId, revision, markedRevised } = row;
    return { exact, figureId, revision, markedRevised, month: monthOf(row.month), audience: audience as Audience };
  });
}

/** What may leave the partnership of the figures of a month, in their order. */
export async function findProtected(scope: Scope, month: Month, current: readonly CurrentFigure[]): Promise<Shown[]> {
  const exact = current.map((figure) => figure.exact);
  const first = yearStart(month);
  const earlier = first === month ? [] : await listCurrentFigures(scope, first, addMonths(month, -1));
  const hiddenBefore = await hiddenEarlier(scope, month, earlier);
  for (const code of leftByYears(exact, earlier, monthsBetween(first, month).length)) hiddenBefore.add(code);
  return protect(exact, hiddenBefore);
}

/** The indicators whose months without a number are left over, a small number, when the others are taken from the year. */
function leftByYears(exact: readonly Exact[], earlier: readonly CurrentFigure[], monthsOfYear: number): string[] {
  const all = [...exact, ...earlier.map((figure) => figure.exact)];
  return exact.flatMap((year) => {
    if (year.period !== "year to date" || year.value === null || year.kind !== "count") return [];
    const months = all.filter(({ code, period, value }) => code === year.code && period === "month" && value !== null);
    const left = year.value - months.reduce((sum, { value }) => sum + (value ?? 0), 0);
    return months.length < monthsOfYear && isSmall(left) ? [year.code] : [];
  });
}

/**
 * The indicators with a month earlier in the year of `month` that is hidden, or will be when it is published: months may
 * be published in any order, and the last one must not give the others away.
 */
async function hiddenEarlier(scope: Scope, month: Month, earlier: readonly CurrentFigure[]): Promise<Set<string>> {
  const first = yearStart(month);
  if (first === month) return new Set();
  const published = await scope.db.publishedFigure.findMany({
    where: {
      areaId: scope.actor.areaId,
      period: "month",
      month: { gte: monthColumn(first), lt: monthColumn(month) },
    },
    select: { indicatorCode: true, figureId: true, state: true },
  });
  const given = new Set(published.map((row) => row.figureId));
  const hidden = new Set(published.filter((row) => isHidden(row.state)).map((row) => row.indicatorCode));
  for (const [, figures] of Map.groupBy(earlier, (figure) => figure.month)) {
    // A month that was revised since it was given is given again one day, and must not have been given away.
    const exact = figures.filter(({ figureId }) => !given.has(figureId)).map((figure) => figure.exact);
    for (const { code, state } of protect(exact, new Set())) if (isHidden(state)) hidden.add(code);
  }
  return hidden;
}

export function isHidden(state: string): boolean {
  return state === "small number" || state === "withheld";
}
