"use client";

import { useSyncExternalStore } from "react";

/** Prints the page, which is laid out as a board paper. Absent without JavaScript, where the browser's own menu prints. */
export function PrintButton({ children }: { readonly children: string }) {
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  if (!scripted) return null;
  return (
    <button
      type="button"
      onClick={() => print()}
      className="min-h-11 cursor-pointer rounded-[3px] border-2 border-brand bg-brand px-3.5 font-semibold text-white"
    >
      {children}
    </button>
  );
}
