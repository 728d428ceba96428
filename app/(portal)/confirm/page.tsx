import type { Metadata } from "next";
import { Confirm } from "#components/people/confirm.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { confirmWithCodeAction, confirmWithPasswordAction } from "#lib/people/account-actions.ts";
import { findAccount } from "#lib/people/account-queries.ts";
import { returnPath } from "#lib/people/return-schema.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Show that it is you" };

export default async function ConfirmPage({ searchParams }: PageProps<"/confirm">) {
  const { path, done } = await searchParams;
  const { actor, account } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, account: await findAccount(scope) };
  });
  return (
    <PortalFrame actor={actor} current="/confirm">
      <Confirm
        account={account}
        path={returnPath.parse(path)}
        isDone={done === "yes" && account.confirmed}
        withCode={confirmWithCodeAction}
        withPassword={confirmWithPasswordAction}
      />
    </PortalFrame>
  );
}
