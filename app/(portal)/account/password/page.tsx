import type { Metadata } from "next";
import { ChangePassword } from "#components/people/change-password.tsx";
import { DemoExempt } from "#components/people/demo-exempt.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { changePasswordAction } from "#lib/people/account-actions.ts";
import { findAccount } from "#lib/people/account-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Change your password" };

export default async function PasswordPage() {
  const { actor, account } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, account: await findAccount(scope) };
  });
  return (
    <PortalFrame actor={actor} current="/account">
      <PageHead title="Change your password" above={<a href="/account">Your account</a>} />
      {account.method === "demonstration" ? (
        <DemoExempt />
      ) : (
        <div className="mt-6">
          <ChangePassword action={changePasswordAction} email={account.email} />
        </div>
      )}
    </PortalFrame>
  );
}
