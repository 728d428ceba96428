import { Said } from "#components/indicators/figure-cell.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { type Month, shortMonth } from "#lib/dates.ts";
import type { PlannedCell, PlannedRow } from "#lib/imports/monthly-plan-rules.ts";
import type { Problem } from "#lib/imports/problem-rules.ts";
import { LEFT_OUT } from "#lib/imports/schema.ts";

/** The paper's own table, each cell as typed with what storing it would do. The words say it, the colour repeats it. */
export function PlannedTable(props: {
  readonly rows: readonly PlannedRow[];
  readonly months: readonly Month[];
  readonly problems: readonly Problem[];
}) {
  const { rows, months } = props;
  const flawed = new Set(props.problems.map(({ cell }) => cell));
  const withYear = rows.some((row) => row.yearToDate !== null);
  const head = "border-b-2 border-ink px-1.5 py-1.5 font-semibold whitespace-nowrap";
  return (
    <ScrollRegion name="The file, cell by cell">
      <table className="w-full border-collapse text-[14.5px]">
        <caption className="sr-only">The file, cell by cell</caption>
        <thead>
          <tr className="text-soft">
            <th scope="col" className={`${head} pl-0 text-left`}>
              Row
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className={`${head} text-right`}>
                {shortMonth(month)}
              </th>
            ))}
            {withYear && (
              <th scope="col" className={`${head} bg-wash text-right`}>
                Year
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.meaning.row}>
              <th scope="row" className="min-w-52 border-b border-line py-1.5 pr-2 text-left align-middle font-medium">
                {[row.meaning.ref, row.meaning.label].filter(Boolean).join(" ")}
                <small className="block text-[13px] font-normal text-soft">
                  row {row.meaning.row} of the file, {meansWhat(row.meaning.code)}
                </small>
              </th>
              {months.map((month) => (
                <PlannedTd key={month} cell={row.cells.find((cell) => cell.month === month) ?? null} flawed={flawed} />
              ))}
              {withYear && <PlannedTd cell={row.yearToDate} flawed={flawed} year />}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function meansWhat(code: string | null): string {
  if (code === null) return "no meaning chosen";
  return code === LEFT_OUT ? "left out" : code;
}

function PlannedTd(props: {
  readonly cell: PlannedCell | null;
  readonly flawed: ReadonlySet<string>;
  readonly year?: boolean;
}) {
  const { cell, flawed, year = false } = props;
  if (cell === null) return <td className={`border-b border-line ${year ? "bg-wash" : ""}`} />;
  const { typed, month, standing } = cell;
  const wrong = flawed.has(cell.cell);
  const quiet = typed.state === "not reported" ? "hatched" : year ? "bg-wash" : "";
  const look = wrong ? "bg-red-wash" : standing === "revision" ? "bg-amber-wash" : quiet;
  const star = typed.markedRevised ? "in the paper" : "none";
  return (
    <td className={`border-b border-line px-1.5 py-1.5 text-right ${look}`}>
      {typed.state === "not reported" ? (
        <span className={standing === "revision" ? "block" : "sr-only"}>not reported</span>
      ) : (
        <Said figure={{ ...typed, month, star, numerator: null, denominator: null }} />
      )}
      {wrong ? <b className="block text-[13px] font-semibold text-red">problem</b> : <StandingWords cell={cell} />}
    </td>
  );
}

function StandingWords({ cell: { standing, before } }: { readonly cell: PlannedCell }) {
  if (standing === null) return null;
  const was = before?.asTyped === "" ? "not reported" : before?.asTyped;
  return standing === "revision" ? (
    <b className="block text-[13px] font-semibold text-amber">was {was}</b>
  ) : (
    <span className="block text-[13px] text-soft">{standing}</span>
  );
}
