"use client";

import { PageHead } from "#components/ui/page-head.tsx";
import { failingWords, isPassing, RENEWED } from "#lib/failure-words.ts";

/** What went wrong, in words, with a way on. `renewed`: the page belongs to an earlier build of the portal. */
export function Failure(props: {
  readonly digest: string | undefined;
  readonly renewed?: boolean;
  readonly again: () => void;
}) {
  const { digest, renewed, again } = props;
  const { title, what } = renewed ? RENEWED : failingWords(digest);
  return (
    <>
      <PageHead title={title} />
      <p className="mt-6 max-w-3xl">{what}</p>
      {digest && !renewed && !isPassing(digest) && (
        <p className="mt-2 text-soft">If you report it, give this number: {digest}</p>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
        <button
          type="button"
          onClick={again}
          className="min-h-11 cursor-pointer rounded-[3px] border-2 border-brand bg-brand px-4 py-2 font-semibold text-white"
        >
          Try again
        </button>
        <a href="/" className="py-2.5">
          Go to the first page
        </a>
      </div>
    </>
  );
}
