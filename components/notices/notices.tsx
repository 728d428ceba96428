import { ButtonForm } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { dayOf, longDate } from "#lib/dates.ts";
import { markNoticesSeenAction } from "#lib/notices/actions.ts";
import type { NoticesPage } from "#lib/notices/queries.ts";

/** All that partners were told of, by the day on which they were told. */
export function Notices({ view }: { readonly view: NoticesPage }) {
  const days = [...Map.groupBy(view.news, ({ at }) => dayOf(new Date(at)))];
  return (
    <>
      <PageHead
        title="Notices"
        below="What was done in the portal that the partnership should know. Each leads to what it is about."
        tools={
          view.until !== null && (
            <ButtonForm
              action={markNoticesSeenAction}
              label="I have seen these"
              fields={{ until: view.until }}
              look="secondary"
            />
          )
        }
      />
      {days.length === 0 && <p className="mt-6 text-lg">Nothing has been told yet.</p>}
      {days.map(([day, told]) => (
        <section key={day} className="mt-8">
          <h2>{longDate(day)}</h2>
          <ul className="mt-2 border-t-2 border-ink">
            {told.map(({ id, sentence, href, isNew }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5">
                <a href={href}>{sentence}</a>
                {isNew && <Tag>new</Tag>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {view.before !== null && (
        <p className="mt-6">
          <a href={`/notices?before=${encodeURIComponent(view.before)}`}>Earlier notices</a>
        </p>
      )}
    </>
  );
}
