import type { Metadata } from "next";
import { Account } from "#components/people/account.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { endOthersAction, endSessionAction, makeCodesAction } from "#lib/people/account-actions.ts";
import { findAccount } from "#lib/people/account-queries.ts";
import { doneToAccount } from "#lib/people/sign-in-words.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Your account" };

const ACTIONS = { endSession: endSessionAction, endOthers: endOthersAction, makeCodes: makeCodesAction };

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const { done } = await searchParams;
  const { actor, account } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, account: await findAccount(scope) };
  });
  return (
    <PortalFrame actor={actor} current="/account">
      <Account account={account} done={doneToAccount(done)} actions={ACTIONS} />
    </PortalFrame>
  );
}
