import type { Metadata } from "next";
import { TakeUp } from "#components/people/take-up.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";
import { takeUpAsDemoAction, takeUpWithNewPasswordAction, takeUpWithPasswordAction } from "#lib/people/actions.ts";
import { findTakeUp } from "#lib/people/take-up-queries.ts";
import { asSystem } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Your link" };

const ACTIONS = {
  "a new password": takeUpWithNewPasswordAction,
  "the present password": takeUpWithPasswordAction,
  "the demonstration": takeUpAsDemoAction,
} as const;

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const found = await asSystem("showing a link to whoever holds it", (scope) => findTakeUp(scope, token));
  return (
    <PublicFrame current="/sign-in" {...(found ? { area: found.area } : {})}>
      <TakeUp found={found} token={token} actions={ACTIONS} />
    </PublicFrame>
  );
}
