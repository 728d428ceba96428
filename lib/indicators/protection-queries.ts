import "server-only";
import { addMonths, type Month, monthColumn, monthOf, yearStart } from "#lib/dates.ts";
import { type Exact, protect, type Shown } from "#lib/disclosure/rules.ts";
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
  return protect(exact, await hiddenEarlier(scope, month));
}

/**
 * The indicators with a month earlier in the year of `month` that is hidden, or will be when it is published: months may
 * be published in any order, and the last one must not give the others away.
 */
async function hiddenEarlier(scope: Scope, month: Month): Promise<Set<string>> {
  const first = yearStart(month);
  if (first === month) return new Set();
  const published = await scope.db.publishedFigure.findMany({
    where: {
      areaId: scope.actor.areaId,
      period: "month",
      month: { gte: monthColumn(first), lt: monthColumn(month) },
    },
    select: { indicatorCode: true, month: true, state: true },
  });
  const given = new Set(published.map((row) => `${row.indicatorCode} ${monthOf(row.month)}`));
  const hidden = new Set(published.filter((row) => isHidden(row.state)).map((row) => row.indicatorCode));
  const earlier = await listCurrentFigures(scope, first, addMonths(month, -1));
  for (const [at, figures] of Map.groupBy(earlier, (figure) => figure.month)) {
    const exact = figures.map((figure) => figure.exact).filter(({ code }) => !given.has(`${code} ${at}`));
    for (const { code, state } of protect(exact, new Set())) if (isHidden(state)) hidden.add(code);
  }
  return hidden;
}

export function isHidden(state: string): boolean {
  return state === "small number" || state === "withheld";
}
