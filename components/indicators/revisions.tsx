import { longMoment, monthName } from "#lib/dates.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";

type Revision = IndicatorPage["revisions"][number];

/** What was said before, by whom, from where, and why it changed. Figures are never edited. */
export function Revisions({ view }: { readonly view: IndicatorPage }) {
  if (!view.exact || view.revisions.length === 0) return null;
  const revised = [...Map.groupBy(view.revisions, (one) => `${one.period} ${one.month}`).values()].filter(
    (own) => own.length > 1,
  );
  const starred = view.revisions.filter((one) => one.markedRevised && one.revision === 1);
  const [latest] = view.revisions;
  return (
    <section className="mt-10">
      <h2>Revisions</h2>
      {revised.length === 0 && starred.length === 0 && <p className="mt-2">No figure has been revised.</p>}
      {starred.map((one) => (
        <p key={one.month} className="mt-2">
          {monthName(one.month)} came with a * in the paper: it had been revised, and the earlier value is not in the
          source.
        </p>
      ))}
      {revised.map((own) => (
        <div key={`${own[0]?.period} ${own[0]?.month}`} className="mt-4">
          <h3>{nameOf(own[0])}</h3>
          <ol className="mt-1 border-t border-line">
            {own.map((one) => (
              <li key={one.revision} className="border-b border-line py-2">
                <b className="font-semibold">{one.asTyped === "" ? one.state : one.asTyped}</b>
                {one.reason && ` – ${one.reason}`}
                <span className="block text-[15px] text-soft">
                  {one.organisation}, {longMoment(one.submittedAt)}, {originOf(one)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {latest && (
        <p className="mt-3 text-[15px] text-soft">
          Last submitted by {latest.organisation}, {longMoment(latest.submittedAt)}, from {originOf(latest)}.
        </p>
      )}
    </section>
  );
}

function nameOf(one: Revision | undefined): string {
  if (!one) return "";
  return one.period === "month" ? monthName(one.month) : `Year to ${monthName(one.month)}, as printed`;
}

function originOf(one: Revision): string {
  return one.cell === null ? one.source : `${one.source}, cell ${one.cell}`;
}
