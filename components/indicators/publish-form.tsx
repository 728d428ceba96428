"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type Choice, Form, RadioField, TextArea, TextField } from "#components/ui/form.tsx";
import { type FormState, problemOf } from "#lib/form-state.ts";
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

/**
 * Gives a month to a board: from then on it is what that board saw, whatever is revised later. `seen` is the list above
 * it as this person sees it, and `open` how many of its points are open.
 */
export function PublishForm(props: {
  readonly month: string;
  readonly seen: string;
  readonly open: number;
  readonly board: string;
}) {
  return (
    <Form action={publishMonthAction} submit="Publish the month">
      {(state) => (
        <>
          <ListAgain state={state} />
          <input type="hidden" name="month" value={props.month} />
          <input type="hidden" name="seen" value={props.seen} />
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
          {props.open > 0 && (
            <TextArea
              name="openPointsNote"
              label={`Why the month is given with ${props.open === 1 ? "a point" : `${props.open} points`} open`}
              hint="It stands with the month, and everybody who may see the month reads it: name no child, and no figure that is hidden from them."
              state={state}
            />
          )}
        </>
      )}
    </Form>
  );
}

/** When the list has changed since it was shown, shows it as it is now: without script the answer is a new page anyway. */
function ListAgain({ state }: { readonly state: FormState }) {
  const router = useRouter();
  useEffect(() => {
    if (problemOf(state, "seen")) router.refresh();
  }, [state, router]);
  return null;
}
