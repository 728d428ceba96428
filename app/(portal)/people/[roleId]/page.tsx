import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { RoleOfPerson } from "#components/people/role-page.tsx";
import { doneInWords } from "#lib/people/register-words.ts";
import { findRole } from "#lib/people/role-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "A role" };

export default async function RolePage({ params, searchParams }: PageProps<"/people/[roleId]">) {
  const { roleId } = await params;
  const { done, moved } = await searchParams;
  const { actor, role } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, role: await findRole(scope, roleId) };
  });
  if (!role) notFound();
  return (
    <PortalFrame actor={actor} current="/people">
      <RoleOfPerson role={role} done={doneInWords(done, moved)} confirmed={actor.confirmed} />
    </PortalFrame>
  );
}
