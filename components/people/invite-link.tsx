"use client";

import { type ReactNode, useActionState, useEffect, useId, useRef } from "react";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Button } from "#components/ui/form.tsx";
import { type FormState, FRESH } from "#lib/form-state.ts";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * A form that makes a link. The link takes the form's place in the answer to it, with a script or without: it stands in no
 * address and in no cookie, and is gone with the page.
 */
export function LinkForm(props: {
  readonly action: Action;
  readonly submit: string;
  readonly secondary?: boolean;
  /** Whether there is a form at all; a link that was just made is shown even then. */
  readonly offered?: boolean;
  readonly children: (state: FormState) => ReactNode;
}) {
  const [state, send, sending] = useActionState(props.action, FRESH);
  if (state.shown) return <LinkShown shown={state.shown} />;
  if (props.offered === false) return null;
  return (
    <form action={send} noValidate className="grid gap-6">
      <ErrorSummary state={state} />
      {props.children(state)}
      <div>
        <Button secondary={props.secondary ?? false} busy={sending}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}

function LinkShown({ shown }: { readonly shown: Readonly<Record<string, string>> }) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      role="status"
      tabIndex={-1}
      aria-labelledby={id}
      className="max-w-3xl border-l-[6px] border-green bg-green-wash px-5 py-4 focus-visible:bg-green-wash"
    >
      <h2 id={id}>A link for {shown.name}</h2>
      <p className="mt-3 border-2 border-ink bg-paper px-3 py-2 wrap-anywhere select-all">{shown.link}</p>
      <ul className="mt-3 list-disc pl-5">
        <li>Copy it now: it is shown this once, and the portal does not keep it.</li>
        <li>Give it to {shown.name} yourself, and to nobody else. The portal does not send it.</li>
        <li>It works once, until {shown.until}. If it is lost, make a new one.</li>
      </ul>
      <p className="mt-3">
        <a href="/people">Back to people</a>
      </p>
    </div>
  );
}
