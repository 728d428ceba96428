import { Checklist } from "#components/indicators/checklist.tsx";
import { PublishForm } from "#components/indicators/publish-form.tsx";
import { SubmittedMonths } from "#components/indicators/submitted-months.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { type Month, monthName } from "#lib/dates.ts";
import type { PublishPage } from "#lib/indicators/submission-queries.ts";
import { type MonthStanding, toPublish } from "#lib/indicators/submission-rules.ts";

/** First the month is chosen, then its list is read, then it is given. `published` is from the address. */
export function Publishing({ view, published }: { readonly view: PublishPage; readonly published: unknown }) {
  const { months, checklist } = view;
  const done = months.find(({ month }) => month === published)?.month;
  if (checklist)
    return (
      <>
        <PageHead
          title={`Publish ${monthName(checklist.month)}`}
          below="Submitted figures are seen by your own organisation alone until their month is given to a board."
          tools={<a href="/publish">Choose another month</a>}
        />
        <Checklist checklist={checklist} />
        <section className="mt-10">
          <h2>Give it to a board</h2>
          <div className="mt-4 max-w-2xl">
            <PublishForm
              month={checklist.month}
              seen={checklist.seen}
              open={checklist.points.length}
              board={months.find((month) => month.published)?.published?.board ?? ""}
            />
          </div>
        </section>
      </>
    );
  return (
    <>
      <PageHead title="Publish a month" below="Choose a month to see what is open in it before a board is given it." />
      {done !== undefined && (
        <p role="status" className="mt-6 border-l-[6px] border-green bg-green-wash px-5 py-3">
          {monthName(done)} is published, and the partners are told. It stands below as its board was given it.
        </p>
      )}
      {months.length === 0 ? (
        <p className="mt-8">
          No figures have been submitted yet. <a href="/imports/new">Import a file</a> first.
        </p>
      ) : (
        <>
          <Chooser months={months} first={toPublish(months)[0]?.month} />
          <SubmittedMonths months={months} />
        </>
      )}
    </>
  );
}

function Chooser({ months, first }: { readonly months: readonly MonthStanding[]; readonly first: Month | undefined }) {
  return (
    <form action="/publish" method="get" className="mt-8 flex flex-wrap items-center gap-2.5">
      <label htmlFor="month" className="font-semibold">
        Month
      </label>
      <select
        id="month"
        name="month"
        defaultValue={first}
        className="min-h-11 rounded-[3px] border-2 border-brand bg-paper px-3 font-semibold text-brand"
      >
        {months.map(({ month }) => (
          <option key={month} value={month}>
            {monthName(month)}
          </option>
        ))}
      </select>
      <button
        type="submit"
        className="min-h-11 cursor-pointer rounded-[3px] border-2 border-brand bg-brand px-4 font-semibold text-white"
      >
        Check the month
      </button>
    </form>
  );
}
