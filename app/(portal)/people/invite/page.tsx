import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Invite } from "#components/people/invite-page.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findRoleChoices } from "#lib/people/role-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Invite somebody" };

export default async function InvitePage() {
  const { actor, choices } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, choices: await findRoleChoices(scope) };
  });
  if (!choices) notFound();
  return (
    <PortalFrame actor={actor} current="/people">
      <Invite area={actor.areaName} choices={choices} confirmed={actor.confirmed} />
    </PortalFrame>
  );
}
