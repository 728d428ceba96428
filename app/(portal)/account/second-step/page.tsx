import type { Metadata } from "next";
import { ConfirmFirst } from "#components/people/confirm-first.tsx";
import { DemoExempt } from "#components/people/demo-exempt.tsx";
import { NewStep } from "#components/people/new-step.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { setUpStepAction } from "#lib/people/account-actions.ts";
import { findAccount } from "#lib/people/account-queries.ts";
import { newStepView } from "#lib/people/new-step-view.ts";
import { setUpAt } from "#lib/people/own-account.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Your second step" };

export default async function OwnSecondStepPage() {
  const { actor, account, step } = await asSignedIn(async (scope) => {
    const { actor } = scope;
    const account = await findAccount(scope);
    const replaces = await setUpAt(scope, actor.userId);
    const step = actor.confirmed ? newStepView(actor.sessionId, account.email, replaces) : null;
    return { actor, account, step: account.method === "demonstration" ? "exempt" : step } as const;
  });
  return (
    <PortalFrame actor={actor} current="/account">
      <PageHead
        title={account.setUp ? "Set up your second step again" : "Set up a second step"}
        above={<a href="/account">Your account</a>}
        below={account.setUp && "The app you have now stays in force until a code of the new one is right."}
      />
      {step === "exempt" ? (
        <DemoExempt />
      ) : step ? (
        <NewStep step={step} action={setUpStepAction} />
      ) : (
        <div className="mt-6">
          <ConfirmFirst what="set up a second step" path="/account/second-step" />
        </div>
      )}
    </PortalFrame>
  );
}
