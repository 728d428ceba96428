import { Said } from "#components/indicators/figure-cell.tsx";
import { longDate, monthName } from "#lib/dates.ts";
import type { ReportPage } from "#lib/exceptions/report-queries.ts";
import { earlierInWords } from "#lib/exceptions/words.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";
import { againstTarget, holdsInWords, promiseInWords } from "#lib/indicators/target-words.ts";

/** The figure beside the report on it, with its target and by how much it misses, in words that the data give. */
export function ReportFigure({ view }: { readonly view: ReportPage }) {
  const { breach, exception, figure, unit } = view;
  return (
    <aside aria-labelledby="the-figure" className="border-t-2 border-ink pt-3">
      <h2 id="the-figure">The figure</h2>
      <p className="mt-1 text-[32px] leading-tight font-bold tabular-nums">
        <Said figure={figure} />
      </p>
      {breach ? (
        <>
          <p className="mt-2">
            {againstTarget({ asTyped: figure.asTyped, value: breach.value }, breach.promise, view)}
          </p>
          <p className="mt-2 text-soft">
            {holdsInWords(breach.promise)}: {promiseInWords(breach.promise, unit)}. Set on{" "}
            {longDate(breach.promise.setOn)}.
          </p>
        </>
      ) : (
        <p className="mt-2">
          {exception ? "As it stands now, it is within the tolerance of its target." : monthName(view.month)}
        </p>
      )}
      {exception && exception.earlier.length > 0 && <p className="mt-2">{earlierInWords(exception.earlier)}</p>}
      <p className="mt-2 print:hidden">
        <a href={indicatorPath(view.code)}>Every month, its definition and its law</a>
      </p>
    </aside>
  );
}
