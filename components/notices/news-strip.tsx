import { ButtonForm } from "#components/ui/form.tsx";
import { dayOf, longDate } from "#lib/dates.ts";
import { plain } from "#lib/indicators/numbers.ts";
import { markNoticesSeenAction } from "#lib/notices/actions.ts";
import type { News } from "#lib/notices/queries.ts";

/** What others did since this person last said that they had seen it, on the first page of their role. */
export function NewsStrip({ news }: { readonly news: News | null }) {
  if (news === null) return null;
  return (
    <section
      aria-labelledby="news"
      className="mt-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-2 border-l-[6px] border-brand bg-wash px-5 py-3 print:hidden"
    >
      <div className="min-w-64 flex-1">
        <h2 id="news">New since you were last here</h2>
        <ul>
          {news.told.map(({ id, at, sentence, href }) => (
            <li key={id} className="py-1">
              <a href={href}>{sentence}</a> <small className="text-soft">Told on {longDate(dayOf(new Date(at)))}</small>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <ButtonForm
          action={markNoticesSeenAction}
          label="I have seen these"
          fields={{ until: news.until }}
          look="secondary"
        />
        <a href="/notices" className="py-2">
          {news.more === 0 ? "All notices" : `${plain(news.more)} more, and all notices`}
        </a>
      </div>
    </section>
  );
}
