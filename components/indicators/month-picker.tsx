import { monthName } from "#lib/dates.ts";
import type { MonthChoice } from "#lib/indicators/dashboard-queries.ts";

/** Leads to the page's own picker of a second month, which the plain page does without. */
export function CompareLink({ month }: { readonly month: string }) {
  return (
    <a
      href={`/dashboard?month=${month}&with=`}
      className="inline-flex min-h-11 items-center rounded-[3px] border-2 border-brand bg-paper px-3.5 font-semibold !text-brand no-underline"
    >
      Compare with…
    </a>
  );
}

/** A plain form: the address it makes can be sent to a colleague. */
export function MonthPicker(props: {
  readonly choices: readonly MonthChoice[];
  readonly month: string;
  readonly path: string;
  /** What the address holds beside the month. */
  readonly keep?: Readonly<Record<string, string>>;
}) {
  const { choices, month, path, keep = {} } = props;
  return (
    <form action={path} method="get" className="flex flex-wrap items-center gap-2.5">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="month" className="text-base font-semibold">
        Month
      </label>
      <select
        id="month"
        name="month"
        defaultValue={month}
        className="min-h-11 rounded-[3px] border-2 border-brand bg-paper px-3 font-semibold text-brand"
      >
        {choices.map((choice) => (
          <option key={choice.month} value={choice.month}>
            {monthName(choice.month)}
            {choice.published === null ? ", not published" : ""}
          </option>
        ))}
      </select>
      <button
        type="submit"
        className="min-h-11 cursor-pointer rounded-[3px] border-2 border-brand bg-paper px-3.5 font-semibold text-brand"
      >
        Show
      </button>
    </form>
  );
}
