import { ConfirmMonthly } from "#components/imports/confirm-monthly.tsx";
import { MeaningForm } from "#components/imports/meaning-form.tsx";
import { PlannedTable } from "#components/imports/planned-table.tsx";
import { ProblemList } from "#components/imports/problem-list.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { ImportView } from "#lib/imports/queries.ts";
import { LEFT_OUT } from "#lib/imports/schema.ts";
import { cellsInWords, countsInWords, monthSpan, problemsTitle } from "#lib/imports/words.ts";

type Preview = Extract<ImportView, { step: "monthly table" }>;

/** What was understood of a monthly table, what storing it would do, and the one button that does it. */
export function MonthlyPreview({ view }: { readonly view: Preview }) {
  const { plan } = view;
  return (
    <>
      <PageHead
        above={<a href="/imports/new">Import a file</a>}
        title="Check what was understood"
        below={
          <>
            <b className="font-semibold wrap-anywhere">{view.fileName}</b>: {plan.rows.length}{" "}
            {plan.rows.length === 1 ? "row" : "rows"}, {monthSpan(plan.months)}. {cellsInWords(plan)}:{" "}
            {countsInWords(plan.counts)}. Nothing of it is stored yet.
          </>
        }
      />
      {plan.problems.length > 0 && <ProblemList title={problemsTitle(plan.problems)} problems={plan.problems} />}
      <MeaningForm
        importId={view.id}
        meanings={plan.rows.map((row) => row.meaning)}
        definitions={view.definitions}
        undecided={plan.undecided}
      />
      <section className="mt-10">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
          <h2>The file, cell by cell</h2>
          <p className="text-[15px] text-soft">As typed. Hatched: not reported. * marked as revised in the file.</p>
        </div>
        <PlannedTable rows={plan.rows} months={plan.months} problems={plan.problems} />
        {plan.notes.length > 0 && (
          <p className="mt-2 text-[15px] text-soft">
            Not figures, so not stored: {plan.notes.map(({ cell, text }) => `${text} (${cell})`).join("; ")}.
          </p>
        )}
      </section>
      <section className="mt-10">
        <h2>Store it</h2>
        <div className="mt-3">
          <Store view={view} />
        </div>
      </section>
    </>
  );
}

function Store({ view: { id, plan, shown } }: { readonly view: Preview }) {
  if (plan.problems.length > 0) return <p>Nothing can be stored until the problems above are mended in the file.</p>;
  if (plan.undecided.length > 0)
    return <p>Nothing can be stored until every row above has a meaning of its own, or is left out.</p>;
  const figures = plan.counts.new + plan.counts.revision;
  if (figures === 0) return <p>This file says what is stored already. There is nothing to store.</p>;
  const meanings = plan.rows.map((row) => row.meaning);
  const rows = meanings.flatMap(({ row, ref, label, code, caveat }) =>
    code === null || code === LEFT_OUT ? [] : [{ row, label: [ref, label].filter(Boolean).join(" "), code, caveat }],
  );
  const meant = Object.fromEntries(meanings.map(({ row, code }) => [`row-${row}`, code ?? ""]));
  return (
    <ConfirmMonthly
      importId={id}
      shown={shown}
      rows={rows}
      meant={meant}
      figures={figures}
      revisions={plan.counts.revision}
    />
  );
}
