"use client";

import { ButtonForm, Form, TextField } from "#components/ui/form.tsx";
import { changeEndAction, endRoleAction, giveRoleAction } from "#lib/people/register-actions.ts";
import { type Choices, RoleFields } from "./role-fields.tsx";

/** Sets the day on which a role ends, or moves it. `was` tells the command what this page showed. */
export function ChangeEndForm({ roleId, toOn }: { readonly roleId: string; readonly toOn: string | null }) {
  return (
    <Form action={changeEndAction} submit={toOn === null ? "Set the end" : "Move the end"} secondary>
      {(state) => (
        <>
          <input type="hidden" name="roleId" value={roleId} />
          <input type="hidden" name="was" value={toOn ?? ""} />
          <TextField
            name="toOn"
            label="It ends on"
            hint="The first day without the role."
            kind="date"
            short
            initial={toOn ?? ""}
            state={state}
          />
        </>
      )}
    </Form>
  );
}

export function EndRoleForm({ roleId, name }: { readonly roleId: string; readonly name: string }) {
  return (
    <ButtonForm
      action={endRoleAction}
      fields={{ roleId }}
      look="secondary"
      label={
        <>
          End this role now<span className="sr-only">, {name}</span>
        </>
      }
    />
  );
}

/** Another role for somebody who has one here. */
export function GiveRoleForm({ personId, choices }: { readonly personId: string; readonly choices: Choices }) {
  return (
    <Form action={giveRoleAction} submit="Give this role">
      {(state) => (
        <>
          <input type="hidden" name="personId" value={personId} />
          <RoleFields choices={choices} state={state} />
        </>
      )}
    </Form>
  );
}
