/**
 * What the figures say about themselves when they are held against each other: a rate that no whole number gives, parts
 * that do or do not make up their whole, a part that nobody counts.
 */
import type { Month } from "#lib/dates.ts";
import { decimalsOf } from "./cell-rules.ts";
import type { FigureView, Series } from "./figure.ts";
import { round } from "./numbers.ts";
import { hasValue } from "./year-rules.ts";

export type NotWhole = {
  readonly check: "not a whole number";
  readonly month: Month;
  readonly asTyped: string;
  readonly denominator: number;
  /** The two nearest whole numerators and the rates they give, rounded as the figure was typed. */
  readonly nearest: readonly { readonly numerator: number; readonly rate: number }[];
  readonly revised: boolean;
};

export type Parts = {
  readonly check: "parts";
  readonly month: Month;
  readonly whole: number;
  readonly parts: readonly { readonly name: string; readonly value: number }[];
  readonly sum: number;
  readonly agrees: boolean;
  readonly uncounted: readonly string[];
};

/** The numerator that gives the rate as typed, or null when no whole number does. `denominator` is a whole count. */
export function wholeNumerator(rate: FigureView, denominator: number): number | null {
  if (rate.value === null) return null;
  const decimals = decimalsOf(rate.asTyped);
  const near = Math.round((rate.value / 100) * denominator);
  return (
    [near, near - 1, near + 1].find((n) => n >= 0 && round((n / denominator) * 100, decimals) === rate.value) ?? null
  );
}

/** The months of a rate whose denominator is known from another row and which no whole numerator gives. */
export function notWhole(series: Series, weights: Series | undefined): NotWhole[] {
  return series.months.filter(hasValue).flatMap((figure): NotWhole[] => {
    const denominator =
      figure.denominator ?? weights?.months.find(({ month }) => month === figure.month)?.value ?? null;
    if (denominator === null || denominator <= 0 || wholeNumerator(figure, denominator) !== null) return [];
    const below = Math.floor((figure.value / 100) * denominator);
    const decimals = decimalsOf(figure.asTyped);
    const nearest = [below, below + 1].map((numerator) => ({
      numerator,
      rate: round((numerator / denominator) * 100, decimals),
    }));
    const { month, asTyped } = figure;
    return [{ check: "not a whole number", month, asTyped, denominator, nearest, revised: figure.star !== "none" }];
  });
}

/** Whether the parts of a whole make it up in one month, and which parts have no figure. Null without a whole or a part. */
export function partsOf(whole: Series, parts: readonly Series[], month: Month): Parts | null {
  const total = whole.months.find((figure) => figure.month === month)?.value ?? null;
  if (total === null || parts.length === 0) return null;
  const known: { name: string; value: number }[] = [];
  const uncounted: string[] = [];
  for (const part of parts) {
    const figure = part.months.find((found) => found.month === month);
    if (figure?.state === "small number" || figure?.state === "withheld") return null;
    if (figure?.value == null) uncounted.push(part.definition.name);
    else known.push({ name: part.definition.name, value: figure.value });
  }
  if (known.length === 0) return null;
  const sum = known.reduce((all, part) => all + part.value, 0);
  return { check: "parts", month, whole: total, parts: known, sum, agrees: sum === total, uncounted };
}
