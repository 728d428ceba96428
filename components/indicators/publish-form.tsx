"use client";

import { type Choice, Form, RadioField, SelectField, TextField } from "#components/ui/form.tsx";
import { publishMonthAction } from "#lib/indicators/actions.ts";
import type { Audience } from "#lib/indicators/schema.ts";

const AUDIENCES: readonly (Choice & { readonly value: Audience; readonly hint: string })[] = [
  { value: "public", label: "Everyone", hint: "Anyone on the internet, without signing in." },
  {
    value: "partners",
    label: "The partnership",
    hint: "The organisations that work here, and the parent carer forum.",
  },
  { value: "board", label: "The board", hint: "Leaders, the chair and data officers." },
];

const PUBLIC_ALREADY = [
  {
    value: "yes",
    label: "Yes, the paper was public before it came here",
    hint: "Every figure is shown to everyone as the paper printed it, small numbers too.",
  },
  {
    value: "no",
    label: "No",
    hint: "Outside the partnership a count from 1 to 4, or a rate that rests on so few, shows as c, so that no child can be recognised.",
  },
];

/** Gives a month to a board: from then on it is what that board saw, whatever is revised later. */
export function PublishForm(props: {
  readonly months: readonly Choice[];
  readonly month: string;
  readonly board: string;
}) {
  return (
    <Form action={publishMonthAction} submit="Publish the month">
      {(state) => (
        <>
          <SelectField
            name="month"
            label="Month"
            choices={props.months}
            empty="Choose a month"
            initial={props.month}
            state={state}
          />
          <TextField name="board" label="The board it was given to" initial={props.board} state={state} />
          <TextField name="publishedOn" label="The date of the board" kind="date" short state={state} />
          <RadioField name="audience" label="Who may see it" choices={AUDIENCES} state={state} />
          <RadioField
            name="alreadyPublic"
            label="Was the paper already public?"
            hint="It decides whether the small-number rule applies."
            choices={PUBLIC_ALREADY}
            state={state}
          />
        </>
      )}
    </Form>
  );
}
