/**
 * Where everything in a control chart stands, at one of two sizes, so that the static SVG and the interactive chart that
 * takes over from it agree to the unit.
 *
 * Wide names its lines in a margin beside them. Narrow, for a phone, has no room for that and names them under the chart,
 * each by a sample of its line. Both are drawn at 13 units a letter and scaled to their container, so that text stays
 * above 11 CSS pixels in any container of 280 pixels (a screen of 320) or more.
 */
import { axisLabels, gapsIn } from "./chart-axis.ts";
import { type ChartSize, keyRows, marginFor, marginLabels, TEXT_SIZE } from "./chart-labels.ts";
import type { ChartSeries } from "./chart-series.ts";
import { niceScale, pathWithGaps, type Scale, textWidth, tidy, xPositions } from "./geometry.ts";

export type ChartLayout = ReturnType<typeof layoutChart>;

/** In CSS pixels, repeated by the static chart's class names: which size a container gets, and how far each grows. */
export const WIDE_FROM = 480;
export const WIDEST = { wide: 700, narrow: 400 } as const;
export const KEY_LINE = 19;
const SIZES = { wide: { width: 560, left: 46, tall: 170 }, narrow: { width: 320, left: 36, tall: 160 } } as const;
const AXIS_HEIGHT = 26;
const TICK = new Intl.NumberFormat("en-GB");

/** The whole chart in SVG units. Values and words are those of `series`; only positions are added. */
export function layoutChart(series: ChartSeries, size: ChartSize) {
  const { width, left, tall } = SIZES[size];
  const unitWord = series.unit === "%" || series.unit === "count" ? null : series.unit;
  const top = unitWord ? 30 : 14;
  const band = clamped(series);
  const scale = scaleOf(series, band);
  const ticks = scale.ticks.map((value) => ({ value, text: tickText(value, scale, series.unit) }));
  const tickRoom = Math.max(...ticks.map(({ text }) => textWidth(text, TEXT_SIZE))) + 12;
  const right = width - marginFor(series, size);
  const plot = { left: Math.round(Math.max(left, tickRoom)), right: Math.round(right), top, bottom: top + tall };

  const yOf = (value: number) => tidy(plot.bottom - ((value - scale.min) / (scale.max - scale.min)) * tall);
  const xs = xPositions(series.points.length, plot.left, plot.right);
  const points = series.points.map((point, index) => ({
    ...point,
    x: tidy(xs[index] ?? plot.left),
    y: point.value === null ? null : yOf(point.value),
  }));
  const gaps = gapsIn(points, plot);
  const keys = keyRows(series, gaps, size);
  const keyTop = plot.bottom + AXIS_HEIGHT + (keys.length > 0 ? 10 : 0);
  return {
    width,
    height: keyTop + keys.reduce((rows, { lines }) => rows + lines.length, 0) * KEY_LINE,
    plot,
    scale,
    unitWord,
    ticks: ticks.map((tick) => ({ ...tick, y: yOf(tick.value) })),
    band: band && { ...band, y: yOf(band.upper), height: tidy(yOf(band.lower) - yOf(band.upper)) },
    mean: series.mean && { value: series.mean.value, y: yOf(series.mean.value) },
    references: series.references.map((line) => ({ ...line, y: yOf(line.value) })),
    points,
    line: pathWithGaps(points),
    gaps,
    axis: axisLabels(points),
    margin: marginLabels(series, points, yOf, plot, size),
    keys,
    keyTop,
  };
}

function clamped({ band, clamp = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] }: ChartSeries) {
  if (!band) return null;
  const [lowest, highest] = clamp;
  const within = (value: number) => Math.min(highest, Math.max(lowest, value));
  return { lower: within(band.lower), upper: within(band.upper) };
}

function scaleOf({ points, mean, references, unit }: ChartSeries, band: ReturnType<typeof clamped>): Scale {
  const lines = [...references.map(({ value }) => value), ...(mean ? [mean.value] : [])];
  const drawn = [...points.flatMap(({ value }) => value ?? []), ...lines, ...(band ? [band.lower, band.upper] : [])];
  const [low, high] = [Math.min(0, ...drawn), Math.max(0, ...drawn)];
  if (low === high) return niceScale(0, unit === "%" ? 100 : 1, true);
  return niceScale(low, high, unit === "count");
}

function tickText(value: number, { max }: Scale, unit: string): string {
  return TICK.format(value) + (unit === "%" && value === max ? "%" : "");
}
