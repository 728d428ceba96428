import { PageHead } from "#components/ui/page-head.tsx";
import { ConfirmFirst } from "./confirm-first.tsx";
import { InviteForm } from "./invite.tsx";
import type { Choices } from "./role-fields.tsx";

export function Invite(props: { readonly area: string; readonly choices: Choices; readonly confirmed: boolean }) {
  return (
    <>
      <PageHead
        title="Invite somebody"
        below={`To a role in ${props.area}. You get a link to give them; it works once, for seven days.`}
      />
      <div className="mt-8 max-w-3xl">
        {props.confirmed ? (
          <InviteForm choices={props.choices} />
        ) : (
          <ConfirmFirst what="invite somebody" path="/people/invite" />
        )}
      </div>
    </>
  );
}
