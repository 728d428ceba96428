import type { ImportLine } from "#lib/imports/queries.ts";

/** The files that this person has read in, latest first, and which of them still wait. */
export function ImportList({ imports }: { readonly imports: readonly ImportLine[] }) {
  return (
    <section className="mt-10">
      <h2>Files you have read in</h2>
      {imports.length === 0 ? (
        <p className="mt-2">None yet.</p>
      ) : (
        <ul className="mt-2 border-t-2 border-ink">
          {imports.map(({ id, fileName, kind, readAt, confirmedAt }) => (
            <li key={id} className="grid gap-x-4 border-b border-line py-3 sm:grid-cols-[1fr_22rem]">
              <span>
                <a href={`/imports/${id}`} className="font-semibold wrap-anywhere">
                  {fileName}
                </a>
                <span className="block text-[15.5px] text-soft">
                  {kind === "monthly table" ? "Monthly table" : "National figures"}, read on {readAt}
                </span>
              </span>
              <span>{confirmedAt === null ? "Read, not confirmed" : `Stored on ${confirmedAt}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
