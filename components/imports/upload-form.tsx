"use client";

import { type FormEvent, useState } from "react";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Button, Field } from "#components/ui/form.tsx";
import type { FormState } from "#lib/form-state.ts";
import { LARGEST_FILE_BYTES, NO_FILE, TOO_LARGE } from "#lib/imports/upload-rules.ts";

/**
 * A plain form that posts the file. In a browser with JavaScript a file that is too large is refused at once, before it
 * is sent; the server refuses it all the same. `refusals` are what was wrong with the file sent before.
 */
export function UploadForm({ refusals }: { readonly refusals: readonly string[] }) {
  const [state, setState] = useState<FormState>(() => refused(refusals));
  const [sending, setSending] = useState(false);
  function check(event: FormEvent<HTMLFormElement>) {
    const file = event.currentTarget.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
    const problem = file === undefined ? NO_FILE : file.size > LARGEST_FILE_BYTES ? TOO_LARGE : null;
    if (problem === null) return setSending(true);
    event.preventDefault();
    setState(refused([problem]));
  }
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action="/imports/upload"
      noValidate
      onSubmit={check}
      className="grid gap-6"
    >
      <ErrorSummary state={state} />
      <Field
        name="file"
        label="The file"
        hint="CSV, tab-separated text or an Excel workbook (.xlsx), up to 2 MB."
        state={state}
      >
        {({ defaultValue: _none, ...control }) => (
          <input {...control} type="file" accept=".csv,.tsv,.txt,.xlsx" className={`${control.className} max-w-xl`} />
        )}
      </Field>
      <div>
        <Button busy={sending}>Read the file</Button>
      </div>
    </form>
  );
}

function refused(sentences: readonly string[]): FormState {
  return { typed: {}, problems: sentences.map((message) => ({ field: "file", message })) };
}
