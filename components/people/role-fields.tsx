"use client";

import { type Choice, SelectField, TextField } from "#components/ui/form.tsx";
import type { FormState } from "#lib/form-state.ts";
import { ROLES } from "#lib/people/schema.ts";
import { roleName } from "#lib/people/words.ts";

export type Choices = {
  readonly organisations: readonly Choice[];
  readonly kinds: readonly string[];
  readonly today: string;
};

const ROLE_CHOICES = ROLES.map((role) => ({ value: role, label: roleName(role) }));

/** Which role, where, and on which days. */
export function RoleFields(props: {
  readonly choices: Choices;
  readonly state: FormState;
  readonly organisation?: string;
}) {
  const { choices, state, organisation } = props;
  return (
    <>
      <SelectField
        name="organisationId"
        label="Organisation"
        choices={choices.organisations}
        empty="Choose an organisation"
        {...(organisation ? { initial: organisation } : {})}
        state={state}
      />
      <SelectField
        name="role"
        label="Role"
        hint={choices.kinds.map((kind) => (
          <span key={kind} className="block">
            {kind}
          </span>
        ))}
        choices={ROLE_CHOICES}
        empty="Choose a role"
        state={state}
      />
      <TextField name="fromOn" label="From" kind="date" short initial={choices.today} state={state} />
      <TextField
        name="toOn"
        label="Until, if it is known"
        hint="The first day without the role."
        kind="date"
        short
        state={state}
      />
    </>
  );
}
