"use client";

import { Form, TextField } from "#components/ui/form.tsx";
import { setTargetAction } from "#lib/indicators/actions.ts";

/** What the owner promises from a day on. Both numbers are in the indicator's own unit. */
export function TargetForm({ code, unit }: { readonly code: string; readonly unit: string }) {
  const sign = unit === "%" ? ", in per cent" : unit === "weeks" ? ", in weeks" : "";
  return (
    <Form action={setTargetAction} submit="Set the target">
      {(state) => (
        <>
          <input type="hidden" name="code" value={code} />
          <TextField name="target" label={`Target${sign}`} kind="number" short state={state} />
          <TextField
            name="tolerance"
            label={`Tolerance${sign}`}
            hint="How far off the target a month may be before it is red. 0 means not at all."
            kind="number"
            short
            state={state}
          />
          <TextField name="fromOn" label="Holds from" kind="date" short state={state} />
        </>
      )}
    </Form>
  );
}
