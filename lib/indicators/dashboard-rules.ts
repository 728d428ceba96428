/** What a month's page says, from the series its reader may see: headlines, table, whose move it is, checks. Pure. */
import { type Month, monthsBetween, yearStart } from "#lib/dates.ts";
import { notWhole, partsOf } from "./check-rules.ts";
import type { FigureView, Series } from "./figure.ts";
import { behindTheRate, type Headline, headline } from "./headline-rules.ts";
import { inUnit } from "./numbers.ts";
import { indicatorPath } from "./paths.ts";
import { monthsInWords, notWholeInWords, partsInWords, yearInWords, yearTag } from "./words.ts";
import { gapsOf, hasValue, yearToDate } from "./year-rules.ts";

export type Row = {
  readonly code: string;
  readonly ref: string;
  readonly name: string;
  readonly owners: readonly string[];
  readonly caveat: string;
  /** One cell a month of the year; null where nothing was submitted. */
  readonly cells: readonly { readonly month: Month; readonly figure: FigureView | null }[];
  /** `warns`: the number beside the tag must not be used without it. */
  readonly year: { readonly text: string; readonly tag: string; readonly warns: boolean; readonly note: string };
};

export type HeadlineChart = Headline & {
  readonly series: Series;
  readonly month: Month;
  readonly shown: readonly FigureView[];
  readonly behind: string;
};

/** `href` is where whoever's move it is makes it, or reads what is asked of them. */
export type Move = {
  readonly owner: string;
  readonly code: string;
  readonly name: string;
  readonly what: string;
  readonly href: string;
};
export type Check = { readonly code: string; readonly name: string; readonly sentence: string };

export type MonthPage = {
  readonly headlines: readonly HeadlineChart[];
  readonly rows: readonly Row[];
  readonly months: readonly Month[];
  readonly moves: readonly Move[];
  readonly checks: readonly Check[];
  /** Where the figures of the page came from. */
  readonly sources: readonly string[];
};

const HEADLINES = 2;
const POINTS_ON_A_CHART = 24;

/** `all` holds every series of the area; those without a figure in the year are left out of the table. */
export function monthPage(all: readonly Series[], month: Month): MonthPage {
  const months = monthsBetween(yearStart(month), month);
  const [first = month] = months;
  const inYear = all.filter(({ months: figures }) =>
    figures.some((figure) => figure.month >= first && figure.month <= month),
  );
  return {
    months,
    headlines: headlines(inYear, all, month),
    rows: inYear.map((series) => rowOf(series, all, months, month)),
    moves: inYear.flatMap((series) => moveOf(series, first, month)),
    sources: sourcesOf(inYear, first, month),
    checks: inYear.flatMap((series) => checksOf(series, all, first, month)),
  };
}

/** The indicators whose charts head the page. */
export function headlineCodes({ headlines }: Pick<MonthPage, "headlines">): string[] {
  return headlines.map((chart) => chart.series.definition.code);
}

function sourcesOf(inYear: readonly Series[], first: Month, month: Month): string[] {
  const figures = inYear.flatMap((series) =>
    series.months.filter((figure) => figure.month >= first && figure.month <= month),
  );
  return [...new Set(figures.flatMap((figure) => figure.source ?? []))];
}

/** The series that gives a rate its denominators. */
export function weightsOf(series: Series, all: readonly Series[]): Series | undefined {
  const { denominatorCode } = series.definition;
  return denominatorCode === null ? undefined : all.find((other) => other.definition.code === denominatorCode);
}

function headlines(inYear: readonly Series[], all: readonly Series[], month: Month): HeadlineChart[] {
  return inYear
    .filter(({ definition }) => definition.kind === "rate")
    .flatMap((series) => chartOf(series, all, month) ?? [])
    .slice(0, HEADLINES);
}

/** The chart of a series up to a month, with its sentence; null when the month has no number. */
export function chartOf(series: Series, all: readonly Series[], month: Month): HeadlineChart | null {
  const shown = everyMonth(series.months.filter((figure) => figure.month <= month)).slice(-POINTS_ON_A_CHART);
  const weights = weightsOf(series, all);
  const said = headline({ ...series, months: shown }, month, weights);
  return said && { ...said, series, month, shown, behind: behindTheRate(series, month, weights) };
}

/** With a gap for each month that nobody submitted: a chart's months are evenly spaced and a gap ends a run. */
function everyMonth(figures: readonly FigureView[]): FigureView[] {
  const [first, last] = [figures[0]?.month, figures.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const gap = {
    state: "not reported",
    asTyped: "",
    value: null,
    numerator: null,
    denominator: null,
    star: "none",
  } as const;
  return monthsBetween(first, last).map(
    (month) => figures.find((figure) => figure.month === month) ?? { ...gap, month },
  );
}

function rowOf(series: Series, all: readonly Series[], months: readonly Month[], month: Month): Row {
  const { definition, ref, owners, caveat } = series;
  const weights = weightsOf(series, all);
  const year = yearToDate(series, month, weights);
  const computed = year.value === null ? "" : inUnit(year.value, definition.unit);
  return {
    code: definition.code,
    name: definition.name,
    ref,
    owners,
    caveat,
    cells: months.map((at) => ({ month: at, figure: series.months.find((figure) => figure.month === at) ?? null })),
    year: {
      text: year.printed?.value == null ? computed : year.printed.asTyped,
      tag: yearTag(year, definition),
      warns: year.how !== "stock",
      note: yearInWords(year, definition, weights?.definition.name ?? ""),
    },
  };
}

function moveOf(series: Series, first: Month, month: Month): Move[] {
  const figures = series.months.filter((figure) => figure.month >= first && figure.month <= month);
  const gaps = gapsOf(figures);
  const parts: string[] = [];
  const say = (months: readonly Month[], what: string) => {
    if (months.length > 0) parts.push(`${monthsInWords(months)}: ${what}.`);
  };
  say(gaps.toBeConfirmed, "still to be confirmed");
  say(gaps.notReported, "not reported");
  say(gaps.dash, "a dash whose meaning is not given");
  const rates = series.definition.kind === "rate" ? figures.filter(hasValue) : [];
  if (
    rates.length > 0 &&
    series.definition.denominatorCode === null &&
    rates.every((figure) => figure.denominator === null)
  ) {
    parts.push("No numerators and denominators were submitted.");
  }
  if (parts.length === 0) return [];
  const { code, name } = series.definition;
  return [{ owner: series.owners[0] ?? "Nobody yet", code, name, what: parts.join(" "), href: indicatorPath(code) }];
}

function checksOf(series: Series, all: readonly Series[], first: Month, month: Month): Check[] {
  const { code, name } = series.definition;
  const weights = weightsOf(series, all);
  const inYear: Series = {
    ...series,
    months: series.months.filter((figure) => figure.month >= first && figure.month <= month),
  };
  const year = yearToDate(series, month, weights);
  const sentences = notWhole(inYear, weights).map(notWholeInWords);
  if (year.how !== "stock" && (year.printed !== null || year.partial)) {
    sentences.unshift(yearInWords(year, series.definition, weights?.definition.name ?? ""));
  }
  const parts = all.filter((other) => other.definition.partOf === code);
  const whole = partsOf(series, parts, month);
  if (whole) sentences.push(partsInWords(whole, name));
  return sentences.filter(Boolean).map((sentence) => ({ code, name, sentence }));
}
