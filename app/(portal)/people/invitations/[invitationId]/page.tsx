import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Invitation } from "#components/people/invite-one.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findInvitation } from "#lib/people/invite-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "A link that was given" };

export default async function InvitationPage({ params }: PageProps<"/people/invitations/[invitationId]">) {
  const { invitationId } = await params;
  const { actor, invitation } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, invitation: await findInvitation(scope, invitationId) };
  });
  if (!invitation) notFound();
  return (
    <PortalFrame actor={actor} current="/people">
      <Invitation invitation={invitation} confirmed={actor.confirmed} />
    </PortalFrame>
  );
}
