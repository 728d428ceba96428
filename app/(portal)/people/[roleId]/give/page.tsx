import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { GiveRole } from "#components/people/role-give.tsx";
import { findRole, findRoleChoices } from "#lib/people/role-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Give another role" };

export default async function GiveRolePage({ params }: PageProps<"/people/[roleId]/give">) {
  const { roleId } = await params;
  const { actor, role, choices } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, role: await findRole(scope, roleId), choices: await findRoleChoices(scope) };
  });
  if (!role || !choices) notFound();
  return (
    <PortalFrame actor={actor} current="/people">
      <GiveRole role={role} choices={choices} confirmed={actor.confirmed} />
    </PortalFrame>
  );
}
