"use client";

import { useEffect, useId, useRef } from "react";
import type { FormState, Problem } from "#lib/form-state.ts";

/** What is wrong, in a box that takes focus; each line leads to its field. */
export function ErrorSummary({ state }: { readonly state: FormState }) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (state.problems.length > 0) box.current?.focus();
  }, [state]);
  if (state.problems.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={id}
      className="border-4 border-red px-5 py-4 focus-visible:bg-paper"
    >
      <h2 id={id}>There is a problem</h2>
      <ul className="mt-1 list-disc pl-5">
        {state.problems.map((problem) => (
          <li key={problem.field + problem.message}>
            {problem.field === "" ? (
              <span className="font-semibold text-red">
                {problem.message} <WayOut problem={problem} />
              </span>
            ) : (
              <a href={`#${problem.field}`} className="font-semibold !text-red">
                {problem.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The link that helps to mend a problem, if there is one. In a new tab: what was typed stays. */
export function WayOut({ problem: { link } }: { readonly problem: Problem }) {
  return (
    link && (
      <a href={link.href} target="_blank" rel="noopener" className="!text-red">
        {link.text} (opens in a new tab)
      </a>
    )
  );
}
