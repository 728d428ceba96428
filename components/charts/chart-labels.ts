/**
 * The names of a chart's lines and its last value: beside the plot without overlapping, or in rows under it where there is
 * no room. Words arrive with the series; none is cut short.
 */
import type { Gap, PlacedPoint } from "./chart-axis.ts";
import type { ChartSeries } from "./chart-series.ts";
import { spreadLabels, textWidth, wrapText } from "./geometry.ts";

export type ChartSize = "wide" | "narrow";
export type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
/** Words right of what they name: `y` is their middle, `from` the line's own height, where `y` had to give way. */
export type MarginLabel = {
  readonly kind: "mean" | "reference" | "last";
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly from: number;
};
/** A row under the chart; `index` tells one reference line from another. */
export type KeyRow = {
  readonly sample: "reference" | "mean" | "band" | "gap";
  readonly index: number;
  readonly lines: readonly string[];
};

export const TEXT_SIZE = 13;
export const LAST_TEXT_SIZE = 15;
export const LINE_HEIGHT = 16;
const WIDEST_IN_MARGIN = 168;
/** From the end of a line to its name. */
export const BESIDE = 12;
const KEY_WIDTH = { wide: 500, narrow: 288 } as const;

/** The width to leave free right of the plot. */
export function marginFor(series: ChartSeries, size: ChartSize): number {
  const last = series.points.findLast(({ value }) => value !== null)?.display ?? "";
  const names = namedLines(series, size).flatMap(({ lines }) => lines.map((line) => textWidth(line, TEXT_SIZE)));
  return BESIDE + Math.max(16, lastWidth(last), ...names);
}

/**
 * The names of the lines, and the last value beside its point. Where two would overlap they are pushed apart, the last
 * value least.
 */
export function marginLabels(
  series: ChartSeries,
  points: readonly PlacedPoint[],
  yOf: (value: number) => number,
  plot: Plot,
  size: ChartSize,
): MarginLabel[] {
  const names = namedLines(series, size).map((name) => ({ ...name, x: plot.right + BESIDE, from: yOf(name.value) }));
  const end = points.findLast(({ y }) => y !== null);
  const last = end && { kind: "last" as const, lines: [end.display], x: end.x + BESIDE, from: end.y ?? 0 };
  if (!last) return spread(names, plot);
  const clear = last.x + lastWidth(end.display) < plot.right + BESIDE;
  return clear ? [...spread(names, plot), { ...last, y: last.from }] : spread([...names, last], plot);
}

function spread(labels: readonly Omit<MarginLabel, "y">[], plot: Plot): MarginLabel[] {
  const boxes = labels.map(({ kind, lines, from }) => ({
    y: from,
    height: lines.length * LINE_HEIGHT + 2,
    weight: kind === "last" ? 8 : 1,
  }));
  const ys = spreadLabels(boxes, 0, plot.bottom + 6);
  return labels.map(({ kind, lines, x, from }, index) => ({ kind, lines, x, from, y: ys[index] ?? from }));
}

/** The rows under the chart: what the margin had no room to name, the band, and gaps too narrow for their words. */
export function keyRows(series: ChartSeries, gaps: readonly Gap[], size: ChartSize): KeyRow[] {
  const row = (sample: KeyRow["sample"], label: string, index = 0) => ({
    sample,
    index,
    lines: wrapText(label, KEY_WIDTH[size], TEXT_SIZE),
  });
  const { references, mean, band } = series;
  return [
    ...(roomBeside(series, size) ? [] : references.map(({ label }, index) => row("reference", label, index))),
    ...(size === "narrow" && mean ? [row("mean", mean.label)] : []),
    ...(band?.label ? [row("band", band.label)] : []),
    ...gaps.filter(({ name, lines }) => name && lines.length === 0).map(({ name }) => row("gap", name)),
  ];
}

/** More than two lines of names would push the last value away from its point. */
function roomBeside({ references }: ChartSeries, size: ChartSize): boolean {
  return size === "wide" && references.flatMap(({ label }) => marginLines(label)).length <= 2;
}

function namedLines(series: ChartSeries, size: ChartSize) {
  const { references, mean } = series;
  return [
    ...(roomBeside(series, size) ? references : []).map((line) => ({ kind: "reference" as const, ...line })),
    ...(size === "wide" && mean ? [{ kind: "mean" as const, ...mean }] : []),
  ].map(({ kind, value, label }) => ({ kind, value, lines: marginLines(label) }));
}

function marginLines(label: string): string[] {
  return wrapText(label, WIDEST_IN_MARGIN, TEXT_SIZE);
}

function lastWidth(display: string): number {
  return textWidth(display, LAST_TEXT_SIZE) * 1.05;
}
