"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { versionInTheWay } from "#lib/draft-version.ts";
import type { FormState } from "#lib/form-state.ts";

/** The version that a form began from: what it was when it was refused, not what the page has learnt since. */
export function DraftVersion({ state, version }: { readonly state: FormState; readonly version: number }) {
  return <input type="hidden" name="version" value={state.typed.version ?? version} />;
}

/**
 * For whoever saves second: what is kept now, and a box to tick that puts theirs in its place. The page is asked again,
 * so that `children` shows what is kept; the form keeps what was typed.
 */
export function DraftConflict({ state, children }: { readonly state: FormState; readonly children: ReactNode }) {
  const inTheWay = versionInTheWay(state);
  const { refresh } = useRouter();
  useEffect(() => {
    if (inTheWay !== null) refresh();
  }, [inTheWay, refresh]);
  if (inTheWay === null) return null;
  return (
    <div className="border-l-4 border-red pl-4">
      <h3>What is saved now</h3>
      {children}
      <label className="mt-3 flex min-h-11 items-start gap-3 py-2">
        <input
          type="checkbox"
          id={`over-${inTheWay}`}
          name="over"
          value={inTheWay}
          className="mt-0.5 size-6 shrink-0 accent-brand"
        />
        <span className="font-semibold">Save what I typed in its place</span>
      </label>
    </div>
  );
}
