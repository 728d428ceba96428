import { HeadlineList } from "#components/indicators/headline-list.tsx";
import { longDate, monthName } from "#lib/dates.ts";
import type { Dashboard } from "#lib/indicators/dashboard-queries.ts";

/** The area's latest month for somebody whose own work is elsewhere: two sentences and the way to the rest. */
export function FiguresAtAGlance({ view }: { readonly view: Dashboard }) {
  const { chosen, page } = view;
  return (
    <section className="mt-8">
      <h2>The area’s figures{chosen && `, ${monthName(chosen.month)}`}</h2>
      {!chosen || !page ? (
        <p className="mt-2">No month has been published for {view.actor.areaName} yet.</p>
      ) : (
        <>
          {chosen.published && (
            <p className="mt-1 text-soft">
              Given to the {chosen.published.board}, {longDate(chosen.published.publishedOn)}
            </p>
          )}
          <HeadlineList
            headlines={page.headlines.map(({ series, value, sentence }) => ({
              name: series.definition.name,
              value,
              sentence,
            }))}
          />
        </>
      )}
      <p className="mt-5">
        <a href="/dashboard">See every figure</a>
      </p>
    </section>
  );
}
