"use client";

import { Form, TextField } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import type { FormState } from "#lib/form-state.ts";
import { PathField } from "./path-field.tsx";

export function SignInForm(props: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly path: string | undefined;
}) {
  return (
    <Form action={props.action} submit="Sign in">
      {(state) => (
        <>
          <TextField name="email" label="E-mail address" kind="email" autoComplete="username" state={state} />
          <PasswordField name="password" label="Password" autoComplete="current-password" state={state} />
          <PathField path={props.path} />
        </>
      )}
    </Form>
  );
}
