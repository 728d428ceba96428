"use client";

import type { ReactNode } from "react";
import { Form, TextField } from "#components/ui/form.tsx";
import type { FormState } from "#lib/form-state.ts";
import { PathField } from "./path-field.tsx";

/** One code to type or to paste, with or without spaces. */
export function CodeForm(props: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly submit: string;
  readonly label: string;
  readonly hint: ReactNode;
  readonly path?: string | undefined;
}) {
  return (
    <Form action={props.action} submit={props.submit}>
      {(state) => (
        <>
          <TextField
            name="oneTimeCode"
            label={props.label}
            hint={props.hint}
            kind="code"
            autoComplete="one-time-code"
            short
            state={state}
          />
          <PathField path={props.path} />
        </>
      )}
    </Form>
  );
}
