import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { findAnswers } from "#lib/commentary/month-queries.ts";
import type { SaidOfFigure } from "#lib/commentary/queries.ts";
import { isMonth, type Month } from "#lib/dates.ts";
import { listExceptionMoves } from "#lib/exceptions/move-queries.ts";
import type { Scope } from "#lib/scope.ts";
import {
  findNationalTables,
  listBenchmarks,
  type NationalTables,
  NO_TABLES,
  ON_ONE_PAGE,
} from "./benchmark-queries.ts";
import type { NationalValue } from "./benchmark-rules.ts";
import { type Comparison, comparison } from "./compare-page-rules.ts";
import { type MonthPage, monthPage } from "./dashboard-rules.ts";
import { readsExactFigures, readsFigures } from "./policy.ts";
import { listPublishedMonths, listReportedSeries, type PublishedMonth } from "./queries.ts";

export type MonthChoice = { readonly month: Month; readonly published: PublishedMonth | null };

export type Dashboard = {
  readonly actor: Actor;
  readonly exact: boolean;
  /** Published months first, latest first; then those that only their author's organisation sees. */
  readonly choices: readonly MonthChoice[];
  /** Null when the area has no month that this person may see. */
  readonly chosen: MonthChoice | null;
  readonly page: MonthPage | null;
  /** What owners have said of the month's figures, as far as this reader may read it. */
  readonly said: readonly SaidOfFigure[];
  /** Null unless another month was asked for beside this one. */
  readonly comparison: Comparison | null;
  readonly benchmarks: readonly NationalValue[];
  /** What the DfE publishes about the area, while it has no month of its own to show. */
  readonly national: NationalTables;
};

/**
 * The dashboard of one month, or null when the person reads no figures or the month is not there for them. `other` is
 * the month to compare with, "" to choose one: it takes the series that are read already, and no statement more.
 */
export async function findDashboard(
  scope: Scope,
  month: Month | undefined,
  other?: Month | "",
): Promise<Dashboard | null> {
  const { actor } = scope;
  if (!readsFigures(actor) || (other && !isMonth(other))) return null;
  const exact = readsExactFigures(actor);
  const series = await listReportedSeries(scope, actor.areaId, exact, ON_ONE_PAGE);
  const published = await listPublishedMonths(scope, actor.areaId);
  const choices = monthChoices(
    series.flatMap((one) => one.months.map((figure) => figure.month)),
    published,
  );
  const chosen = month === undefined ? (choices[0] ?? null) : choices.find((choice) => choice.month === month);
  if (chosen === undefined) return null;
  const figures = chosen && monthPage(series, chosen.month);
  const { said, promises } = chosen ? await findAnswers(scope, chosen.month, exact) : { said: [], promises: [] };
  const moves = await listExceptionMoves(scope, series, promises);
  const page = figures && { ...figures, moves: [...moves, ...figures.moves] };
  const codes = page ? page.headlines.map((chart) => chart.series.definition.code) : [];
  const benchmarks = await listBenchmarks(scope, actor.areaId, codes);
  const national = page ? NO_TABLES : await findNationalTables(scope, actor.areaId, series);
  const compared = chosen && other !== undefined ? comparison(series, choices, chosen.month, other) : null;
  return { actor, exact, choices, chosen, page, said, comparison: compared, benchmarks, national };
}

function monthChoices(withFigures: readonly Month[], published: readonly PublishedMonth[]): MonthChoice[] {
  const given = new Set(published.map((one) => one.month));
  const drafts = [...new Set(withFigures)]
    .filter((month) => !given.has(month))
    .sort()
    .reverse();
  return [
    ...published.map((one) => ({ month: one.month, published: one })),
    ...drafts.map((month) => ({ month, published: null })),
  ];
}
