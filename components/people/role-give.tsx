import { PageHead } from "#components/ui/page-head.tsx";
import type { RolePage } from "#lib/people/role-queries.ts";
import { ConfirmFirst } from "./confirm-first.tsx";
import type { Choices } from "./role-fields.tsx";
import { GiveRoleForm } from "./role-forms.tsx";

/** Gives somebody of the area another role. */
export function GiveRole(props: { readonly role: RolePage; readonly choices: Choices; readonly confirmed: boolean }) {
  const { role, choices, confirmed } = props;
  return (
    <>
      <PageHead
        title="Give another role"
        above={<span className="wrap-anywhere">{role.person.name}</span>}
        below="They choose at every moment in which of their roles they act."
      />
      <div className="mt-8 max-w-3xl">
        {role.own ? (
          <p>Nobody gives themselves a role: ask another administrator.</p>
        ) : confirmed ? (
          <GiveRoleForm personId={role.person.id} choices={choices} />
        ) : (
          <ConfirmFirst what="give a role" path={`/people/${role.id}/give`} />
        )}
      </div>
      <p className="mt-8">
        <a href={`/people/${role.id}`}>Back to the role they hold</a>
      </p>
    </>
  );
}
