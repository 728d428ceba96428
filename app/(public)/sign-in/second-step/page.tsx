import type { Metadata } from "next";
import { NewStep } from "#components/people/new-step.tsx";
import { NotBegun } from "#components/people/not-begun.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";
import { readSessionToken } from "#lib/auth/session.ts";
import { newStepAction } from "#lib/people/actions.ts";
import { newStepView } from "#lib/people/new-step-view.ts";
import { findPending } from "#lib/people/pending-queries.ts";
import { returnPath } from "#lib/people/return-schema.ts";
import { asSystem } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Set up your second step" };

export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second-step">) {
  const path = returnPath.parse((await searchParams).path);
  const token = await readSessionToken();
  const pending = await asSystem("signing in", (scope) => findPending(scope, token));
  return (
    <PublicFrame current="/sign-in">
      <PageHead
        title="Set up your second step"
        below="From now on you sign in with your password and a code that an app makes for you, so that a password alone opens nothing."
      />
      {pending?.awaiting === "a second step" ? (
        <NewStep step={newStepView(pending.sessionId, pending.email, null)} action={newStepAction} path={path} />
      ) : (
        <NotBegun path={path} />
      )}
    </PublicFrame>
  );
}
