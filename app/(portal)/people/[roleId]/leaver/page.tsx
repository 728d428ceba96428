import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Leaver } from "#components/people/leaver.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findLeaver } from "#lib/people/leaver-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "End a role and hand over" };

export default async function LeaverPage({ params, searchParams }: PageProps<"/people/[roleId]/leaver">) {
  const { roleId } = await params;
  const { toRoleId, endOn } = await searchParams;
  const { actor, page } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, page: await findLeaver(scope, roleId, { toRoleId, endOn }) };
  });
  if (!page) notFound();
  return (
    <PortalFrame actor={actor} current="/people">
      <Leaver page={page} confirmed={actor.confirmed} />
    </PortalFrame>
  );
}
