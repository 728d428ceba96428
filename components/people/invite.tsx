"use client";

import { TextField } from "#components/ui/form.tsx";
import { inviteAction, makePasswordLinkAction, renewInvitationAction } from "#lib/people/register-actions.ts";
import { LinkForm } from "./invite-link.tsx";
import { type Choices, RoleFields } from "./role-fields.tsx";

/** Invites somebody new, or gives somebody known here a role. */
export function InviteForm({ choices }: { readonly choices: Choices }) {
  return (
    <LinkForm action={inviteAction} submit="Invite them">
      {(state) => (
        <>
          <TextField name="displayName" label="Their name" hint="As colleagues know them." state={state} />
          <TextField
            name="email"
            label="Their e-mail address"
            kind="email"
            hint="They sign in with it. Somebody who has a role here already gets this one at once, without a link."
            state={state}
          />
          <RoleFields choices={choices} state={state} />
        </>
      )}
    </LinkForm>
  );
}

/** A new link for an invitation; the one before opens nothing any more. */
export function NewLinkForm(props: { readonly invitationId: string; readonly offered: boolean }) {
  return (
    <LinkForm action={renewInvitationAction} submit="Make a new link" offered={props.offered} secondary>
      {() => <input type="hidden" name="invitationId" value={props.invitationId} />}
    </LinkForm>
  );
}

/** A link by which somebody sets a new password. */
export function PasswordLinkForm({ personId }: { readonly personId: string }) {
  return (
    <LinkForm action={makePasswordLinkAction} submit="Make a link for a new password" secondary>
      {() => <input type="hidden" name="personId" value={personId} />}
    </LinkForm>
  );
}
