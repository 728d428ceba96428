import type { ChartSeries } from "#components/charts/chart-series.ts";
import { ChartTable } from "#components/charts/chart-table.tsx";
import { InteractiveChart } from "#components/charts/interactive-chart.tsx";
import { Said } from "#components/indicators/figure-cell.tsx";
import { monthName, shortMonth } from "#lib/dates.ts";
import type { ReferenceLine } from "#lib/indicators/benchmark-rules.ts";
import type { HeadlineChart as View } from "#lib/indicators/dashboard-rules.ts";
import { meanLabel } from "#lib/indicators/headline-rules.ts";
import { inUnit } from "#lib/indicators/numbers.ts";

type Props = {
  readonly chart: View;
  readonly references: readonly ReferenceLine[];
  readonly href?: string;
  readonly heading?: string;
};

/** The number, the sentence, the chart, and everything behind them within one key press. */
export function HeadlineChart({ chart, references, href, heading }: Props) {
  const { definition, caveat } = chart.series;
  const series = chartSeries(chart, references);
  const notes = [caveat, chart.behind, references.length > 0 ? "England: whole calendar year" : ""].filter(Boolean);
  return (
    <article className="break-inside-avoid">
      <h2>{heading ?? definition.name}</h2>
      <p className="mb-2 max-w-[34em] text-lg print:text-base">
        <strong className="mr-1.5 text-[44px] leading-none print:text-[32px] font-bold tracking-tight tabular-nums">
          {chart.value}
        </strong>
        {chart.sentence}
      </p>
      <InteractiveChart series={series} />
      <p className="mt-1 text-[15px] text-soft">
        {href && (
          <>
            <a href={href} className="print:hidden">
              Definition and law
            </a>
            <span className="print:hidden"> · </span>
          </>
        )}
        {notes.map((note) => note.replace(/\.$/, "")).join(" · ")}
      </p>
      <FiguresTable chart={chart} />
    </article>
  );
}

function FiguresTable({ chart }: { readonly chart: View }) {
  return (
    <ChartTable
      caption={`${chart.series.definition.name}, month by month`}
      columns={[
        { key: "month", label: "Month" },
        { key: "value", label: "As reported", numeric: true },
        { key: "signal", label: "Against month-to-month variation" },
      ]}
      rows={chart.shown.map((figure) => ({
        key: figure.month,
        cells: [monthName(figure.month), <Said key="said" figure={figure} />, signalOf(chart, figure.month)],
      }))}
    />
  );
}

function signalOf({ variation }: View, month: string): string {
  const found = variation.signals.filter((signal) => signal.months.includes(month));
  return found.map((signal) => `${signal.rule}, ${signal.side}`).join("; ");
}

function chartSeries(chart: View, references: readonly ReferenceLine[]): ChartSeries {
  const { definition } = chart.series;
  const { mean, lower, upper, signals } = chart.variation;
  const outside = new Set(
    signals.filter((signal) => signal.rule === "outside limits").flatMap((signal) => signal.months),
  );
  const percent = definition.unit === "%";
  return {
    title: `${definition.name}, month by month`,
    description: `${chart.value} ${chart.sentence}`,
    unit: percent ? "%" : "count",
    points: chart.shown.map((figure) => ({
      key: figure.month,
      label: shortMonth(figure.month),
      value: figure.value,
      display: figure.asTyped,
      outside: outside.has(figure.month),
      missing: figure.value === null ? figure.state : undefined,
    })),
    band:
      lower === null || upper === null
        ? null
        : {
            lower,
            upper,
            label: `month-to-month variation alone: ${inUnit(Math.max(0, lower), definition.unit, 1)} to ${inUnit(percent ? Math.min(100, upper) : upper, definition.unit, 1)}`,
          },
    mean: mean === null ? null : { value: mean, label: meanLabel(mean, definition.unit) },
    references,
    clamp: percent ? [0, 100] : [0, Number.MAX_SAFE_INTEGER],
  };
}
