import { ComparePicker } from "#components/indicators/compare-picker.tsx";
import { FIGURE_CELLS, FigureCell } from "#components/indicators/figure-cell.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { type Month, monthName, shortMonth } from "#lib/dates.ts";
import type { Comparison as View } from "#lib/indicators/compare-page-rules.ts";
import type { Compared } from "#lib/indicators/compare-rules.ts";
import { comparedInWords, differenceInNumbers } from "#lib/indicators/compare-words.ts";

type Found = NonNullable<View["found"]>;

/** Another month beside the one of the page: how many rose and fell, then each indicator in numbers and in words. */
export function Comparison(props: {
  readonly month: Month;
  readonly comparison: View;
  readonly hrefOf: (code: string) => string;
}) {
  const { month, comparison, hrefOf } = props;
  const { found } = comparison;
  return (
    <section id="compare" className={`mt-8 print:mt-3 ${found ? "" : "print:hidden"}`}>
      <h2>{found ? `${monthName(found.later)} beside ${monthName(found.earlier)}` : "Compare with another month"}</h2>
      {found && <p className="mt-1 text-lg">{found.headline}</p>}
      {found && found.notGiven !== "" && <p className="mt-1">{found.notGiven}</p>}
      <ComparePicker month={month} comparison={comparison} />
      {found && found.rows.length > 0 && <Table found={found} hrefOf={hrefOf} />}
    </section>
  );
}

/** On a phone each row is a block: the name, the three cells side by side, the words. */
const BLOCK = "max-md:grid max-md:grid-cols-3 print:table-row";
const WIDE = "max-md:col-span-3 print:table-cell";

function Table({ found, hrefOf }: { readonly found: Found; readonly hrefOf: (code: string) => string }) {
  const name = `${monthName(found.earlier)} and ${monthName(found.later)}`;
  const head = "border-b-2 border-ink px-1.5 py-1.5 font-semibold";
  return (
    <div className="mt-4 print:mt-2">
      <ScrollRegion name={name}>
        <table className="w-full border-collapse text-[14.5px] print:text-[11.5px] max-md:block print:table">
          <caption className="sr-only">{name}</caption>
          <thead className="max-md:block print:table-header-group">
            <tr className={`text-soft ${BLOCK}`}>
              <th scope="col" className={`${head} pl-0 text-left max-md:border-b-0 ${WIDE}`}>
                Indicator
              </th>
              {[shortMonth(found.earlier), shortMonth(found.later), "Difference"].map((title) => (
                <th key={title} scope="col" className={`${head} text-right whitespace-nowrap`}>
                  {title}
                </th>
              ))}
              <th scope="col" className={`${head} text-left max-md:sr-only md:pl-6 print:not-sr-only print:pl-4`}>
                In words
              </th>
            </tr>
          </thead>
          <tbody
            className={`${FIGURE_CELLS} max-md:block max-md:[&_td]:border-b-0 print:table-row-group print:[&_td]:border-b`}
          >
            {found.rows.map((row) => (
              <Row key={row.series.definition.code} row={row} found={found} hrefOf={hrefOf} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Row(props: { readonly row: Compared; readonly found: Found; readonly hrefOf: (code: string) => string }) {
  const { row, found, hrefOf } = props;
  const { ref, definition } = row.series;
  return (
    <tr className={`break-inside-avoid ${BLOCK} max-md:border-b max-md:border-line`}>
      <th
        scope="row"
        className={`relative py-1.5 pr-2 pl-8 text-left align-middle font-medium md:min-w-56 md:border-b md:border-line print:border-b print:border-line ${WIDE}`}
      >
        <span className="absolute left-0 font-normal text-soft">{ref}</span>
        <a href={hrefOf(definition.code)}>{definition.name}</a>
      </th>
      <FigureCell figure={row.earlier} />
      <FigureCell figure={row.later} />
      <td className="font-semibold whitespace-nowrap">
        {differenceInNumbers(row) || <span className="font-normal text-soft">not compared</span>}
      </td>
      <td className={`!text-left md:min-w-64 md:!pl-6 max-md:!pl-8 print:!pl-4 ${WIDE}`}>
        {comparedInWords(row, found.earlier, found.later)}
      </td>
    </tr>
  );
}
