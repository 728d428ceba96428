import { FIGURE_CELLS, FigureCell } from "#components/indicators/figure-cell.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { monthName } from "#lib/dates.ts";
import { wholeNumerator } from "#lib/indicators/check-rules.ts";
import type { FigureView } from "#lib/indicators/figure.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { plain } from "#lib/indicators/numbers.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";
import { yearName } from "#lib/indicators/words.ts";

/** Every month, latest first, with the two numbers behind a rate where they are known and how they are known. */
export function MonthsTable({ view }: { readonly view: IndicatorPage }) {
  const { series, row, weights } = view;
  const { definition } = series;
  const rate = definition.kind === "rate";
  const head = "border-b-2 border-ink px-2 py-1.5 font-semibold text-soft";
  return (
    <section className="mt-10">
      <h2>Every month</h2>
      <ScrollRegion name={`${definition.name}, every month`}>
        <table className="mt-2 w-full max-w-4xl border-collapse text-base">
          <caption className="sr-only">{definition.name}, every month</caption>
          <thead>
            <tr>
              <th scope="col" className={`${head} pl-0 text-left`}>
                Month
              </th>
              <th scope="col" className={`${head} text-right`}>
                As reported
              </th>
              {rate && (
                <>
                  <th scope="col" className={`${head} text-right`}>
                    Numerator
                  </th>
                  <th scope="col" className={`${head} text-right`}>
                    Denominator
                  </th>
                  <th scope="col" className={`${head} text-left`}>
                    How these are known
                  </th>
                </>
              )}
              {view.canSubmit && <td className="border-b-2 border-ink" />}
            </tr>
          </thead>
          <tbody className={FIGURE_CELLS}>
            {series.months.toReversed().map((figure) => (
              <tr key={figure.month}>
                <th scope="row" className="border-b border-line py-1.5 text-left font-medium whitespace-nowrap">
                  {monthName(figure.month)}
                </th>
                <FigureCell figure={figure} />
                {rate && (
                  <Behind
                    figure={figure}
                    due={weights?.months.find(({ month }) => month === figure.month)?.value ?? null}
                    by={weights?.definition.name ?? ""}
                  />
                )}
                {view.canSubmit && (
                  <td className="px-2 text-left">
                    <a href={`${indicatorPath(definition.code)}/submit?month=${figure.month}`}>
                      Revise<span className="sr-only"> {monthName(figure.month)}</span>
                    </a>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {row && row.year.note !== "" && (
        <p className="mt-3 max-w-3xl">
          <b className="font-semibold">Year {yearName(row.cells.at(-1)?.month ?? "")}:</b> {row.year.note}
        </p>
      )}
    </section>
  );
}

function Behind({
  figure,
  due,
  by,
}: {
  readonly figure: FigureView;
  readonly due: number | null;
  readonly by: string;
}) {
  const cell = "px-2";
  const denominator = figure.denominator ?? due;
  const submitted = figure.numerator !== null;
  const numerator = figure.numerator ?? (denominator === null ? null : wholeNumerator(figure, denominator));
  const how = () => {
    if (figure.value === null) return "";
    if (submitted) return "submitted with the rate";
    if (denominator === null) return "not submitted, so not known";
    return numerator === null
      ? `denominator from ${by.toLowerCase()}; no whole numerator gives this rate`
      : `worked out from the rate and ${by.toLowerCase()}`;
  };
  return (
    <>
      <td className={cell}>
        {numerator === null || figure.value === null ? <span className="text-soft">not known</span> : plain(numerator)}
      </td>
      <td className={cell}>
        {denominator === null ? <span className="text-soft">not known</span> : plain(denominator)}
      </td>
      <td className="min-w-56 px-2 text-left text-soft">{how()}</td>
    </>
  );
}
