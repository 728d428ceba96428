/**
 * The parts of a control chart that stand still, drawn from one layout by the static and the interactive chart alike, and
 * the look of those that each draws itself. Meaning never rests on colour: a reference is solid or dashed, a mean dotted, a
 * point outside the band a ring. In forced colours each part takes a system colour.
 */
import { LINE_HEIGHT, TEXT_SIZE } from "./chart-labels.ts";
import type { ChartLayout } from "./chart-layout.ts";
import { tidy } from "./geometry.ts";

export const BAND = "fill-brand-2/12 forced-colors:fill-none forced-colors:stroke-[GrayText]";
export const MEAN = "stroke-soft forced-colors:stroke-[CanvasText]";
export const MEAN_DASH = "2 4";
export const REFERENCE = "stroke-amber stroke-[1.5] forced-colors:stroke-[CanvasText]";
export const LINE = "fill-none stroke-brand-2 stroke-[2.5] forced-colors:stroke-[CanvasText]";
const GRID = "stroke-line forced-colors:stroke-[GrayText]";
export const WORDS = "fill-soft forced-colors:fill-[CanvasText]";
const DOT = "fill-none forced-colors:stroke-[CanvasText]";
const REFERENCE_DASHES = [undefined, "8 3", "8 3 2 3", "3 3"];

/** The dash of the reference line at this place in the series: no two of the first four alike. */
export function referenceDash(index: number): string | undefined {
  return REFERENCE_DASHES[index % REFERENCE_DASHES.length];
}

/** Grid lines, the scale and the names along the axis. */
export function Frame({ layout: { plot, ticks, axis, unitWord } }: { layout: ChartLayout }) {
  return (
    <g fontSize={TEXT_SIZE} className={WORDS}>
      {unitWord && (
        <text x={0} y={TEXT_SIZE}>
          {unitWord}
        </text>
      )}
      <path className={GRID} d={ticks.map(({ y }) => `M${tidy(plot.left)} ${y}H${tidy(plot.right)}`).join("")} />
      <g textAnchor="end">
        {ticks.map(({ value, y, text }) => (
          <text key={value} x={plot.left - 8} y={y + 4}>
            {text}
          </text>
        ))}
      </g>
      <g textAnchor="middle">
        {axis.map(({ key, text, x }) => (
          <text key={key} x={x} y={plot.bottom + 20}>
            {text}
          </text>
        ))}
      </g>
    </g>
  );
}

/** Every point that has a value, marked as PointMark marks one, in two elements however many there are. */
export function Points({ points }: { points: ChartLayout["points"] }) {
  const dots = (outside: boolean) =>
    points.map((point) => (point.y === null || point.outside !== outside ? "" : `M${point.x} ${point.y}h0`)).join("");
  const [inside, outside] = [dots(false), dots(true)];
  return (
    <g strokeLinecap="round">
      {inside && <path className={`${DOT} stroke-brand-2 stroke-[6.8]`} d={inside} />}
      {outside && (
        <>
          <path className={`${DOT} stroke-red stroke-[13]`} d={outside} />
          <path className="fill-none stroke-[Canvas] stroke-[7]" d={outside} />
        </>
      )}
    </g>
  );
}

/** A point that has a value: filled, or a ring if it is outside the band. */
export function PointMark({ x, y, outside }: { x: number; y: number; outside: boolean }) {
  return outside ? (
    <circle className="fill-[Canvas] stroke-red stroke-3 forced-colors:stroke-[CanvasText]" cx={x} cy={y} r={5} />
  ) : (
    <circle className="fill-brand-2 stroke-none forced-colors:fill-[CanvasText]" cx={x} cy={y} r={3.4} />
  );
}

/** Hatching on the axis where points have no value, with the words for it where there is room. */
export function Gaps({ layout: { plot, gaps } }: { layout: ChartLayout }) {
  return gaps.map(({ xs, lines }) => (
    <g key={xs[0]} fontSize={TEXT_SIZE} className={WORDS}>
      <path className={MEAN} d={hatch(xs[0] ?? 0, xs.at(-1) ?? 0, plot.left, plot.bottom)} />
      {lines.map((line, index) => (
        <text
          key={line}
          x={((xs[0] ?? 0) + (xs.at(-1) ?? 0)) / 2}
          y={plot.bottom - 14 - (lines.length - 1 - index) * LINE_HEIGHT}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  ));
}

/** Slanted strokes standing on the axis, from a little before the first position to a little after the last. */
export function hatch(first: number, last: number, left: number, bottom: number): string {
  const start = Math.max(left, first - 8);
  const strokes = Array.from(
    { length: Math.max(3, Math.round((last + 8 - start) / 5)) },
    (_, index) => start + index * 5,
  );
  return strokes.map((x) => `M${tidy(x)} ${tidy(bottom)}l4 -7`).join("");
}
