import { type Month, monthName } from "#lib/dates.ts";
import { plain } from "#lib/indicators/numbers.ts";
import { GAP_WORDS, type Owed, type RestsOnNothing, submitPath } from "#lib/indicators/submission-rules.ts";

/** The gaps of the monthly table, by indicator: each month leads to the form that closes it. */
export function Owing({ owed }: { readonly owed: readonly Owed[] }) {
  return (
    <section className="mt-10">
      <h2>Figures that are missing</h2>
      <ul className="mt-2 border-t-2 border-ink">
        {owed.map(({ code, name, owners, gaps }) => (
          <li key={code} className="grid gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[22rem_1fr]">
            <span>
              <b className="font-semibold">{name}</b>
              <span className="block text-[15.5px] text-soft">{owners.join(", ")}</span>
            </span>
            <span className="grid gap-2">
              {gaps.map(({ gap, months }) => (
                <span key={gap} className="block">
                  <span className="block first-letter:uppercase">{GAP_WORDS[gap]}:</span>
                  <MonthLinks code={code} name={name} months={months} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Rates that nobody can check or add up, because the two numbers behind them never came. */
export function Resting({ rates }: { readonly rates: readonly RestsOnNothing[] }) {
  return (
    <section className="mt-10">
      <h2>Rates without their two numbers</h2>
      <ul className="mt-2 border-t-2 border-ink">
        {rates.map(({ code, name, months }) => (
          <li key={code} className="grid gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[22rem_1fr]">
            <b className="font-semibold">{name}</b>
            <span>
              <span className="block">
                No numerator or denominator was submitted: {plain(months.length)}{" "}
                {months.length === 1 ? "month" : "months"}.
              </span>
              <MonthLinks code={code} name={name} months={months} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MonthLinks({
  code,
  name,
  months,
}: {
  readonly code: string;
  readonly name: string;
  readonly months: readonly Month[];
}) {
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {months.map((month) => (
        <a key={month} href={submitPath(code, month)} className="py-0.5 whitespace-nowrap">
          {monthName(month)}
          <span className="sr-only">, {name}</span>
        </a>
      ))}
    </span>
  );
}
