import { Button } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { CommentaryPage } from "#lib/commentary/page-queries.ts";
import { monthName } from "#lib/dates.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

/** Which month the commentary is about, where the address does not say. */
export function ChooseMonth({ view }: { readonly view: CommentaryPage }) {
  const select = "min-h-11 max-w-60 border-2 border-ink bg-paper px-2.5 py-1.5";
  return (
    <>
      <PageHead above={<a href={indicatorPath(view.code)}>{view.name}</a>} title="Commentary" />
      {view.months.length === 0 ? (
        <p className="mt-6">There is no figure of this indicator yet, so there is nothing to say about it.</p>
      ) : (
        <form method="get" className="mt-8 grid gap-4">
          <label htmlFor="month" className="font-semibold">
            Month
          </label>
          <select id="month" name="month" className={select}>
            {view.months.map((month) => (
              <option key={month} value={month}>
                {monthName(month)}
              </option>
            ))}
          </select>
          <div>
            <Button>Continue</Button>
          </div>
        </form>
      )}
    </>
  );
}
