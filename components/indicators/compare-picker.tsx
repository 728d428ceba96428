import { monthName } from "#lib/dates.ts";
import type { Comparison } from "#lib/indicators/compare-page-rules.ts";

/** A plain form, and the two months that are asked for most: the address it makes holds both months. */
export function ComparePicker({ month, comparison }: { readonly month: string; readonly comparison: Comparison }) {
  const { asked, others, shortcuts, sentence } = comparison;
  return (
    <div className="mt-2 print:hidden">
      {others.length > 0 && (
        <form action="/dashboard" method="get" className="flex flex-wrap items-center gap-2.5">
          <input type="hidden" name="month" value={month} />
          <label htmlFor="with" className="text-base font-semibold">
            Compare {monthName(month)} with
          </label>
          <select
            id="with"
            name="with"
            defaultValue={asked}
            className="min-h-11 rounded-[3px] border-2 border-brand bg-paper px-3 font-semibold text-brand"
          >
            <option value="">Choose a month</option>
            {others.map((choice) => (
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
            Compare
          </button>
        </form>
      )}
      {sentence !== "" && <p className="mt-3">{sentence}</p>}
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        {shortcuts
          .filter((shortcut) => shortcut.month !== asked)
          .map((shortcut) => (
            <a key={shortcut.month} href={`/dashboard?month=${month}&with=${shortcut.month}`} className="py-0.5">
              {shortcut.name}, {monthName(shortcut.month)}
            </a>
          ))}
        <a href={`/dashboard?month=${month}`} className="py-0.5">
          {asked === "" ? "Back without comparing" : "Stop comparing"}
        </a>
      </p>
    </div>
  );
}
