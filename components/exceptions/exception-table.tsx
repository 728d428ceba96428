import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Tag, type Tone } from "#components/ui/tag.tsx";
import { longDate, monthName } from "#lib/dates.ts";
import { exceptionPath } from "#lib/exceptions/paths.ts";
import type { Exception, ReportState } from "#lib/exceptions/rules.ts";
import { ageInWords, earlierInWords, sinceInWords, stateInWords, whoseMove } from "#lib/exceptions/words.ts";

const TONES: Record<ReportState, Tone> = { owed: "red", drafted: "amber", given: "amber", seen: "plain" };

type Props = {
  readonly title: string;
  readonly exceptions: readonly Exception[];
  readonly names: ReadonlyMap<string, string>;
};

/**
 * Reports, most overdue first: whose move, since when, how many days, given or not. On a phone the same stands in a
 * sentence under each name. Absent when there is none.
 */
export function ExceptionTable({ title, exceptions, names }: Props) {
  if (exceptions.length === 0) return null;
  const head = "border-b-2 border-ink px-2 py-1.5 text-left font-semibold text-soft";
  const cell = "border-b border-line px-2 py-2.5 align-top";
  const wide = "max-md:hidden print:table-cell";
  return (
    <section className="mt-8">
      <h2>{title}</h2>
      <ScrollRegion name={title}>
        <table className="mt-2 w-full border-collapse text-base">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {["Report", "Whose move is it?", "Owed since", "Age", "State"].map((label, place) => (
                <th key={label} scope="col" className={`${head} ${place === 0 ? "pl-0" : wide}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {exceptions.map((one) => (
              <tr key={`${one.code} ${one.month} ${one.owner.id}`}>
                <th scope="row" className={`${cell} pl-0 text-left font-medium md:min-w-56`}>
                  <a href={exceptionPath(one.code, one.month)}>
                    {names.get(one.code) ?? one.code}, {monthName(one.month)}
                  </a>
                  <span className="block font-normal md:hidden print:hidden">
                    {whoseMove(one) ?? "Nobody’s move"}. {sinceInWords(one)}
                  </span>
                  {one.earlier.length > 0 && (
                    <span className="block text-[15px] font-normal text-soft">{earlierInWords(one.earlier)}</span>
                  )}
                </th>
                <td className={`${cell} ${wide}`}>{whoseMove(one) ?? "Nobody’s"}</td>
                <td className={`${cell} ${wide} whitespace-nowrap`}>{longDate(one.since)}</td>
                <td className={`${cell} ${wide} whitespace-nowrap`}>{ageInWords(one.ageDays)}</td>
                <td className={`${cell} ${wide}`}>
                  <Tag tone={TONES[one.state]}>{stateInWords(one.state)}</Tag>
                  {one.givenOn && <span className="block text-[15px] text-soft">{given(one)}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function given({ givenOn, seenOn, owner }: Exception): string {
  const seen = seenOn === null ? "" : `, seen on ${longDate(seenOn)}`;
  return `By ${owner.name} on ${longDate(givenOn ?? "")}${seen}`;
}
