import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { BenchmarkTable } from "#lib/indicators/benchmark-queries.ts";
import type { NationalValue } from "#lib/indicators/benchmark-rules.ts";
import { inUnit, plain } from "#lib/indicators/numbers.ts";

/** England, the region and the area as the DfE published them. `x` is unavailable, never zero; a known defect says so. */
export function BenchmarkTables(props: {
  readonly tables: readonly (BenchmarkTable & { readonly name?: string; readonly unit: string })[];
  readonly areas: readonly string[];
}) {
  if (props.tables.length === 0) return null;
  return (
    <section className="mt-10">
      <h2>Published national figures</h2>
      <p className="mt-1 max-w-3xl text-soft">
        From the DfE’s statistics of education, health and care plans, as published. Each counts a whole year on the
        DfE’s own definition.
      </p>
      <div className="grid gap-x-10 lg:grid-cols-2">
        {props.tables.map((table) => (
          <OneTable key={table.code} table={table} areas={props.areas} unit={table.unit} title={titleOf(table)} />
        ))}
      </div>
    </section>
  );
}

function titleOf({ name, basis }: BenchmarkTable & { readonly name?: string }): string {
  if (name === undefined) return basis === "" ? "By year" : `By year, ${basis}`;
  return basis === "" || name.endsWith(basis) ? name : `${name}, ${basis}`;
}

function OneTable(props: {
  readonly table: BenchmarkTable;
  readonly areas: readonly string[];
  readonly unit: string;
  readonly title: string;
}) {
  const { table, areas, unit, title } = props;
  return (
    <ScrollRegion name={title}>
      <table className="mt-4 w-full max-w-3xl border-collapse text-base">
        <caption className="pb-1 text-left font-semibold">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="border-b-2 border-ink py-1.5 text-left font-semibold text-soft">
              Year
            </th>
            {areas.map((area) => (
              <th
                key={area}
                scope="col"
                className="border-b-2 border-ink px-2 py-1.5 text-right font-semibold text-soft"
              >
                {area}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.periods.map(({ period, cells }) => (
            <tr key={period}>
              <th scope="row" className="border-b border-line py-1.5 text-left font-medium">
                {period}
              </th>
              {areas.map((area) => (
                <td key={area} className="border-b border-line px-2 py-1.5 text-right">
                  <National value={cells.find((cell) => cell.area === area)} unit={unit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function National({ value, unit }: { readonly value: NationalValue | undefined; readonly unit: string }) {
  if (value === undefined) return <span className="text-soft">not in the file</span>;
  if (value.state === "unavailable") return <span className="text-soft">unavailable ({value.asTyped})</span>;
  if (value.state === "defect") {
    return (
      <span className="text-amber">
        <s>{value.asTyped}</s> known defect: {value.note}
      </span>
    );
  }
  if (unit !== "%") return plain(value.value ?? 0, Number.isInteger(value.value) ? 0 : 1);
  return (
    <>
      {inUnit(value.value ?? 0, unit)}
      {value.numerator !== null && value.denominator !== null && (
        <small className="block text-[13px] text-soft">
          {plain(value.numerator)} of {plain(value.denominator)}
        </small>
      )}
    </>
  );
}
