import { Sparkline } from "#components/charts/sparkline.tsx";
import { saidId } from "#components/commentary/said-of-month.tsx";
import { FIGURE_CELLS, FigureCell } from "#components/indicators/figure-cell.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { type Month, shortMonth } from "#lib/dates.ts";
import type { Row } from "#lib/indicators/dashboard-rules.ts";

type Props = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly months: readonly Month[];
  /** Where a row's name leads; nothing where the reader has no such page. */
  readonly hrefOf?: (code: string) => string;
  /** The indicators whose owner has said something of the month, further down or above on this page. */
  readonly said?: readonly string[];
};

/** The monthly table of a board paper, as reported, with what the portal adds kept visibly apart from it. */
export function KpiTable({ title, rows, months, hrefOf, said = [] }: Props) {
  return (
    <section className="mt-10 print:mt-0 print:break-inside-avoid">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>{title}</h2>
        <Legend rows={rows} />
      </div>
      <ScrollRegion name={title}>
        <table className="w-full border-collapse text-[14.5px] print:text-[11.5px]">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr className="text-soft">
              <th scope="col" className="sticky left-0 border-b-2 border-ink bg-paper py-1.5 text-left font-semibold">
                Indicator
              </th>
              <td className="hidden border-b-2 border-ink md:table-cell print:hidden" />
              {months.map((month) => (
                <th
                  key={month}
                  scope="col"
                  className="border-b-2 border-ink px-1.5 py-1.5 text-right font-semibold whitespace-nowrap"
                >
                  {shortMonth(month)}
                </th>
              ))}
              <th scope="col" className="border-b-2 border-ink bg-wash px-2.5 py-1.5 text-right font-semibold">
                Year
              </th>
            </tr>
          </thead>
          <tbody className={FIGURE_CELLS}>
            {rows.map((row) => (
              <KpiRow key={row.code} row={row} href={hrefOf?.(row.code)} said={said.includes(row.code)} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function KpiRow(props: { readonly row: Row; readonly href: string | undefined; readonly said: boolean }) {
  const { row, href, said } = props;
  return (
    <tr className="break-inside-avoid">
      <th
        scope="row"
        className="sticky left-0 min-w-36 border-b border-line bg-paper py-1.5 pr-2 pl-8 text-left align-middle font-medium md:min-w-56 print:pr-4"
      >
        <span className="absolute left-0 font-normal text-soft">{row.ref}</span>
        {href === undefined ? row.name : <a href={href}>{row.name}</a>}
        {said && (
          <a href={`#${saidId(row.code)}`} className="ml-2 text-[13px] font-normal whitespace-nowrap">
            note<span className="sr-only"> on {row.name}</span>
          </a>
        )}
        <small className="block text-[13px] font-normal text-soft max-md:hidden print:text-[10px]">
          {row.owners.join(", ")}
        </small>
      </th>
      <td className="hidden px-2 md:table-cell print:hidden">
        <Sparkline values={row.cells.map(({ figure }) => figure?.value ?? null)} />
      </td>
      {row.cells.map(({ month, figure }) => (
        <FigureCell key={month} figure={figure} />
      ))}
      <td className="min-w-24 bg-wash px-2.5 font-semibold">
        {row.year.text}
        {row.year.tag !== "" && (
          <span className="mt-0.5 block">
            <Tag tone={row.year.warns ? "amber" : "plain"}>{row.year.tag}</Tag>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Only the marks that are on the page. */
function Legend({ rows }: { readonly rows: readonly Row[] }) {
  const figures = rows.flatMap((row) => row.cells.map(({ figure }) => figure));
  const has = (state: string) => figures.some((figure) => figure?.state === state);
  const words = ["As reported."];
  if (figures.some((figure) => figure?.star === "in the paper"))
    words.push("* revised, as marked in the paper; the earlier value is not in it.");
  if (figures.some((figure) => figure?.star === "since published")) words.push("* revised since it was published.");
  if (figures.some((figure) => figure === null || figure.state === "not reported"))
    words.push("Hatched: not reported.");
  if (has("to be confirmed")) words.push("Tbc: to be confirmed.");
  if (has("dash")) words.push("–: a dash, its meaning not given.");
  if (has("small number")) words.push("c: hidden by the small-number rule.");
  return <p className="text-[15px] text-soft">{words.join(" ")}</p>;
}
