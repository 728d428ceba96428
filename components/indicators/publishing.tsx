import { PublishForm } from "#components/indicators/publish-form.tsx";
import { SubmittedMonths } from "#components/indicators/submitted-months.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { monthName } from "#lib/dates.ts";
import { type MonthStanding, toPublish } from "#lib/indicators/submission-rules.ts";

/** The form that gives a month to a board, and what each month was given as. `asked` and `published` are from the address. */
export function Publishing(props: {
  readonly months: readonly MonthStanding[];
  readonly asked: unknown;
  readonly published: unknown;
}) {
  const { months } = props;
  const has = (sent: unknown) => months.find(({ month }) => month === sent)?.month;
  const published = has(props.published);
  return (
    <>
      <PageHead
        title="Publish a month"
        below="Submitted figures are seen by your own organisation alone until their month is given to a board."
      />
      {published !== undefined && (
        <p role="status" className="mt-6 border-l-[6px] border-green bg-green-wash px-5 py-3">
          {monthName(published)} is published. It stands below as its board was given it.
        </p>
      )}
      {months.length === 0 ? (
        <p className="mt-8">
          No figures have been submitted yet. <a href="/imports/new">Import a file</a> first.
        </p>
      ) : (
        <>
          <div className="mt-8 max-w-2xl">
            <PublishForm
              months={months.map(({ month }) => ({ value: month, label: monthName(month) }))}
              month={has(props.asked) ?? toPublish(months)[0]?.month ?? ""}
              board={months.find((month) => month.published)?.published?.board ?? ""}
            />
          </div>
          <SubmittedMonths months={months} />
        </>
      )}
    </>
  );
}
