import type { ChartSize } from "./chart-labels.ts";
import { layoutChart } from "./chart-layout.ts";
import { BAND, Frame, Gaps, LINE, MEAN, MEAN_DASH, Points, REFERENCE, referenceDash } from "./chart-marks.tsx";
import { KeyRows, Names } from "./chart-names.tsx";
import type { ChartSeries } from "./chart-series.ts";

/**
 * A control chart as static SVG: it needs no script, and prints. Its container decides which of two drawings shows, so
 * that a phone and a narrow column both get legible text; the other is `display: none`, so a screen reader meets one
 * image, named by the title and the description.
 */
export function ControlChart(series: ChartSeries) {
  return (
    <div className="@container max-w-[700px]">
      <Drawing series={series} size="narrow" className="block max-w-[400px] @min-[480px]:hidden" />
      <Drawing series={series} size="wide" className="hidden @min-[480px]:block" />
    </div>
  );
}

function Drawing({ series, size, className }: { series: ChartSeries; size: ChartSize; className: string }) {
  const layout = layoutChart(series, size);
  const { width, height, plot, band, mean, references, line, points } = layout;
  const across = { x1: plot.left, x2: plot.right };
  return (
    <svg
      role="img"
      aria-label={`${series.title}. ${series.description}`}
      viewBox={`0 0 ${width} ${height}`}
      className={`h-auto w-full ${className}`}
    >
      <Frame layout={layout} />
      {band && <rect className={BAND} x={plot.left} width={plot.right - plot.left} y={band.y} height={band.height} />}
      {mean && <line className={MEAN} strokeDasharray={MEAN_DASH} {...across} y1={mean.y} y2={mean.y} />}
      {references.map(({ label, y }, index) => (
        <line key={label} className={REFERENCE} strokeDasharray={referenceDash(index)} {...across} y1={y} y2={y} />
      ))}
      <Gaps layout={layout} />
      <path className={LINE} d={line} strokeLinejoin="round" strokeLinecap="round" />
      <Points points={points} />
      <Names layout={layout} />
      <KeyRows layout={layout} />
    </svg>
  );
}
