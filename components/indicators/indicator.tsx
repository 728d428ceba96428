import { IndicatorCommentary } from "#components/commentary/indicator-commentary.tsx";
import { BenchmarkTables } from "#components/indicators/benchmark-tables.tsx";
import { Definition } from "#components/indicators/definition.tsx";
import { HeadlineChart } from "#components/indicators/headline-chart.tsx";
import { MonthsTable } from "#components/indicators/months-table.tsx";
import { Revisions } from "#components/indicators/revisions.tsx";
import { SmallNumbers } from "#components/indicators/small-numbers.tsx";
import { Targets } from "#components/indicators/targets.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { monthName } from "#lib/dates.ts";
import { referenceLines } from "#lib/indicators/benchmark-rules.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

/**
 * One indicator: what it means and by what law, every month of it, its revisions, and England beside it. `target` is what
 * the address asks of its target: to set one, or to say that one was set.
 */
export function Indicator({ view, target }: { readonly view: IndicatorPage; readonly target: string }) {
  const { series, chart } = view;
  const { definition } = series;
  return (
    <>
      <PageHead
        title={definition.name}
        above={<a href="/indicators">Indicators</a>}
        below={definition.meaning}
        tools={
          view.canSubmit && (
            <a href={`${indicatorPath(definition.code)}/submit`} className="py-2.5 font-semibold">
              Submit or revise a figure
            </a>
          )
        }
      />
      {!view.exact && <SmallNumbers alreadyPublic={false} />}
      <div className="mt-8 grid gap-x-10 gap-y-8 lg:grid-cols-[1.2fr_0.8fr]">
        <div>
          {chart ? (
            <HeadlineChart
              chart={chart}
              heading={`${monthName(chart.month)}, ${series.owners.join(", ")}`}
              references={referenceLines(chart, view.benchmarks)}
            />
          ) : (
            <>
              <h2>No figure yet</h2>
              <p className="mt-2">
                {view.actor.areaName} has no month of this indicator that you may see.
                {series.owners[0] && ` It is for ${series.owners[0]} to report.`}
              </p>
            </>
          )}
          {view.checks.map((check) => (
            <p key={check.sentence} className="mt-3 border-l-4 border-amber pl-4">
              {check.sentence}
            </p>
          ))}
        </div>
        <Definition definition={definition} owners={series.owners} caveat={series.caveat} />
      </div>
      {series.months.length > 0 && <MonthsTable view={view} />}
      <IndicatorCommentary view={view} />
      <Targets view={view} asked={target} />
      <BenchmarkTables
        tables={view.tables.map((table) => ({ ...table, unit: definition.unit }))}
        areas={view.benchmarkAreas}
      />
      <Revisions view={view} />
    </>
  );
}
