import type { ReactNode } from "react";

type Column = { readonly key: string; readonly label: string; readonly numeric?: boolean };
/** What every cell has, unless it says otherwise, said once for the table. */
const CELLS =
  "[:where(&_th,&_td)]:py-1.5 [:where(&_th,&_td)]:pr-8 [:where(&_th,&_td)]:text-left [:where(&_th,&_td)]:last:pr-0 [:where(&_td)]:border-line [:where(&_td)]:border-b";

type Row = { readonly key: string; readonly cells: readonly ReactNode[] };

/**
 * The figures of a chart, one key press away and without JavaScript. Cells are in the order of the columns, and the first
 * of each row is its heading. A table too wide for a phone scrolls within itself.
 */
export function ChartTable({
  caption,
  columns,
  rows,
  summary = "Show as table",
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  summary?: string;
}) {
  const side = (index: number) => (columns[index]?.numeric ? "text-right tabular-nums" : undefined);
  return (
    <details className="text-[15px]">
      <summary className="w-fit cursor-pointer py-1 text-brand-2 underline decoration-1 underline-offset-3 hover:decoration-[3px] print:hidden">
        {summary}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={caption} tabIndex={0} className="mt-2 overflow-x-auto">
        <table className={`min-w-64 border-collapse ${CELLS}`}>
          <caption className="pb-2 text-left text-soft">{caption}</caption>
          <thead>
            <tr className="border-ink border-b-2">
              {columns.map(({ key, label }, index) => (
                <th key={key} scope="col" className={`font-semibold text-soft ${side(index) ?? ""}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [heading, ...cells] }) => (
              <tr key={key}>
                <th scope="row" className="border-line border-b font-medium">
                  {heading}
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]?.key} className={side(index + 1)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
