import { PageHead } from "#components/ui/page-head.tsx";
import type { ImportView } from "#lib/imports/queries.ts";
import { plain } from "#lib/indicators/numbers.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

/** What a confirmed file put in, and where to go from here. */
export function ImportResult({ view }: { readonly view: Extract<ImportView, { step: "stored" }> }) {
  const { figures, revisions, parts } = view.stored;
  const monthly = view.kind === "monthly table";
  return (
    <>
      <PageHead
        above={<a href="/imports/new">Import a file</a>}
        title="The file is stored"
        below={
          <>
            <b className="font-semibold wrap-anywhere">{view.fileName}</b>, on {view.confirmedAt}: {plain(figures)}{" "}
            {figures === 1 ? "figure" : "figures"}, {plain(revisions)} of them{" "}
            {revisions === 1 ? "a revision" : "revisions"}.
          </>
        }
      />
      <section className="mt-8 border-l-[6px] border-brand bg-wash px-5 py-3.5 text-lg">
        {monthly ? (
          <p>
            Next: <a href="/publish">publish a month</a>, so that others see it, or look at the{" "}
            <a href="/dashboard">dashboard</a>.
          </p>
        ) : (
          <p>
            They stand beside your own figures on the <a href="/dashboard">dashboard</a>.{" "}
            <a href="/publish">Publish a month</a> when its figures are in.
          </p>
        )}
      </section>
      <section className="mt-8">
        <h2>What was stored</h2>
        <ul className="mt-2 max-w-3xl border-t-2 border-ink">
          {parts.map(({ name, code, figures: own }) => (
            <li key={name} className="flex justify-between gap-4 border-b border-line py-2">
              {code === null ? <span>{name}</span> : <a href={indicatorPath(code)}>{name}</a>}
              <span className="whitespace-nowrap">
                {plain(own)} {own === 1 ? "figure" : "figures"}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
