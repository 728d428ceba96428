import { pathWithGaps, xPositions } from "./geometry.ts";

const [WIDTH, HEIGHT, TOP, BOTTOM] = [64, 22, 3, 19];

/**
 * The shape of a series beside its figures: lowest to highest fills the height, a gap breaks the line, a dot ends it.
 * Decoration to a screen reader, which reads the figures in the same row.
 */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const reported = values.flatMap((value) => value ?? []);
  const [low, high] = [Math.min(...reported), Math.max(...reported)];
  const yOf = (value: number) =>
    high === low ? (TOP + BOTTOM) / 2 : BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP);
  const xs = xPositions(values.length, 2, WIDTH - 3);
  const points = values.map((value, index) => ({ x: xs[index] ?? 0, y: value === null ? null : yOf(value) }));
  const last = points.findLast(({ y }) => y !== null);
  return (
    <svg aria-hidden="true" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block">
      <path
        className="fill-none stroke-soft stroke-[1.5] forced-colors:stroke-[CanvasText]"
        d={pathWithGaps(points)}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {last && <circle className="fill-brand-2 forced-colors:fill-[CanvasText]" cx={last.x} cy={last.y ?? 0} r={2.4} />}
    </svg>
  );
}
