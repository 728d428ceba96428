import { ConfirmNational } from "#components/imports/confirm-national.tsx";
import { NationalGroups } from "#components/imports/national-groups.tsx";
import { ProblemList } from "#components/imports/problem-list.tsx";
import { ReleaseForm } from "#components/imports/release-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { ImportView } from "#lib/imports/queries.ts";
import { countsInWords, problemsTitle } from "#lib/imports/words.ts";
import { plain } from "#lib/indicators/numbers.ts";

type Preview = Extract<ImportView, { step: "national figures" }>;

/** What was understood of a file of national figures, and what storing it would do to the publication it comes from. */
export function NationalPreview({ view }: { readonly view: Preview }) {
  const { plan } = view;
  const figures = plan.groups.reduce((sum, group) => sum + group.figures, 0);
  return (
    <>
      <PageHead
        above={<a href="/imports/new">Import a file</a>}
        title="Check what was understood"
        below={
          <>
            <b className="font-semibold wrap-anywhere">{view.fileName}</b>: {plain(figures)} national figures
            {plan.release === "" ? "" : `: ${countsInWords(plan.counts)}`}. Nothing of it is stored yet.
          </>
        }
      />
      {plan.problems.length > 0 && <ProblemList title={problemsTitle(plan.problems)} problems={plan.problems} />}
      <section className="mt-8">
        <h2>Which publication is this?</h2>
        <ReleaseForm importId={view.id} release={plan.release} releases={view.releases} />
      </section>
      <NationalGroups plan={plan} />
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
  if (plan.release === "") return <p>Nothing can be stored until the publication is named above.</p>;
  if (plan.changes.length === 0) return <p>This file says what is stored already. There is nothing to store.</p>;
  return <ConfirmNational importId={id} shown={shown} release={plan.release} figures={plan.changes.length} />;
}
