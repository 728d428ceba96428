/**
 * The year to date of an indicator, by its kind: counts add, a stock has no total, a rate weights by its denominators or
 * cannot be rebuilt. What the paper printed stands beside what the months give; the two are never mixed.
 */
import { type Month, yearStart } from "#lib/dates.ts";
import { decimalsOf } from "./cell-rules.ts";
import type { FigureView, Series } from "./figure.ts";
import { round } from "./numbers.ts";

/** The months of the year whose cells hold no number, by why. `never` was not submitted at all. */
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
  const base = { from, to, gaps, printed, partial: reported.length > 0 && reported.length < inYear.length };
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

/** Sum of numerators over sum of denominators; every reported month needs its denominator, or there is no total. */
function weightedRate(
  reported: readonly Reported[],
  series: Series,
  weights: Series | undefined,
): { value: number; weightedBy: string } | null {
  const own = reported.every((figure) => figure.denominator !== null && figure.numerator !== null);
  const parts = reported.map((figure) =>
    own
      ? { numerator: figure.numerator ?? 0, denominator: figure.denominator ?? 0 }
      : weightedBy(
          figure,
          weights?.months.find(({ month }) => month === figure.month),
        ),
  );
  let numerator = 0;
  let denominator = 0;
  for (const part of parts) {
    if (part === null) return null;
    numerator += part.numerator;
    denominator += part.denominator;
  }
  if (denominator === 0) return null;
  return {
    value: (numerator / denominator) * 100,
    weightedBy: own ? "own denominators" : (series.definition.denominatorCode ?? ""),
  };
}

function weightedBy(
  figure: Reported,
  weight: FigureView | undefined,
): { numerator: number; denominator: number } | null {
  const denominator = figure.denominator ?? weight?.value ?? null;
  return denominator === null ? null : { numerator: (figure.value / 100) * denominator, denominator };
}

function agreement(value: number, printed: FigureView | null): boolean | null {
  if (printed?.value == null) return null;
  return round(value, decimalsOf(printed.asTyped)) === printed.value;
}
