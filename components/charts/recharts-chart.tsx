"use client";

import { Line, LineChart, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import type { ChartSize } from "./chart-labels.ts";
import { layoutChart, WIDEST } from "./chart-layout.ts";
import { BAND, Frame, Gaps, LINE, MEAN, MEAN_DASH, PointMark, REFERENCE, referenceDash } from "./chart-marks.tsx";
import { KeyRows, Names } from "./chart-names.tsx";
import type { ChartPoint, ChartSeries } from "./chart-series.ts";

// Recharts puts its own colours on every shape; these let a shape take the class of the group around it instead. Its
// layers would lift the line's neighbours over the words: 0 keeps the order of this file.
const OURS = { stroke: "inherit", strokeWidth: "inherit", zIndex: 0 } as const;

/**
 * The chart that answers a pointer and the arrow keys. Drawn in the units of the static one and scaled as a whole, so
 * that it covers the same pixels in a container `width` CSS pixels wide. Nothing in it moves by itself.
 */
export function RechartsChart({ series, size, width }: { series: ChartSeries; size: ChartSize; width: number }) {
  const layout = layoutChart(series, size);
  const { plot, scale, band, mean, references, points } = layout;
  const ratio = Math.min(width, WIDEST[size]) / layout.width;
  return (
    <div style={{ height: layout.height * ratio }}>
      <LineChart
        data={points}
        width={layout.width}
        height={layout.height}
        margin={{ ...plot, right: layout.width - plot.right, bottom: layout.height - plot.bottom }}
        aria-label={`${series.title}. ${series.description} Use the left and right arrow keys to read each point.`}
        style={{ transform: `scale(${ratio})`, transformOrigin: "0 0" }}
        className="[&_svg:focus-visible]:bg-transparent! forced-colors:[&_svg:focus-visible]:outline-[CanvasText]!"
      >
        <XAxis dataKey="key" type="category" scale="point" hide />
        <YAxis type="number" domain={[scale.min, scale.max]} hide />
        <Frame layout={layout} />
        {band && (
          <ReferenceArea y1={band.lower} y2={band.upper} className={BAND} {...OURS} fill="inherit" fillOpacity={1} />
        )}
        {mean && <ReferenceLine y={mean.value} className={MEAN} {...OURS} strokeDasharray={MEAN_DASH} />}
        {references.map(({ label, value }, index) => (
          <ReferenceLine key={label} y={value} className={REFERENCE} {...OURS} strokeDasharray={referenceDash(index)} />
        ))}
        <Gaps layout={layout} />
        <Names layout={layout} />
        <KeyRows layout={layout} />
        <Line
          dataKey="value"
          className={LINE}
          {...OURS}
          strokeLinejoin="round"
          strokeLinecap="round"
          isAnimationActive={false}
          dot={({ cx, cy, payload }) => <Mark key={payload.key} cx={cx} cy={cy} point={payload} />}
          activeDot={({ cx, cy, payload }) => <Mark cx={cx} cy={cy} point={payload} active />}
        />
        <Tooltip
          isAnimationActive={false}
          filterNull={false}
          cursor={{ className: "stroke-soft forced-colors:stroke-[CanvasText]" }}
          content={({ active, label }) => <Reading point={points.find(({ key }) => active && key === label)} />}
        />
      </LineChart>
    </div>
  );
}

type MarkProps = { cx?: number | undefined; cy?: number | undefined; point: ChartPoint; active?: boolean };

function Mark({ cx, cy, point, active = false }: MarkProps) {
  if (cx === undefined || cy === undefined || point.value === null) return null;
  return (
    <g className={active ? "scale-140 origin-center [transform-box:fill-box]" : undefined}>
      <PointMark x={cx} y={cy} outside={point.outside} />
    </g>
  );
}

function Reading({ point }: { point: ChartPoint | undefined }) {
  return (
    <p
      role="status"
      className={point && "m-0 border border-ink bg-[Canvas] px-2 py-1 text-[13px] text-ink leading-snug"}
    >
      {point?.label} <strong>{point?.value === null ? point.missing : point?.display}</strong>
    </p>
  );
}
