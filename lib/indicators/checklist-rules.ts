/**
 * What a data officer must know before a month is given to a board: the points that are open, and what has changed
 * between seeing the list and sending the form. A point is open when a board may ask about it and the month cannot answer.
 */
import { type Month, monthsBetween } from "#lib/dates.ts";
import { type NotWhole, notWhole, type Parts, partsOf } from "./check-rules.ts";
import { weightsOf } from "./dashboard-rules.ts";
import type { FigureView, Series } from "./figure.ts";
import { type Gap, owed } from "./submission-rules.ts";
import { type YearToDate, yearToDate } from "./year-rules.ts";

/** An indicator that stopped coming this long ago is expected no more. */
const LAPSED_AFTER_MONTHS = 12;

export type Finding =
  | { readonly kind: Exclude<Gap, "never submitted"> }
  /** `every`: in months, how often the indicator has come; null where other rows of the paper have the month. */
  | { readonly kind: "never submitted"; readonly every: number | null }
  | { readonly kind: "without its two numbers"; readonly asTyped: string }
  | { readonly kind: "not a whole number"; readonly found: NotWhole }
  | { readonly kind: "parts"; readonly found: Parts }
  /** The paper prints a year to date that its months do not give. */
  | { readonly kind: "year to date"; readonly year: YearToDate; readonly weights: Series | undefined };

export type OpenPoint = Finding & { readonly series: Series };

/** A point as a form carries it: the indicator's code and the kind. There is one of a kind at most. */
export function pointKey({ series, kind }: OpenPoint): string {
  return `${series.definition.code} ${kind}`;
}

/** In the order of the paper. `all` holds every series with a figure, and what they are held against. */
export function openPoints(all: readonly Series[], month: Month): OpenPoint[] {
  const missing = new Set(owed(all).flatMap(({ code, gaps }) => (neverSubmitted(gaps, month) ? [code] : [])));
  return all.flatMap((series) => {
    const figure = series.months.find((found) => found.month === month);
    const findings = figure
      ? ofFigure(series, figure, all)
      : ofNoFigure(series, month, missing.has(series.definition.code));
    return [...findings, ...ofYear(series, month, all)].map((finding) => ({ ...finding, series }));
  });
}

function neverSubmitted(gaps: ReturnType<typeof owed>[number]["gaps"], month: Month): boolean {
  return gaps.some(({ gap, months }) => gap === "never submitted" && months.includes(month));
}

function ofFigure(series: Series, figure: FigureView, all: readonly Series[]): Finding[] {
  const { state } = figure;
  if (state === "to be confirmed" || state === "not reported" || state === "dash") return [{ kind: state }];
  if (figure.value === null) return [];
  const findings: Finding[] = [];
  const weights = weightsOf(series, all);
  const due = weights?.months.find(({ month }) => month === figure.month)?.value ?? null;
  if (series.definition.kind === "rate") {
    if (figure.denominator === null && due === null)
      findings.push({ kind: "without its two numbers", asTyped: figure.asTyped });
    const [found] = notWhole({ ...series, months: [figure] }, weights);
    if (found) findings.push({ kind: "not a whole number", found });
  }
  const parts = all.filter(({ definition }) => definition.partOf === series.definition.code);
  const whole = partsOf(series, parts, figure.month);
  if (whole && !whole.agrees) findings.push({ kind: "parts", found: whole });
  return findings;
}

function ofNoFigure(series: Series, month: Month, inTheTable: boolean): Finding[] {
  if (inTheTable) return [{ kind: "never submitted", every: null }];
  const every = rhythm(series.months.map((figure) => figure.month).filter((at) => at < month));
  const last = series.months.findLast((figure) => figure.month < month)?.month;
  if (every === null || last === undefined) return [];
  const since = monthsFrom(last, month);
  return since % every === 0 && since <= LAPSED_AFTER_MONTHS ? [{ kind: "never submitted", every }] : [];
}

/** How many months apart the last two came; of one alone nobody knows when the next is due. */
function rhythm(months: readonly Month[]): number | null {
  const [before, last] = months.slice(-2);
  return before === undefined || last === undefined ? null : monthsFrom(before, last);
}

function monthsFrom(first: Month, last: Month): number {
  return monthsBetween(first, last).length - 1;
}

function ofYear(series: Series, month: Month, all: readonly Series[]): Finding[] {
  const weights = weightsOf(series, all);
  const year = yearToDate(series, month, weights);
  if (year.printed?.value == null || year.how === "stock") return [];
  return year.agrees === true ? [] : [{ kind: "year to date", year, weights }];
}

/** What a form was filled in from: each current figure of the month by its revision, and each open point. */
export type Seen = { readonly figures: ReadonlyMap<string, string>; readonly points: ReadonlySet<string> };

/** One line of text for a hidden field; codes, periods and kinds hold none of its marks. */
export function seenText({ figures, points }: Seen): string {
  return `${[...figures].map(([figure, revision]) => `${figure}=${revision}`).join("|")}#${[...points].join("|")}`;
}

export function readSeen(text: string): Seen {
  const [figures = "", points = ""] = text.split("#");
  const pairs = figures.split("|").filter(Boolean);
  return {
    figures: new Map(pairs.map((pair) => [pair.split("=")[0] ?? "", pair.split("=")[1] ?? ""])),
    points: new Set(points.split("|").filter(Boolean)),
  };
}

export type Changes = {
  readonly opened: readonly string[];
  readonly settled: readonly string[];
  readonly figures: readonly string[];
};

/** Null when the list is as it was. A figure that came, went or was revised counts, though no point opened or closed. */
export function changesSince(before: Seen, now: Seen): Changes | null {
  const opened = [...now.points].filter((key) => !before.points.has(key));
  const settled = [...before.points].filter((key) => !now.points.has(key));
  const keys = [...new Set([...before.figures.keys(), ...now.figures.keys()])];
  const figures = keys.filter((key) => before.figures.get(key) !== now.figures.get(key));
  return opened.length + settled.length + figures.length === 0 ? null : { opened, settled, figures };
}
