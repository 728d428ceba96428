import type { ReactNode } from "react";
import { SaidOfMonth, SaidOfOne } from "#components/commentary/said-of-month.tsx";
import { EveryException } from "#components/exceptions/every-exception.tsx";
import { BenchmarkTables } from "#components/indicators/benchmark-tables.tsx";
import { Comparison } from "#components/indicators/comparison.tsx";
import { HeadlineChart } from "#components/indicators/headline-chart.tsx";
import { KpiTable } from "#components/indicators/kpi-table.tsx";
import { CompareLink, MonthPicker } from "#components/indicators/month-picker.tsx";
import { Checks, Moves } from "#components/indicators/moves.tsx";
import { OpenPoints } from "#components/indicators/open-points.tsx";
import { SmallNumbers } from "#components/indicators/small-numbers.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { longDate, monthName } from "#lib/dates.ts";
import { referenceLines } from "#lib/indicators/benchmark-rules.ts";
import type { MonthChoice, Dashboard as View } from "#lib/indicators/dashboard-queries.ts";
import { headlineCodes } from "#lib/indicators/dashboard-rules.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";
import { yearName } from "#lib/indicators/words.ts";

/** One month of the area, as this reader may see it: the sentence first, then the chart, then the table. */
export function Dashboard({ view, news }: { readonly view: View; readonly news: ReactNode }) {
  const { chosen, page, comparison } = view;
  if (!chosen || !page) return <NothingYet view={view} news={news} />;
  return (
    <>
      <PageHead
        title={monthName(chosen.month)}
        above={
          <>
            <span className="hidden print:inline">{view.actor.areaName} SEND partnership. </span>
            {given(chosen)}
          </>
        }
        tools={
          <>
            <MonthPicker
              choices={view.choices}
              month={chosen.month}
              path="/dashboard"
              keep={comparison ? { with: comparison.asked } : {}}
            />
            {comparison === null && <CompareLink month={chosen.month} />}
            <PrintButton>Print as a board paper</PrintButton>
          </>
        }
      />
      {chosen.published && <OpenPoints published={chosen.published} />}
      {news}
      {!view.exact && <SmallNumbers alreadyPublic={chosen.published?.alreadyPublic ?? false} />}
      {comparison && <Comparison month={chosen.month} comparison={comparison} hrefOf={indicatorPath} />}
      {page.headlines.length > 0 && (
        <section
          aria-label="Headlines"
          className="mt-7 print:mt-3 grid gap-x-10 gap-y-8 lg:grid-cols-2 print:grid-cols-2"
        >
          {page.headlines.map((chart) => (
            <div key={chart.series.definition.code}>
              <HeadlineChart
                chart={chart}
                references={referenceLines(chart, view.benchmarks)}
                href={indicatorPath(chart.series.definition.code)}
              />
              <SaidOfOne said={view.said} code={chart.series.definition.code} linked />
            </div>
          ))}
        </section>
      )}
      <KpiTable
        title={`Monthly KPI table, ${yearName(chosen.month)}`}
        rows={page.rows}
        months={page.months}
        hrefOf={indicatorPath}
        said={view.said.map(({ code }) => code)}
      />
      <SaidOfMonth said={view.said} rows={page.rows} shown={headlineCodes(page)} linked />
      <div className="mt-10 grid gap-10 lg:grid-cols-2 print:mt-6 print:grid-cols-2">
        <Moves moves={page.moves} all={view.exact && <EveryException />} />
        <Checks checks={page.checks} hrefOf={indicatorPath} />
      </div>
      <p className="mt-8 text-[15px] text-soft print:mt-3">Figures from {page.sources.join("; ")}.</p>
    </>
  );
}

function given({ published }: MonthChoice): string {
  if (published === null) return "Not given to a board yet: your organisation alone sees this month";
  return `Given to the ${published.board}, ${longDate(published.publishedOn)}`;
}

function NothingYet({ view, news }: { readonly view: View; readonly news: ReactNode }) {
  return (
    <>
      <PageHead title="Dashboard" above={view.actor.areaName} />
      {news}
      <p className="mt-6 max-w-2xl text-lg">
        No month has been published for {view.actor.areaName} yet. When its council’s data officer gives one to a board,
        it appears here.
      </p>
      <p className="mt-4">
        <a href="/indicators">See each indicator, with what it means and who owns it</a>
      </p>
      <BenchmarkTables {...view.national} />
    </>
  );
}
