import { FigureForm } from "#components/indicators/figure-form.tsx";
import { Button } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { monthName } from "#lib/dates.ts";
import type { FigureFormPage } from "#lib/indicators/figure-form-queries.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

/** The form for one month of an indicator, or the choice of the month first. */
export function FigurePage({ view }: { readonly view: FigureFormPage }) {
  const { actor: _actor, name, months, month, ...definition } = view;
  return (
    <>
      <PageHead
        above={<a href={indicatorPath(view.code)}>{name}</a>}
        title={month === null ? "Submit a figure" : `Submit ${monthName(month)}`}
        below={month !== null && <Now current={view.current} month={monthName(month)} />}
      />
      <div className="mt-8">
        {month === null ? (
          <form method="get" action={`${indicatorPath(view.code)}/submit`} className="grid gap-4">
            <label htmlFor="month" className="font-semibold">
              Month
            </label>
            <select id="month" name="month" className="min-h-11 max-w-60 border-2 border-ink bg-paper px-2.5 py-1.5">
              {months.map((choice) => (
                <option key={choice} value={choice}>
                  {monthName(choice)}
                </option>
              ))}
            </select>
            <div>
              <Button>Continue</Button>
            </div>
          </form>
        ) : (
          <FigureForm {...definition} month={month} />
        )}
      </div>
    </>
  );
}

function Now({ current, month }: { readonly current: FigureFormPage["current"]; readonly month: string }) {
  if (current === null) return <>Nothing has been submitted for {month} yet.</>;
  const said = current.state === "not reported" ? "not reported" : current.asTyped;
  const parts = current.denominator === "" ? "" : `, ${current.numerator} of ${current.denominator}`;
  return (
    <>
      Now: <b className="font-semibold">{said}</b>
      {parts}. <span className="wrap-anywhere">From {current.source}.</span>
    </>
  );
}
