import type { ReactNode } from "react";
import { Owing, Resting } from "#components/indicators/owing.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { monthName } from "#lib/dates.ts";
import { plain } from "#lib/indicators/numbers.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";
import type { SubmissionPage } from "#lib/indicators/submission-queries.ts";
import type { MonthStanding, NextStep } from "#lib/indicators/submission-rules.ts";

/** A data officer's first page: the one thing to do now, and under it everything that is still missing. */
export function Submission(props: {
  readonly view: SubmissionPage;
  readonly code: string | undefined;
  readonly news: ReactNode;
}) {
  const { code, news } = props;
  const { next, owed, resting, toPublish, stored } = props.view;
  return (
    <>
      <PageHead title="What to submit" />
      {stored !== null && code !== undefined && (
        <p role="status" className="mt-6 border-l-[6px] border-green bg-green-wash px-5 py-3">
          Stored. See <a href={indicatorPath(code)}>{stored}</a>.
        </p>
      )}
      <Next next={next} />
      {news}
      {toPublish.length > 0 && <ToPublish months={toPublish} />}
      {owed.length > 0 && <Owing owed={owed} />}
      {resting.length > 0 && <Resting rates={resting} />}
    </>
  );
}

function Next({ next }: { readonly next: NextStep | null }) {
  return (
    <section aria-label="Next" className="mt-6 border-l-[6px] border-brand bg-wash px-5 py-4">
      {next === null ? (
        <p className="text-lg">
          Everything is in: every month of the table has its figures, and every month is published. The next thing is
          next month’s table: <a href="/imports/new">import a file</a>.
        </p>
      ) : (
        <>
          <p className="text-lg wrap-anywhere">{next.sentence}</p>
          <p className="mt-3">
            <a
              href={next.href}
              className="inline-flex min-h-11 items-center rounded-[3px] bg-brand px-4 py-2 font-semibold !text-white no-underline"
            >
              {next.label}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function ToPublish({ months }: { readonly months: readonly MonthStanding[] }) {
  return (
    <section className="mt-10">
      <h2>Months to publish</h2>
      <ul className="mt-2 border-t-2 border-ink">
        {months.map(({ month, figures, changed, published }) => (
          <li key={month} className="grid gap-x-4 border-b border-line py-2.5 sm:grid-cols-[11rem_1fr]">
            <a href={`/publish?month=${month}`} className="font-semibold">
              {monthName(month)}
            </a>
            <span>
              {published === null
                ? `${plain(figures)} ${figures === 1 ? "figure" : "figures"} submitted, not published.`
                : `${plain(changed)} ${changed === 1 ? "figure has" : "figures have"} changed since it was published.`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
