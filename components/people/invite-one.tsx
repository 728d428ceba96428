import { ButtonForm } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { InvitationView } from "#lib/people/invite-queries.ts";
import { takeBackInvitationAction } from "#lib/people/register-actions.ts";
import { ConfirmFirst } from "./confirm-first.tsx";
import { NewLinkForm } from "./invite.tsx";
import { invitedTo } from "./invite-list.tsx";

const STANDINGS: Readonly<Record<InvitationView["standing"], string>> = {
  waiting: "The link has not been used.",
  used: "The link has been used.",
  "taken back": "The link was taken back or replaced by a new one: it opens nothing.",
  "too old": "The link is too old: it opens nothing.",
};

/** One link that somebody was given, and what can be done about it. */
export function Invitation(props: { readonly invitation: InvitationView; readonly confirmed: boolean }) {
  const { invitation, confirmed } = props;
  const { id, standing } = invitation;
  return (
    <>
      <PageHead
        title={invitation.kind === "role" ? "Invitation" : "Link for a new password"}
        above={
          <span className="wrap-anywhere">
            {invitation.name}, {invitation.email}
          </span>
        }
        below={`${invitedTo(invitation)} Made on ${invitation.madeAt}; it works until ${invitation.until}.`}
      />
      <div className="mt-6 max-w-3xl">
        <p>{STANDINGS[standing]}</p>
        {confirmed || standing === "used" ? (
          <div className="mt-6 grid gap-6">
            {/* In its place whatever the standing: what it makes is shown here, once the old link is taken back. */}
            <NewLinkForm invitationId={id} offered={standing === "waiting" || standing === "too old"} />
            {standing === "waiting" && (
              <ButtonForm
                action={takeBackInvitationAction}
                fields={{ invitationId: id }}
                look="secondary"
                label="Take the link back"
              />
            )}
          </div>
        ) : (
          <div className="mt-6">
            <ConfirmFirst what="make a new link or take this one back" path={`/people/invitations/${id}`} />
          </div>
        )}
      </div>
      <p className="mt-8">
        <a href="/people">Back to people</a>
      </p>
    </>
  );
}
