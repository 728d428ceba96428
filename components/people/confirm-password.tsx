"use client";

import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import type { FormState } from "#lib/form-state.ts";
import { PathField } from "./path-field.tsx";

export function ConfirmPassword(props: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly email: string;
  readonly path: string | undefined;
}) {
  return (
    <Form action={props.action} submit="Go on">
      {(state) => (
        <>
          <input type="text" hidden readOnly autoComplete="username" value={props.email} />
          <PasswordField name="password" label="Your password" autoComplete="current-password" state={state} />
          <PathField path={props.path} />
        </>
      )}
    </Form>
  );
}
