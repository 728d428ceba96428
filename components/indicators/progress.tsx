import { SaidOfMonth, SaidOfOne } from "#components/commentary/said-of-month.tsx";
import { BenchmarkTables } from "#components/indicators/benchmark-tables.tsx";
import { HeadlineChart } from "#components/indicators/headline-chart.tsx";
import { KpiTable } from "#components/indicators/kpi-table.tsx";
import { MonthPicker } from "#components/indicators/month-picker.tsx";
import { Checks } from "#components/indicators/moves.tsx";
import { SmallNumbers } from "#components/indicators/small-numbers.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { longDate, monthName } from "#lib/dates.ts";
import { referenceLines } from "#lib/indicators/benchmark-rules.ts";
import { headlineCodes } from "#lib/indicators/dashboard-rules.ts";
import type { Progress as View } from "#lib/indicators/progress-queries.ts";
import { yearName } from "#lib/indicators/words.ts";

/** What a partnership has published about itself, for a parent: the sentence, the chart, what the words mean. */
export function Progress({ view }: { readonly view: View }) {
  const { area, chosen, page } = view;
  const path = "/progress";
  return (
    <>
      <PageHead
        title="How we are doing"
        above={area.name}
        below={
          chosen?.published
            ? `The latest that ${area.name} has published: ${monthName(chosen.month)}, given to the ${chosen.published.board} on ${longDate(chosen.published.publishedOn)}.`
            : `${area.name} has not published a month here yet.${view.national.tables.length > 0 ? " What the Department for Education publishes about it is below." : ""}`
        }
        tools={
          chosen && (
            <>
              <MonthPicker choices={view.choices} month={chosen.month} path={path} keep={{ area: area.slug }} />
              <PrintButton>Print</PrintButton>
            </>
          )
        }
      />
      {chosen && page && (
        <>
          <section
            aria-label="Headlines"
            className="mt-7 print:mt-3 grid gap-x-10 gap-y-8 lg:grid-cols-2 print:grid-cols-2"
          >
            {page.headlines.map((chart) => (
              <div key={chart.series.definition.code}>
                <HeadlineChart chart={chart} references={referenceLines(chart, view.benchmarks)} />
                <SaidOfOne said={view.said} code={chart.series.definition.code} linked={false} />
              </div>
            ))}
          </section>
          <KpiTable
            title={`Every figure, ${yearName(chosen.month)}`}
            rows={page.rows}
            months={page.months}
            said={view.said.map(({ code }) => code)}
          />
          <SaidOfMonth said={view.said} rows={page.rows} shown={headlineCodes(page)} linked={false} />
          <SmallNumbers alreadyPublic={chosen.published?.alreadyPublic ?? false} />
          <div className="mt-10 grid gap-10 lg:grid-cols-2">
            <Meanings view={view} />
            <Checks checks={page.checks} />
          </div>
        </>
      )}
      <BenchmarkTables {...view.national} />
      <OtherAreas view={view} />
    </>
  );
}

function Meanings({ view }: { readonly view: View }) {
  return (
    <section>
      <h2>What the words mean</h2>
      <dl className="mt-2 border-t-2 border-ink">
        {view.meanings.map((one) => (
          <div key={one.code} className="border-b border-line py-3">
            <dt className="font-semibold">{one.name}</dt>
            <dd className="text-[15.5px]">{one.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function OtherAreas({ view }: { readonly view: View }) {
  const others = view.areas.filter((area) => area.id !== view.area.id);
  if (others.length === 0) return null;
  return (
    <nav aria-label="Other areas" className="mt-10 print:hidden">
      <h2>Other areas</h2>
      <ul className="mt-2">
        {others.map((area) => (
          <li key={area.id} className="py-1">
            <a href={`/progress?area=${area.slug}`}>{area.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
