/**
 * A national line beside a local one is honest only with its year and its basis said. The board paper counts months and
 * does not say whether excepted cases are in, so England is shown both ways for the calendar year that most of the
 * months fall in, or not at all.
 */
import type { HeadlineChart } from "./dashboard-rules.ts";

/** One published value. `state` is value, unavailable or defect; a defect is never charted. */
export type NationalValue = {
  readonly code: string;
  readonly basis: string;
  readonly area: string;
  readonly periodType: string;
  readonly period: string;
  readonly state: "value" | "unavailable" | "defect";
  readonly asTyped: string;
  readonly value: number | null;
  /** The two published counts behind a rate, where the release has them: 62.5% may be 15 of 24. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string;
};

export type ReferenceLine = { readonly value: number; readonly label: string };

/** England's lines for a chart: the same indicator, and its twin on the other basis where there is one. */
export function referenceLines(chart: HeadlineChart, values: readonly NationalValue[]): ReferenceLine[] {
  const { code, basis, unit } = chart.series.definition;
  const usable = values.filter(
    (found) =>
      (found.code === code || (basis !== "" && found.basis !== "")) &&
      found.area === "England" &&
      found.periodType === "Calendar year" &&
      found.state === "value",
  );
  if (unit !== "%") return [];
  const inYear = Map.groupBy(chart.shown, (figure) => figure.month.slice(0, 4));
  const years = [...inYear].sort((one, other) => other[1].length - one[1].length).map(([year]) => year);
  const year = years.find((candidate) => usable.some((found) => found.period === candidate));
  return usable
    .filter((found) => found.period === year)
    .map((found) => ({
      value: found.value ?? 0,
      label: `England ${year}${found.basis === "" ? "" : `, ${found.basis}`} ${found.asTyped}%`,
    }));
}
