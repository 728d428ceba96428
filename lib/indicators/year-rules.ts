/**
 * The year to date of an indicator, by its kind: counts add, a stock has no total, a rate weights by its denominators or
 * cannot be rebuilt. What the paper printed stands beside what the months give; the two are never mixed.
 */
import { type Month, monthsBetween, yearStart } from "#lib/dates.ts";
import { decimalsOf } from "./cell-rules.ts";
import type { FigureView, Series } from "./figure.ts";
import { round } from "./numbers.ts";

/** The months whose cells hold no number, by why. */
export type Gaps = {
  readonly toBeConfirmed: readonly Month[];
  readonly notReported: readonly Month[];
  readonly dash: readonly Month[];
  readonly hidden: readonly Month[];
};

export type YearToDate = {
  readonly from: Month;
  readonly to: Month;
  readonly how: "sum" | "weighted" | "stock" | "cannot be rebuilt" | "nothing reported";
  /** In the unit of the indicator, unrounded; null when it cannot be computed or a month is hidden. */
  readonly value: number | null;
  /** What the rate was weighted by: its own denominators, or the code of the indicator that gives them. */
  readonly weightedBy: "own denominators" | string | null;
  readonly gaps: Gaps;
  /** The months of the year that nobody submitted anything for. */
  readonly neverSubmitted: readonly Month[];
  /** How many months have a number, and of a rate those whose denominator is not known. */
  readonly reported: number;
  readonly unweighted: readonly Month[];
  readonly partial: boolean;
  readonly printed: FigureView | null;
  /** Whether the printed total is the computed one at the precision of the paper; null when one of them is missing. */
  readonly agrees: boolean | null;
};

/**
 * `weights` is the series of `definition.denominatorCode`, when there is one. `months` of both may run past the year;
 * only those from 1 April up to `to` count.
 */
export function yearToDate(series: Series, to: Month, weights?: Series): YearToDate {
  const from = yearStart(to);
  const inYear = series.months.filter(({ month }) => month >= from && month <= to);
  const gaps = gapsOf(inYear);
  const reported = inYear.filter(hasValue);
  const printed = series.printed.find(({ month }) => month === to) ?? null;
  const months = monthsBetween(from, to);
  const base = {
    ...{ from, to, gaps, printed, reported: reported.length },
    neverSubmitted: months.filter((month) => !inYear.some((figure) => figure.month === month)),
    unweighted: series.definition.kind === "rate" ? unweighted(reported, weights) : [],
    partial: reported.length > 0 && reported.length < months.length,
  };
  const none = { value: null, weightedBy: null, agrees: null };
  if (series.definition.kind === "stock") return { ...base, ...none, how: "stock", partial: false };
  if (reported.length === 0) return { ...base, ...none, how: "nothing reported" };
  if (gaps.hidden.length > 0)
    return { ...base, ...none, how: series.definition.kind === "count" ? "sum" : "cannot be rebuilt" };
  if (series.definition.kind === "count") {
    const value = round(
      reported.reduce((sum, figure) => sum + figure.value, 0),
      4,
    );
    return { ...base, how: "sum", value, weightedBy: null, agrees: agreement(value, printed) };
  }
  const weighted = series.definition.kind === "rate" ? weightedRate(reported, series, weights) : null;
  if (!weighted) return { ...base, ...none, how: "cannot be rebuilt" };
  return { ...base, how: "weighted", ...weighted, agrees: agreement(weighted.value, printed) };
}

type Reported = FigureView & { readonly value: number };

export function hasValue(figure: FigureView): figure is Reported {
  return figure.value !== null;
}

export function gapsOf(months: readonly FigureView[]): Gaps {
  const of = (...states: string[]) =>
    months.filter((figure) => states.includes(figure.state)).map(({ month }) => month);
  return {
    toBeConfirmed: of("to be confirmed"),
    notReported: of("not reported"),
    dash: of("dash"),
    hidden: of("small number", "withheld"),
  };
}

function denominatorOf(figure: FigureView, weights: Series | undefined): number | null {
  return figure.denominator ?? weights?.months.find(({ month }) => month === figure.month)?.value ?? null;
}

function unweighted(reported: readonly Reported[], weights: Series | undefined): Month[] {
  return reported.filter((figure) => denominatorOf(figure, weights) === null).map(({ month }) => month);
}

/** Sum of numerators over sum of denominators; every reported month needs its denominator, or there is no total. */
function weightedRate(
  reported: readonly Reported[],
  series: Series,
  weights: Series | undefined,
): { value: number; weightedBy: string } | null {
  let numerators = 0;
  let denominators = 0;
  for (const figure of reported) {
    const denominator = denominatorOf(figure, weights);
    if (denominator === null) return null;
    numerators += figure.numerator ?? (figure.value / 100) * denominator;
    denominators += denominator;
  }
  if (denominators === 0) return null;
  const own = reported.every(({ denominator }) => denominator !== null);
  const weightedBy = own ? "own denominators" : (series.definition.denominatorCode ?? "");
  return { value: (numerators / denominators) * 100, weightedBy };
}

function agreement(value: number, printed: FigureView | null): boolean | null {
  if (printed?.value == null) return null;
  return round(value, decimalsOf(printed.asTyped)) === printed.value;
}
