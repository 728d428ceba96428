"use client";

import { Form, TextArea, TextField } from "#components/ui/form.tsx";
import type { FormState } from "#lib/form-state.ts";
import { submitFigureAction } from "#lib/indicators/actions.ts";
import type { FigureFormPage } from "#lib/indicators/figure-form-queries.ts";

type Props = Pick<FigureFormPage, "code" | "unit" | "kind" | "numerator" | "denominator" | "current"> & {
  readonly month: string;
};

/** One month of one indicator. What is there already is filled in, so that only what changes is typed. */
export function FigureForm(props: Props) {
  const { code, month, unit, kind, current } = props;
  const example = unit === "%" ? "For example 26.7%. " : "";
  return (
    <Form action={submitFigureAction} submit={current ? "Store the change" : "Store the figure"}>
      {(state) => (
        <>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="month" value={month} />
          <TextField
            name="typed"
            label="The figure"
            hint={`${example}Tbc if it is still to be confirmed. Leave it empty if the month is not reported.`}
            initial={current?.asTyped ?? ""}
            short
            state={state}
          />
          {kind === "rate" && <Parts {...props} state={state} />}
          <TextField
            name="source"
            label="Where the figure comes from"
            hint="The paper or the system, and its date."
            state={state}
          />
          {current && (
            <TextArea
              name="reason"
              label="Why it changes"
              hint="Kept with the figure, where everyone who sees it can read it."
              state={state}
            />
          )}
        </>
      )}
    </Form>
  );
}

function Parts({ numerator, denominator, current, state }: Props & { readonly state: FormState }) {
  return (
    <fieldset className="grid gap-4">
      <legend className="font-semibold">The two numbers behind the rate, if you have them</legend>
      <p className="max-w-2xl text-soft">
        With both, the year can be worked out and the rate checked. Leave both empty if not.
      </p>
      <TextField
        name="numerator"
        label="Numerator"
        hint={numerator}
        kind="number"
        initial={current?.numerator ?? ""}
        short
        state={state}
      />
      <TextField
        name="denominator"
        label="Denominator"
        hint={denominator}
        kind="number"
        initial={current?.denominator ?? ""}
        short
        state={state}
      />
    </fieldset>
  );
}
