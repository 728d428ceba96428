"use client";

import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import type { FormState } from "#lib/form-state.ts";
import { PASSWORD_HINT } from "./take-up-form.tsx";

export function ChangePassword(props: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly email: string;
}) {
  return (
    <Form action={props.action} submit="Change the password">
      {(state) => (
        <>
          <input type="text" hidden readOnly autoComplete="username" value={props.email} />
          <PasswordField
            name="presentPassword"
            label="Your present password"
            autoComplete="current-password"
            state={state}
          />
          <PasswordField
            name="newPassword"
            label="Your new password"
            hint={PASSWORD_HINT}
            autoComplete="new-password"
            state={state}
          />
          <p className="max-w-3xl">Wherever else you are signed in, you are signed out.</p>
        </>
      )}
    </Form>
  );
}
