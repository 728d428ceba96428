"use client";

import { PageHead } from "#components/ui/page-head.tsx";

/** By the digest of lib/errors.ts Unavailable: all that Next.js lets through of an error. */
const KNOWN: Readonly<Record<string, { title: string; what: string }>> = {
  PORTAL_BUSY: {
    title: "The portal is busy",
    what: "Too many people are asking at once. Nothing that you sent was stored. Try again in a minute.",
  },
  PORTAL_UNSAFE: {
    title: "The portal cannot be opened now",
    what: "Its database is not in a state in which it may be served, so nothing is shown. Whoever runs the portal finds the reason at /api/health.",
  },
};

const UNKNOWN = {
  title: "Something went wrong",
  what: "This is a fault of the portal, not of what you did. If you sent something, look whether it is there before you send it again.",
};

/** What went wrong, in words, with a way on. */
export function Failure({ digest, again }: { readonly digest: string | undefined; readonly again: () => void }) {
  const { title, what } = KNOWN[digest ?? ""] ?? UNKNOWN;
  return (
    <>
      <PageHead title={title} />
      <p className="mt-6 max-w-3xl">{what}</p>
      {digest && !KNOWN[digest] && <p className="mt-2 text-soft">If you report it, give this number: {digest}</p>}
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
