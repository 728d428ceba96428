/**
 * Two months of one indicator held against each other: what may be subtracted, by how much they differ, and whether the
 * difference is more than the usual month-to-month variation. Always from the earlier to the later, whichever was asked
 * for first. Only what the reader is shown is used: a hidden cell is compared with nothing.
 */
import { addMonths, type Month, monthsBetween } from "#lib/dates.ts";
import { decimalsOf } from "./cell-rules.ts";
import type { FigureView, Series } from "./figure.ts";
import { round } from "./numbers.ts";
import { type Signal, variation } from "./variation-rules.ts";

export type Difference = {
  /** Later less earlier, at the precision of the coarser of the two as typed. */
  readonly value: number;
  readonly decimals: number;
  /** One of the two was typed with more decimals than the other. */
  readonly coarser: boolean;
  /** By how many whole per cent a number rose or fell; null for a rate, and from a number under ten. */
  readonly percent: number | null;
};

/** What a month is by the rules of variation: part of a signal, or null, inside the usual variation. */
export type Place = { readonly rule: Signal["rule"]; readonly side: Signal["side"]; readonly length: number };

export type Evidence =
  /** Under twelve months with a number up to the later one, or no two of them neighbours: there are no limits. */
  | { readonly is: "too few months"; readonly points: number }
  | { readonly is: "usual variation" }
  /** A signal lies between the two, in the direction in which they differ. */
  | { readonly is: "real change"; readonly earlier: Place | null; readonly later: Place | null }
  /** One or both are part of a signal, which does not set them apart in the direction in which they differ. */
  | { readonly is: "no signal between"; readonly earlier: Place | null; readonly later: Place | null };

export type Compared = {
  readonly series: Series;
  readonly earlier: FigureView | null;
  readonly later: FigureView | null;
} & (
  | { readonly outcome: "cannot be compared" }
  | { readonly outcome: "unchanged"; readonly difference: Difference }
  | { readonly outcome: "rose" | "fell"; readonly difference: Difference; readonly evidence: Evidence }
);

const FEWEST_FOR_A_PER_CENT = 10;
/** As many as a chart shows, so that its limits are the ones that are spoken of here. */
const MONTHS_ON_A_CHART = 24;

/** Every series with a cell in one of the two months, in its order. */
export function compareMonths(all: readonly Series[], earlier: Month, later: Month): Compared[] {
  return all.flatMap((series) => {
    const compared = compare(series, earlier, later);
    return compared.earlier === null && compared.later === null ? [] : [compared];
  });
}

export function compare(series: Series, first: Month, last: Month): Compared {
  const at = (month: Month) => series.months.find((figure) => figure.month === month) ?? null;
  const both = { series, earlier: at(first), later: at(last) };
  const difference = differenceOf(both.earlier, both.later, series);
  if (difference === null) return { ...both, outcome: "cannot be compared" };
  if (difference.value === 0) return { ...both, outcome: "unchanged", difference };
  const outcome = difference.value > 0 ? "rose" : "fell";
  return { ...both, outcome, difference, evidence: evidenceOf(series, first, last, outcome) };
}

function differenceOf(earlier: FigureView | null, later: FigureView | null, { definition }: Series): Difference | null {
  if (earlier?.value == null || later?.value == null) return null;
  // A yes is not one more than a no: the same answer twice is all that can be said.
  if (definition.unit === "yes/no" && earlier.value !== later.value) return null;
  const places = [decimalsOf(earlier.asTyped), decimalsOf(later.asTyped)] as const;
  const decimals = Math.min(...places);
  const exact = later.value - earlier.value;
  const value = Math.sign(exact) * round(Math.abs(exact), decimals);
  const counted = definition.kind !== "rate" && earlier.value >= FEWEST_FOR_A_PER_CENT;
  const percent = counted ? Math.sign(exact) * round((Math.abs(exact) / earlier.value) * 100, 0) : null;
  return { value: value === 0 ? 0 : value, decimals, coarser: places[0] !== places[1], percent };
}

function evidenceOf(series: Series, first: Month, last: Month, outcome: "rose" | "fell"): Evidence {
  const window = addMonths(last, 1 - MONTHS_ON_A_CHART);
  const begins = first < window ? first : window;
  const values = new Map(series.months.map(({ month, value }) => [month, value]));
  const known = [...values.keys()].filter((month) => month >= begins).sort();
  const months = monthsBetween(known[0] ?? last, last);
  const found = variation(months.map((month) => ({ month, value: values.get(month) ?? null })));
  if (found.lower === null) return { is: "too few months", points: found.points };
  const [earlier, later] = [placeOf(found.signals, first), placeOf(found.signals, last)];
  if (inOneTrend(found.signals, first, last, outcome)) return { is: "real change", earlier, later };
  if (earlier === null && later === null) return { is: "usual variation" };
  const climb = level(later) - level(earlier);
  const apart = outcome === "rose" ? climb > 0 : climb < 0;
  return { is: apart ? "real change" : "no signal between", earlier, later };
}

const LEVELS: readonly Signal["rule"][] = ["outside limits", "seven one side", "two of three outer third"];

/** The strongest thing that is said of a month's level. */
function placeOf(signals: readonly Signal[], month: Month): Place | null {
  for (const rule of LEVELS) {
    const found = signals.find((signal) => signal.rule === rule && signal.months.includes(month));
    if (found) return { rule, side: found.side, length: found.months.length };
  }
  return null;
}

function level(place: Place | null): number {
  return place === null ? 0 : place.side === "above" ? 1 : -1;
}

function inOneTrend(signals: readonly Signal[], first: Month, last: Month, outcome: "rose" | "fell"): boolean {
  const rule = outcome === "rose" ? "seven rising" : "seven falling";
  return signals.some(
    (signal) => signal.rule === rule && signal.months.includes(first) && signal.months.includes(last),
  );
}
