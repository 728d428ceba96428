import { SaidUnder } from "#components/commentary/said.tsx";
import { commentaryPath } from "#lib/commentary/paths.ts";
import type { SaidOfFigure } from "#lib/commentary/queries.ts";
import { whatStands } from "#lib/commentary/rules.ts";
import { monthName } from "#lib/dates.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { list } from "#lib/indicators/numbers.ts";

const IN_FULL = 3;

/** What owners have said of an indicator's months: the latest in full, the earlier ones a link away. */
export function IndicatorCommentary({ view }: { readonly view: IndicatorPage }) {
  const { code } = view.series.definition;
  const latest = view.series.months.at(-1)?.month;
  if (latest === undefined) return null;
  const byMonth = [...Map.groupBy(view.said, ({ month }) => month)].sort(([one], [other]) => (one < other ? 1 : -1));
  const organisations = view.series.owners.slice(view.series.owners.length - view.series.ownerIds.length);
  return (
    <section className="mt-10">
      <h2>Commentary</h2>
      {byMonth.length === 0 && (
        <p className="mt-2 max-w-3xl">
          Nobody has published a commentary on this indicator that you may read.{" "}
          {organisations.length > 0 && `A leader of ${list(organisations)} may write one.`}
        </p>
      )}
      {byMonth.slice(0, IN_FULL).map(([month, said]) => (
        <Month key={month} code={code} month={month} said={said} />
      ))}
      <Earlier code={code} months={byMonth.slice(IN_FULL).map(([month]) => month)} />
      {view.canComment && (
        <p className="mt-4 print:hidden">
          <a href={commentaryPath(code, latest)} className="font-semibold">
            Write about {monthName(latest)}
          </a>{" "}
          or <a href={commentaryPath(code)}>about another month</a>
        </p>
      )}
    </section>
  );
}

function Month(props: { readonly code: string; readonly month: string; readonly said: readonly SaidOfFigure[] }) {
  const { code, month, said } = props;
  return (
    <div className="mt-5">
      <h3>{monthName(month)}</h3>
      <SaidUnder said={whatStands(said)} href={commentaryPath(code, month)} />
    </div>
  );
}

function Earlier({ code, months }: { readonly code: string; readonly months: readonly string[] }) {
  if (months.length === 0) return null;
  return (
    <p className="mt-5 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      Earlier:
      {months.map((month) => (
        <a key={month} href={commentaryPath(code, month)} className="py-0.5 whitespace-nowrap">
          {monthName(month)}
        </a>
      ))}
    </p>
  );
}
