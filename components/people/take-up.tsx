import { PageHead } from "#components/ui/page-head.tsx";
import { longDate } from "#lib/dates.ts";
import type { FormState } from "#lib/form-state.ts";
import type { TakeUp as Found, Proof } from "#lib/people/take-up-queries.ts";
import { roleName } from "#lib/people/words.ts";
import { TakeUpForm } from "./take-up-form.tsx";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** What a link is for, and the form that takes it up. */
export function TakeUp(props: {
  readonly found: Found | null;
  readonly token: string;
  readonly actions: Readonly<Record<Exclude<Proof, "no way">, Action>>;
}) {
  const { found, token } = props;
  if (!found) {
    return (
      <>
        <PageHead title="This link does not work" />
        <p className="mt-6 max-w-3xl">
          It was used, taken back, is too old, or never was one. Ask whoever gave it to you for a new one. If you have
          an account, <a href="/sign-in">sign in</a>.
        </p>
      </>
    );
  }
  return (
    <>
      <PageHead title={found.role ? "You are invited" : "A new password"} below={sentence(found)} />
      <p className="mt-6 max-w-3xl wrap-anywhere">
        This link is for <b className="font-semibold">{found.name}</b>, {found.email}. It works once, until{" "}
        {found.until}.
      </p>
      <div className="mt-6">
        {found.proof === "no way" ? (
          <p className="max-w-3xl">
            But the account of this address does not sign in with a password of the portal, or is closed, so the link
            cannot be taken up. Ask whoever gave it to you.
          </p>
        ) : (
          <TakeUpForm
            action={props.actions[found.proof]}
            proof={found.proof}
            isNewAccount={found.personId === null}
            email={found.email}
            token={token}
          />
        )}
      </div>
    </>
  );
}

function sentence({ role, invitedBy, area }: Found): string {
  if (!role)
    return `${invitedBy} gives you a way back into your account. Your sessions end, and you set up your second step again.`;
  const until = role.toOn ? ` until ${longDate(role.toOn)}` : "";
  return `${invitedBy} invites you to the SEND partnership portal of ${area}, as ${roleName(role.role)} of ${role.organisation}, from ${longDate(role.fromOn)}${until}.`;
}
