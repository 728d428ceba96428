import { ButtonForm } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { AccountView } from "#lib/people/account-queries.ts";
import { AccountSessions } from "./account-sessions.tsx";
import { ConfirmFirst } from "./confirm-first.tsx";
import { DemoExempt } from "./demo-exempt.tsx";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** Somebody's own account: where they are signed in, and what they sign in with. */
export function Account(props: {
  readonly account: AccountView;
  readonly done: string | null;
  readonly actions: Readonly<Record<"endSession" | "endOthers" | "makeCodes", Action>>;
}) {
  const { account, actions } = props;
  return (
    <>
      <PageHead
        title="Your account"
        below={<span className="wrap-anywhere">{`${account.name}, ${account.email}`}</span>}
      />
      {props.done && (
        <p role="status" className="mt-6 max-w-3xl border-l-4 border-green pl-4 font-semibold">
          {props.done}
        </p>
      )}
      {account.rolesHeld > 1 && (
        <p className="mt-6">
          You hold {account.rolesHeld} roles. <a href="/roles">Change the role you act in</a>.
        </p>
      )}
      <AccountSessions sessions={account.sessions} endSession={actions.endSession} endOthers={actions.endOthers} />
      {account.method === "demonstration" ? (
        <section className="mt-10 max-w-3xl">
          <h2>Password and second step</h2>
          <DemoExempt />
        </section>
      ) : (
        <>
          <section className="mt-10 max-w-3xl">
            <h2>Password</h2>
            <p className="mt-2">
              <a href="/account/password">Change your password</a>
            </p>
          </section>
          <SecondStep account={account} makeCodes={actions.makeCodes} />
        </>
      )}
    </>
  );
}

function SecondStep({ account, makeCodes }: { readonly account: AccountView; readonly makeCodes: Action }) {
  const { setUp, codesLeft } = account;
  if (!setUp) {
    return (
      <section className="mt-10 max-w-3xl">
        <h2>Second step</h2>
        <p className="mt-2">
          You sign in with your password alone. With a code from an app on your phone as well, nobody gets in with your
          password alone. <a href="/account/second-step">Set up a second step</a>
        </p>
      </section>
    );
  }
  return (
    <section className="mt-10 max-w-3xl">
      <h2>Second step</h2>
      <p className="mt-2">
        On since {setUp}. You have {codesLeft === 1 ? "1 recovery code" : `${codesLeft} recovery codes`} left, for when
        the app is not at hand.
      </p>
      <p className="mt-2">
        <a href="/account/second-step">Set it up again, on another phone or app</a>
      </p>
      <div className="mt-4">
        {account.confirmed ? (
          <ButtonForm action={makeCodes} label="Make new recovery codes" look="secondary" />
        ) : (
          <ConfirmFirst what="make new recovery codes" path="/account" />
        )}
      </div>
    </section>
  );
}
