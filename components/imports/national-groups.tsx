import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import type { NationalPlan } from "#lib/imports/national-plan-rules.ts";
import { periodName } from "#lib/imports/period-rules.ts";
import { plain } from "#lib/indicators/numbers.ts";

/** A page of more would be read by nobody; the counts above hold them all. */
const MOST_LISTED = 200;

/** The tables of the publication by area and years, and the rows that are known or doubted to be wrong. */
export function NationalGroups({ plan }: { readonly plan: NationalPlan }) {
  const { groups, defects, doubts } = plan;
  const head = "border-b-2 border-ink px-2 py-1.5 font-semibold text-soft";
  const cell = "border-b border-line px-2 py-1.5";
  return (
    <>
      <section className="mt-10">
        <h2>What is in it</h2>
        <ScrollRegion name="What is in the file">
          <table className="mt-2 w-full max-w-4xl border-collapse text-base">
            <caption className="sr-only">What is in the file</caption>
            <thead>
              <tr>
                {["Table", "Area", "Years"].map((name) => (
                  <th key={name} scope="col" className={`${head} text-left`}>
                    {name}
                  </th>
                ))}
                {["Figures", "Not available", "Known defects"].map((name) => (
                  <th key={name} scope="col" className={`${head} text-right`}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.slice(0, MOST_LISTED).map((group) => (
                <tr key={`${group.sourceFile} ${group.area}`}>
                  <td className={cell}>{group.sourceFile}</td>
                  <td className={cell}>{group.area}</td>
                  <td className={cell}>{group.years}</td>
                  <td className={`${cell} text-right`}>{plain(group.figures)}</td>
                  <td className={`${cell} text-right`}>{plain(group.unavailable)}</td>
                  <td className={`${cell} text-right`}>{plain(group.defects)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <More total={groups.length} />
      </section>
      {defects.length > 0 && (
        <section className="mt-8">
          <h2>Known defects: kept, and not charted</h2>
          <ul className="mt-2 list-disc pl-5">
            {defects.slice(0, MOST_LISTED).map((row) => (
              <li key={row.cell}>
                {row.variable} of {row.area}, {periodName(row.period, row.periodType)}: {row.asTyped} (cell {row.cell}).{" "}
                {row.note}
              </li>
            ))}
          </ul>
          <More total={defects.length} />
        </section>
      )}
      {doubts.length > 0 && (
        <section className="mt-8">
          <h2>Doubts: stored as they are, check them</h2>
          <ul className="mt-2 list-disc pl-5">
            {doubts.map(({ cell: at, message }) => (
              <li key={`${at} ${message}`}>
                {message} (cell {at})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function More({ total }: { readonly total: number }) {
  return total > MOST_LISTED ? <p className="mt-2 text-soft">And {plain(total - MOST_LISTED)} more.</p> : null;
}
