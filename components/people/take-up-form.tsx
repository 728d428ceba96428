"use client";

import { Form } from "#components/ui/form.tsx";
import { PasswordField } from "#components/ui/password-field.tsx";
import type { FormState } from "#lib/form-state.ts";

export const PASSWORD_HINT =
  "At least 12 characters; any will do, spaces too. Three words that have nothing to do with each other are easy to remember.";

export function TakeUpForm(props: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly proof: "a new password" | "the present password" | "the demonstration";
  readonly isNewAccount: boolean;
  readonly email: string;
  readonly token: string;
}) {
  const submit = props.proof === "a new password" && !props.isNewAccount ? "Set the password" : "Accept and sign in";
  return (
    <Form action={props.action} submit={submit}>
      {(state) => (
        <>
          <input type="hidden" name="token" value={props.token} />
          {/* For password managers: whose password this is. */}
          {props.proof !== "the demonstration" && (
            <input type="text" hidden readOnly autoComplete="username" value={props.email} />
          )}
          {props.proof === "a new password" && (
            <PasswordField
              name="newPassword"
              label="Choose a password"
              hint={PASSWORD_HINT}
              autoComplete="new-password"
              state={state}
            />
          )}
          {props.proof === "the present password" && (
            <PasswordField
              name="password"
              label="Your password"
              hint="This address has an account already: enter the password that you sign in with."
              autoComplete="current-password"
              state={state}
            />
          )}
          {props.proof === "the demonstration" && <p>This account belongs to the demonstration and has no password.</p>}
        </>
      )}
    </Form>
  );
}
