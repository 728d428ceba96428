import { PageHead } from "#components/ui/page-head.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { AccountView } from "#lib/people/account-queries.ts";
import { CodeForm } from "./code-form.tsx";
import { ConfirmPassword } from "./confirm-password.tsx";
import { DemoExempt } from "./demo-exempt.tsx";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** Asks whoever sits at the screen to show again that it is they. */
export function Confirm(props: {
  readonly account: Pick<AccountView, "method" | "setUp" | "email">;
  readonly path: string | undefined;
  readonly isDone: boolean;
  readonly withCode: Action;
  readonly withPassword: Action;
}) {
  const { account, path } = props;
  if (account.method === "demonstration") {
    return (
      <>
        <PageHead title="Nothing to show" />
        <DemoExempt />
        <p className="mt-4">
          <a href={path ?? "/account"}>Go back</a>
        </p>
      </>
    );
  }
  if (props.isDone) {
    return (
      <>
        <PageHead title="Thank you" />
        <p role="status" className="mt-6 max-w-3xl">
          It holds for ten minutes. Close this tab, go back to the other one and send your form again. What you typed is
          still there.
        </p>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Show that it is you"
        below="Before roles are given or ended, or data is taken out, the portal asks again who is at the screen. It holds for ten minutes."
      />
      <div className="mt-6">
        {account.setUp ? (
          <CodeForm
            action={props.withCode}
            submit="Go on"
            label="Code"
            hint="The six digits that your authenticator app shows now, or one of your recovery codes."
            path={path}
          />
        ) : (
          <ConfirmPassword action={props.withPassword} email={account.email} path={path} />
        )}
      </div>
    </>
  );
}
