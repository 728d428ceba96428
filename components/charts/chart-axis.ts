/**
 * What stands along the axis of a chart: the names of points, as many as have room, and the gaps, where points have no value.
 */
import { type Plot, TEXT_SIZE } from "./chart-labels.ts";
import type { ChartPoint } from "./chart-series.ts";
import { textWidth, wrapText } from "./geometry.ts";

export type PlacedPoint = ChartPoint & { readonly x: number; readonly y: number | null };

/** Neighbouring points with the same words for having no value; `lines` is empty where the words stand under the chart. */
export type Gap = { readonly xs: readonly number[]; readonly name: string; readonly lines: readonly string[] };

/** The first and last names, and between them every so many as leaves room for each. */
export function axisLabels(points: readonly PlacedPoint[]): { key: string; text: string; x: number }[] {
  const room = Math.max(0, ...points.map(({ label }) => textWidth(label, TEXT_SIZE))) + 12;
  const apart = (points[1]?.x ?? 0) - (points[0]?.x ?? 0);
  const every = [1, 3, 6, 12, 24, 36, 60].find((step) => step * apart >= room) ?? points.length;
  const end = points.at(-1);
  const shown = points.filter((point, index) => index % every === 0 && end && end.x - point.x >= room);
  return [...shown, ...(end ? [end] : [])].map(({ key, label, x }) => ({ key, text: label, x }));
}

/** Neighbouring points without a value, with words between the points either side of them if there is room. */
export function gapsIn(points: readonly PlacedPoint[], plot: Plot): Gap[] {
  const groups: PlacedPoint[][] = [];
  for (const [index, point] of points.entries()) {
    if (point.y !== null) continue;
    const before = points[index - 1];
    if (before?.y === null && before.missing === point.missing) groups.at(-1)?.push(point);
    else groups.push([point]);
  }
  const step = (points[1]?.x ?? plot.right) - (points[0]?.x ?? plot.left);
  return groups.map((group) => {
    const [first, last, words] = [group[0], group.at(-1), group[0]?.missing ?? ""];
    const names = first === last ? `${first?.label}` : `${first?.label} to ${last?.label}`;
    const room = Math.min(plot.right, (last?.x ?? 0) + step) - Math.max(plot.left, (first?.x ?? 0) - step) - 14;
    const lines = wrapText(words, room, TEXT_SIZE);
    const fits = lines.length < 3 && lines.every((line) => textWidth(line, TEXT_SIZE) <= room);
    return { xs: group.map(({ x }) => x), name: words && `${names}: ${words}`, lines: fits ? lines : [] };
  });
}
