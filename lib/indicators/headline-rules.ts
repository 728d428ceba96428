/**
 * The sentence that heads a chart: where the month stands in its year, and whether the change is more than month-to-month
 * variation. Computed from the points shown, or absent.
 */
import { type Month, monthsBetween, monthWord, yearStart } from "#lib/dates.ts";
import { wholeNumerator } from "./check-rules.ts";
import type { FigureView, Series } from "./figure.ts";
import { inUnit, list, plain } from "./numbers.ts";
import { type Variation, variation } from "./variation-rules.ts";
import { inSentence } from "./words.ts";
import { hasValue } from "./year-rules.ts";

export type Headline = {
  /** The value as typed, "" when the month has none. */
  readonly value: string;
  readonly sentence: string;
  readonly variation: Variation;
};

/** By rank from the nearer end; further in, a place says nothing. */
const ORDINALS = ["", "", "second-", "third-"];

/** `month` is the one on the page; the series may run past it and only what came before counts. */
export function headline(series: Series, month: Month, weights?: Series): Headline | null {
  const shown = series.months.filter((figure) => figure.month <= month);
  const now = shown.find((figure) => figure.month === month);
  if (!now || !hasValue(now)) return null;
  const found = variation(shown.map(({ month: at, value }) => ({ month: at, value })));
  const year = shown.filter(hasValue).filter((figure) => figure.month >= yearStart(month));
  const sentence = [`${opening(now, weights)}${place(now, year)}.`, inVariation(found, year, month)]
    .filter(Boolean)
    .join(" ");
  return { value: now.asTyped, sentence, variation: found };
}

function opening(now: FigureView, weights: Series | undefined): string {
  const due = now.denominator ?? weights?.months.find(({ month }) => month === now.month)?.value;
  const of =
    due == null ? "" : `of ${plain(due)} ${inSentence(weights?.definition.shortName ?? "")} `.replace("  ", " ");
  return `${of}in ${monthWord(now.month)}`;
}

/** "the second-highest month of the year", said from the nearer end; nothing for the middle ones, or of two months. */
function place(now: FigureView & { value: number }, year: readonly (FigureView & { value: number })[]): string {
  if (year.length < 3) return "";
  const soFar = now.month.endsWith("-03") ? "of the year" : "of the year so far";
  const known = year.length === monthsBetween(yearStart(now.month), now.month).length;
  const ofYear = known ? soFar : `of the ${plain(year.length)} that have a number`;
  const above = year.filter((other) => other.value > now.value).length;
  const below = year.filter((other) => other.value < now.value).length;
  const tied = year.length - above - below > 1 ? "joint " : "";
  if (above + below === 0) return `, the same as ${known ? `every month ${soFar}` : "every month that has a number"}`;
  const [rank, end] = above <= below ? [above + 1, "highest"] : [below + 1, "lowest"];
  const ordinal = ORDINALS[rank];
  return ordinal === undefined ? "" : `, the ${tied}${ordinal}${end} month ${ofYear}`;
}

/** A month outside the limits is named while its year runs; the points before it only set the limits. */
function inVariation(found: Variation, year: readonly FigureView[], month: Month): string {
  if (found.mean === null || found.lower === null) {
    const months = found.points === 1 ? "One month is" : `${plain(found.points)} months are`;
    return found.points < 12 ? `${months} too few to tell a change from month-to-month variation.` : "";
  }
  const outside = found.signals.filter((signal) => signal.rule === "outside limits");
  const sides = (["above", "below"] as const).flatMap((side) => {
    const named = outside.filter((signal) => signal.side === side).flatMap((signal) => signal.months);
    const months = named.filter((at) => year.some((figure) => figure.month === at));
    if (months.length === 0) return [];
    return [
      `${list(months.map(monthWord))} ${months.length === 1 ? "is" : "are"} ${side} what month-to-month variation alone would give.`,
    ];
  });
  if (sides.length > 0) return sides.join(" ");
  const ending = found.signals.find((signal) => signal.months.at(-1) === month);
  if (ending) return `${SIGNAL_WORDS[ending.rule](ending.side, ending.months.length)}: a signal of change.`;
  const run = found.longestRunFromEnd;
  if (run && run.length >= 4) {
    return `${capital(run.side)} the mean for ${NUMBER_WORDS[run.length] ?? run.length} months running; no signal yet by the seven-month rule.`;
  }
  return "Within what month-to-month variation alone would give.";
}

const NUMBER_WORDS: Record<number, string> = { 4: "four", 5: "five", 6: "six" };

const SIGNAL_WORDS = {
  "outside limits": (side: string) => `${capital(side)} the natural limits`,
  "seven one side": (side: string, length: number) => `${capital(side)} the mean for ${length} months running`,
  "seven rising": (_side: string, length: number) => `Rising for ${length} months running`,
  "seven falling": (_side: string, length: number) => `Falling for ${length} months running`,
  "two of three outer third": (side: string) => `Two of the last three months are far ${side} the mean`,
} as const;

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "93 of 277, worked out from the rate", or what is not known about the two numbers behind a rate. */
export function behindTheRate(series: Series, month: Month, weights?: Series): string {
  if (series.definition.kind !== "rate") return "";
  const now = series.months.find((figure) => figure.month === month);
  if (!now || now.value === null) return "";
  if (now.numerator !== null && now.denominator !== null)
    return `${plain(now.numerator)} of ${plain(now.denominator)}, as submitted`;
  const denominator = now.denominator ?? weights?.months.find((figure) => figure.month === month)?.value ?? null;
  if (denominator === null) return "no numerator or denominator was submitted";
  const numerator = wholeNumerator(now, denominator);
  return numerator === null
    ? `no whole number of ${plain(denominator)} gives ${now.asTyped}`
    : `${plain(numerator)} of ${plain(denominator)}, worked out from the rate`;
}

/** "mean 27%": whole for labels on a chart. */
export function meanLabel(mean: number, unit: string): string {
  return `mean ${inUnit(mean, unit, 0)}`;
}
