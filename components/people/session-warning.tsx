"use client";

import { useEffect, useState } from "react";
import { type FormState, FRESH } from "#lib/form-state.ts";
import { useMinutesLeft } from "./minutes-left.ts";

const WARN_MINUTES = 5;

type Keep = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * Says in good time that the session is about to end, over the foot of the window so that nothing on the page moves, and
 * lets the person stay without losing what they have typed.
 */
export function SessionWarning({ idleMinutes, keep }: { readonly idleMinutes: number; readonly keep: Keep }) {
  const { left, seen } = useMinutesLeft(idleMinutes);
  const [trouble, setTrouble] = useState<Kept>("kept");
  const over = left <= 0 || trouble === "signed out";
  const near = over || left <= WARN_MINUTES;

  // What has the focus must not stand under the warning (WCAG 2.4.11).
  useEffect(() => {
    document.documentElement.style.scrollPaddingBottom = near ? "9rem" : "";
  }, [near]);

  async function stay() {
    const kept = await stayOn(keep);
    setTrouble(kept);
    if (kept === "kept") seen();
  }

  return (
    <section
      aria-label="Your session"
      tabIndex={near ? 0 : undefined}
      className={
        near
          ? "fixed inset-x-0 bottom-0 z-20 max-h-[45vh] overflow-y-auto border-t-4 border-amber bg-amber-wash print:hidden"
          : "sr-only"
      }
    >
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3">
        <p role="status" className="font-semibold">
          {near && sentence(over ? 0 : left)}{" "}
          {!over && trouble === "not reached" && "The portal could not be reached. Try again."}
        </p>
        {near && !over && (
          <button
            type="button"
            onClick={stay}
            className="min-h-11 cursor-pointer rounded-[3px] border-2 border-brand bg-brand px-4 py-2 font-semibold text-white"
          >
            Stay signed in
          </button>
        )}
        {over && (
          <a href="/sign-in" target="_blank" rel="noopener" className="py-2.5">
            Sign in again, in a new tab
          </a>
        )}
      </div>
    </section>
  );
}

type Kept = "kept" | "signed out" | "not reached";

/** A form action ends in a redirect, here to the page that is open: what is typed in it stays. It rejects all the same. */
async function stayOn(keep: Keep): Promise<Kept> {
  const form = new FormData();
  form.set("path", location.pathname + location.search);
  try {
    await keep(FRESH, form);
    return "signed out";
  } catch (error) {
    return String((error as { digest?: unknown }).digest).startsWith("NEXT_REDIRECT") ? "kept" : "not reached";
  }
}

function sentence(left: number): string {
  if (left <= 0) return "You have been signed out. What you have typed is still on this page, but it is not saved.";
  return `You will be signed out in ${left === 1 ? "1 minute" : `${left} minutes`}. What you have typed stays here if you stay.`;
}
