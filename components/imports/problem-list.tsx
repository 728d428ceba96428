import type { Problem } from "#lib/imports/problem-rules.ts";

/** Every problem of a file with its cell, as a spreadsheet shows addresses. */
export function ProblemList({ title, problems }: { readonly title: string; readonly problems: readonly Problem[] }) {
  return (
    <section aria-labelledby="problems" className="mt-8 border-4 border-red px-5 py-4">
      <h2 id="problems">{title}</h2>
      <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[5rem_1fr]">
        {problems.map(({ cell, message }) => (
          <div key={`${cell} ${message}`} className="contents">
            <dt className="font-semibold text-red">{cell}</dt>
            <dd>{message}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
