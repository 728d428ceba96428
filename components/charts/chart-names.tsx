import { BESIDE, LAST_TEXT_SIZE, LINE_HEIGHT, type MarginLabel, TEXT_SIZE } from "./chart-labels.ts";
import { type ChartLayout, KEY_LINE } from "./chart-layout.ts";
import { BAND, hatch, MEAN, MEAN_DASH, REFERENCE, referenceDash, WORDS } from "./chart-marks.tsx";
import { tidy } from "./geometry.ts";

// A name and its leader share one colour, by `currentColor`.
const NAMES = {
  mean: "fill-current text-soft forced-colors:text-[CanvasText]",
  reference: "fill-current text-amber forced-colors:text-[CanvasText]",
  last: "fill-current font-bold text-ink forced-colors:text-[CanvasText]",
} as const;

/** The names of the lines and the last value, with a leader where one had to move away from what it names. */
export function Names({ layout: { margin } }: { layout: ChartLayout }) {
  return margin.map((label) => <Name key={`${label.kind} ${label.lines.join(" ")}`} label={label} />);
}

function Name({ label: { kind, lines, x, y, from } }: { label: MarginLabel }) {
  const size = kind === "last" ? LAST_TEXT_SIZE : TEXT_SIZE;
  const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2 + size * 0.33;
  return (
    <g className={NAMES[kind]}>
      {Math.abs(y - from) > LINE_HEIGHT / 2 && (
        <line
          className="stroke-current"
          x1={x - BESIDE + (kind === "last" ? 7 : 1)}
          x2={x - 4}
          y1={from}
          y2={tidy(y)}
        />
      )}
      <text fontSize={size} x={x} y={tidy(first)}>
        {lines.map((line, index) => (
          <tspan key={line} x={x} dy={index === 0 ? 0 : LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** The rows under the chart, each a sample and its words. */
export function KeyRows({ layout: { keys, keyTop } }: { layout: ChartLayout }) {
  let line = 0;
  return keys.map(({ sample, index, lines }) => {
    const y = keyTop + line * KEY_LINE + KEY_LINE / 2;
    line += lines.length;
    return (
      <g key={`${sample} ${lines.join(" ")}`} fontSize={TEXT_SIZE}>
        {sample === "band" && <rect className={BAND} x={0} y={y - 6} width={22} height={12} />}
        {sample === "gap" && <path className={MEAN} d={hatch(11, 11, 0, y + 4)} />}
        {sample === "mean" && <line className={MEAN} strokeDasharray={MEAN_DASH} x2={22} y1={y} y2={y} />}
        {sample === "reference" && (
          <line className={REFERENCE} strokeDasharray={referenceDash(index)} x2={22} y1={y} y2={y} />
        )}
        <text className={sample === "reference" ? NAMES.reference : WORDS} y={y + 4}>
          {lines.map((words, row) => (
            <tspan key={words} x={30} dy={row === 0 ? 0 : KEY_LINE}>
              {words}
            </tspan>
          ))}
        </text>
      </g>
    );
  });
}
