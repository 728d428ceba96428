import type { Metadata } from "next";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { Roles } from "#components/people/roles.tsx";
import { switchRoleAction } from "#lib/people/actions.ts";
import { listRolesToday } from "#lib/people/queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Your roles" };

export default async function RolesPage() {
  const { actor, roles } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, roles: await listRolesToday(scope, scope.actor.userId) };
  });
  return (
    <PortalFrame actor={actor} current="/roles">
      <Roles roles={roles} currentId={actor.roleId} action={switchRoleAction} />
    </PortalFrame>
  );
}
