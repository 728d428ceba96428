import { PageHead } from "#components/ui/page-head.tsx";
import { filterAddress } from "#lib/audit/filter-schema.ts";
import type { ActLine } from "#lib/audit/line-rules.ts";
import type { ActsView } from "#lib/audit/queries.ts";
import { londonTime } from "#lib/audit/words.ts";
import { dayOf, longDate } from "#lib/dates.ts";
import { ActsFilter } from "./acts-filter.tsx";

/** Every act on record of an area, latest first, one line an act, day by day. */
export function Acts({
  area,
  view,
  confirmed,
}: {
  readonly area: string;
  readonly view: ActsView;
  readonly confirmed: boolean;
}) {
  const { asked, lines } = view;
  const days = Map.groupBy(lines, ({ at }) => dayOf(at));
  return (
    <>
      <PageHead
        title="Record of acts"
        below={`Who did what in ${area}, and when: written as it happened, changed by nobody. It never holds what a figure, a reason or a report says.`}
      />
      <ActsFilter view={view} confirmed={confirmed} />
      <section aria-labelledby="acts" className="mt-10">
        <h2 id="acts">{isFiltered(asked.typed) ? "The acts you asked for" : "Acts"}, latest first</h2>
        {asked.filter === null && <p className="mt-2">Nothing is shown until the problem above is mended.</p>}
        {asked.filter !== null && lines.length === 0 && <Empty asked={asked} />}
        {[...days].map(([day, acts]) => (
          <section key={day} aria-label={longDate(day)} className="mt-6">
            <h3>{longDate(day)}</h3>
            <ol className="mt-1 border-t-2 border-ink">
              {acts.map((act) => (
                <Line key={act.id} act={act} />
              ))}
            </ol>
          </section>
        ))}
        <Beside view={view} />
      </section>
    </>
  );
}

function Line({ act }: { readonly act: ActLine }) {
  const { at, person, role, organisation, what, purpose, requestId } = act;
  return (
    <li className="grid gap-x-5 border-b border-line py-2 sm:grid-cols-[4.5rem_1fr] lg:grid-cols-[4.5rem_26rem_1fr]">
      <time dateTime={at.toISOString()} className="tabular-nums">
        {londonTime(at)}
      </time>
      <p className="wrap-anywhere sm:col-start-2">
        <b className="font-semibold">{person}</b>
        <span className="text-soft">{[role, organisation].filter(Boolean).map((part) => `, ${part}`)}</span>
      </p>
      <p className="wrap-anywhere sm:col-start-2 lg:col-start-3">
        {what}
        {purpose && <span className="block text-[15px]">Purpose: {purpose}</span>}
        {requestId && (
          <span className="block text-[13px] text-soft">
            Request <a href={`/audit?request=${requestId}`}>{requestId}</a>
          </span>
        )}
      </p>
    </li>
  );
}

function Empty({ asked }: { readonly asked: ActsView["asked"] }) {
  if (asked.cursor) return <p className="mt-2">There are no more acts this way.</p>;
  return (
    <p className="mt-2">
      {isFiltered(asked.typed)
        ? "No act on record is like this. Change what you asked for, or show every act."
        : "Nobody has done anything here yet."}
    </p>
  );
}

function Beside({ view: { asked, earlier, later } }: { readonly view: ActsView }) {
  if (!earlier && !later && !asked.cursor) return null;
  const links = [
    asked.cursor && { name: "Latest acts", more: {} },
    later && { name: "Later acts", more: { after: later } },
    earlier && { name: "Earlier acts", more: { before: earlier } },
  ].filter((link) => link !== null && link !== "");
  return (
    <nav aria-label="More acts" className="mt-5 flex flex-wrap gap-x-6 print:hidden">
      {links.map(({ name, more }) => (
        <a key={name} href={`/audit?${filterAddress(asked.typed, more)}`} className="py-2">
          {name}
        </a>
      ))}
    </nav>
  );
}

function isFiltered(typed: Readonly<Record<string, string>>): boolean {
  return Object.values(typed).some((value) => value !== "");
}
