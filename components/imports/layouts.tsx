import { ScrollRegion } from "#components/ui/scroll-region.tsx";

const MONTHLY = [
  ["", "", "Apr 21", "May 21", "Jun 21", "YTD"],
  ["1", "New EHC Needs Assessment Requests", "54", "85", "80", "219"],
  ["4", "Annual Reviews completed within the 12-month time scale", "57.2%", "66.2%", "61.6%*", "62.2%"],
  ["5", "Number Mediation Meetings", "Tbc", "-", "0", ""],
];

/** What may be uploaded, shown rather than described. */
export function Layouts() {
  return (
    <section className="mt-10">
      <h2>What can be uploaded</h2>
      <h3 className="mt-4">The monthly table of a board paper</h3>
      <p className="max-w-3xl">
        A row of months, and under it one row for each indicator with its label before the months. A year to date may
        follow. Several tables may stand one under another. Tbc, a dash, an empty cell and 0 stay four different things,
        and <span className="whitespace-nowrap">an asterisk (*)</span> marks a figure revised since the last paper.
      </p>
      <ScrollRegion name="An example of the monthly table">
        <table className="mt-3 border-collapse text-[15px]">
          <caption className="sr-only">An example of the monthly table</caption>
          <tbody>
            {MONTHLY.map((cells) => (
              <tr key={cells[1]}>
                {cells.map((text, place) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of an example do not move
                    key={place}
                    className={`border border-line px-2.5 py-1 ${place > 1 ? "text-right" : ""}`}
                  >
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <h3 className="mt-6">National figures</h3>
      <p className="max-w-3xl">
        One figure a row, as CSV, with the headings <code>source_file</code>, <code>area</code>,{" "}
        <code>period_type</code>, <code>period</code>, <code>variable</code>, <code>value</code> and <code>note</code>.
        A value of <code>x</code> is not available, and is never taken for zero. A row whose note says what is wrong
        with it is kept as a known defect and not charted.
      </p>
    </section>
  );
}
