"use client";

import { Form, TextField } from "#components/ui/form.tsx";
import type { FormState } from "#lib/form-state.ts";

export function SignInForm({
  action,
}: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  return (
    <Form action={action} submit="Sign in">
      {(state) => (
        <>
          <TextField name="email" label="E-mail address" kind="email" autoComplete="username" state={state} />
          <TextField name="password" label="Password" kind="password" autoComplete="current-password" state={state} />
        </>
      )}
    </Form>
  );
}
