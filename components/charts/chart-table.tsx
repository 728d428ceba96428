import type { ReactNode } from "react";

type Column = { readonly key: string; readonly label: string; readonly numeric?: boolean };
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
  const side = (index: number) => (columns[index]?.numeric ? "text-right tabular-nums" : "text-left");
  return (
    <details className="text-[15px]">
      <summary className="w-fit cursor-pointer py-1 text-brand-2 underline decoration-1 underline-offset-3 hover:decoration-[3px] print:hidden">
        {summary}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={caption} tabIndex={0} className="mt-2 overflow-x-auto">
        <table className="min-w-64 border-collapse">
          <caption className="pb-2 text-left text-soft">{caption}</caption>
          <thead>
            <tr className="border-ink border-b-2">
              {columns.map(({ key, label }, index) => (
                <th key={key} scope="col" className={`py-1.5 pr-8 font-semibold text-soft last:pr-0 ${side(index)}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [heading, ...cells] }) => (
              <tr key={key} className="border-line border-b">
                <th scope="row" className={`py-1.5 pr-8 font-medium ${side(0)}`}>
                  {heading}
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]?.key} className={`py-1.5 pr-8 last:pr-0 ${side(index + 1)}`}>
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
