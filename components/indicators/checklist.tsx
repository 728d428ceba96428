import { longDate, monthName } from "#lib/dates.ts";
import type { Checklist as View } from "#lib/indicators/checklist-queries.ts";
import { openInWords } from "#lib/indicators/checklist-words.ts";
import { plain } from "#lib/indicators/numbers.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

/** What is open in a month, what has changed since its last board, and what the small-number rule will hide. */
export function Checklist({ checklist }: { readonly checklist: View }) {
  return (
    <>
      <Points checklist={checklist} />
      {checklist.since && <Since since={checklist.since} />}
      <Hidden hidden={checklist.hidden} />
    </>
  );
}

const ROW = "grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[22rem_1fr]";

function Points({ checklist: { points, month } }: { readonly checklist: View }) {
  return (
    <section id="seen" className="mt-8 scroll-mt-4">
      <h2>{openInWords(points.length)}</h2>
      {points.length === 0 ? (
        <p className="mt-2">
          Every figure that {monthName(month)} is expected to have is in, with what it rests on, and they agree with
          each other.
        </p>
      ) : (
        <>
          <p className="mt-2">Close what you can first. What stays open needs a sentence, which the board reads.</p>
          <ul className="mt-2 border-t-2 border-ink">
            {points.map(({ key, name, sentence, href, label }) => (
              <li key={key} className={ROW}>
                <b className="font-semibold">{name}</b>
                <span>
                  <span className="block">{sentence}</span>
                  <a href={href} className="inline-block py-0.5">
                    {label}
                    <span className="sr-only">, {name}</span>
                  </a>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Since({ since: { board, publishedOn, changed } }: { readonly since: NonNullable<View["since"]> }) {
  return (
    <section className="mt-10">
      <h2>Since it was last given</h2>
      <p className="mt-2">
        The {board} was given this month on {longDate(publishedOn)}.{" "}
        {changed.length === 0
          ? "No figure has changed since."
          : `${plain(changed.length)} ${changed.length === 1 ? "figure has" : "figures have"} changed since.`}
      </p>
      {changed.length > 0 && (
        <ul className="mt-2 border-t-2 border-ink">
          {changed.map(({ code, name, period, was, now }) => (
            <li key={`${code} ${period}`} className={ROW}>
              <a href={indicatorPath(code)} className="font-semibold">
                {name}
              </a>
              <span>
                {period === "month" ? "" : "The year to date: "}
                {was === null ? "not in it then" : `${was} then`}, {now} now.
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Hidden({ hidden }: { readonly hidden: View["hidden"] }) {
  return (
    <section className="mt-10">
      <h2>What the small-number rule will hide</h2>
      <p className="mt-2 max-w-3xl">
        {hidden.length === 0
          ? "Nothing: every figure of this month may be shown outside the partnership."
          : "From the parent carer forum, and from the public where the month is for everyone, unless the paper was public before it came here. The organisations that answer for the figures read all of them."}
      </p>
      {hidden.length > 0 && (
        <ul className="mt-2 border-t-2 border-ink">
          {hidden.map(({ code, name, period, asTyped, state, href }) => (
            <li key={`${code} ${period}`} className={ROW}>
              <a href={href} className="font-semibold">
                {name}
              </a>
              <span>
                {period === "month" ? asTyped : `The year to date, ${asTyped},`}{" "}
                {state === "small number" ? "shows as c." : WITHHELD[period === "month" ? "month" : "year"]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const WITHHELD = {
  month: "is not shown: it came without a numerator and a denominator.",
  year: "is not shown: it would give a hidden figure away, or came without its two numbers.",
} as const;
