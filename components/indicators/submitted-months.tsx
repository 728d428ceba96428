import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { longDate, monthName } from "#lib/dates.ts";
import { plain } from "#lib/indicators/numbers.ts";
import type { MonthStanding } from "#lib/indicators/submission-rules.ts";

const SEEN_BY: Readonly<Record<string, string>> = {
  public: "Everyone",
  partners: "The partnership",
  board: "The board",
};

/** Every month with figures, and whether those figures are what its latest board was given. */
export function SubmittedMonths({ months }: { readonly months: readonly MonthStanding[] }) {
  const head = "border-b-2 border-ink px-2 py-1.5 text-left font-semibold text-soft";
  const cell = "border-b border-line px-2 py-2 align-top";
  return (
    <section className="mt-10">
      <h2>Months with figures</h2>
      <ScrollRegion name="Months with figures">
        <table className="mt-2 w-full border-collapse text-base">
          <caption className="sr-only">Months with figures</caption>
          <thead>
            <tr>
              {["Month", "Figures", "Published to", "On", "Seen by", "Since then"].map((name) => (
                <th key={name} scope="col" className={`${head} first:pl-0`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, figures, changed, published }) => (
              <tr key={month}>
                <th scope="row" className="border-b border-line py-2 text-left align-top font-medium whitespace-nowrap">
                  <a href={`/publish?month=${month}`}>{monthName(month)}</a>
                </th>
                <td className={cell}>{plain(figures)}</td>
                {published === null ? (
                  <td className={cell} colSpan={4}>
                    <Tag tone="amber">not published</Tag>
                  </td>
                ) : (
                  <>
                    <td className={cell}>{published.board}</td>
                    <td className={`${cell} whitespace-nowrap`}>{longDate(published.publishedOn)}</td>
                    <td className={cell}>
                      {SEEN_BY[published.audience]}
                      {published.alreadyPublic && <small className="block text-soft">as already printed</small>}
                    </td>
                    <td className={cell}>
                      {changed === 0 ? "unchanged" : <Tag tone="amber">{`${plain(changed)} changed`}</Tag>}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
