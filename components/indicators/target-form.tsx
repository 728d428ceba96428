"use client";

import { Form, TextArea, TextField } from "#components/ui/form.tsx";
import { setTargetAction } from "#lib/indicators/actions.ts";

/** What the owner promises from a day on, and to a day if it ends. Both numbers are in the indicator's own unit. */
export function TargetForm({ code, unit }: { readonly code: string; readonly unit: string }) {
  const signs: Readonly<Record<string, string>> = {
    "%": ", in per cent",
    weeks: ", in weeks",
    days: ", in days",
    "£": ", in pounds",
  };
  const sign = signs[unit] ?? "";
  return (
    <Form action={setTargetAction} submit="Set the target">
      {(state) => (
        <>
          <p>
            It holds beside what was promised before. To change or end a promise, set it again with the same first day:
            the earlier one stays on record.
          </p>
          <input type="hidden" name="code" value={code} />
          <TextField name="target" label={`Target${sign}`} kind="number" short state={state} />
          <TextField
            name="tolerance"
            label={unit === "%" ? "Tolerance, in percentage points" : `Tolerance${sign}`}
            hint="How far off the target a month may be before it is red and owes an exception report. 0 means not at all."
            kind="number"
            short
            state={state}
          />
          <TextField name="fromOn" label="First day on which it holds" kind="date" short state={state} />
          <TextField
            name="lastOn"
            label="Last day on which it holds"
            hint="Leave it empty if it goes on."
            kind="date"
            short
            state={state}
          />
          <TextArea
            name="reason"
            label="Why this target"
            hint="Kept with it. The organisations that read exact figures read it too."
            state={state}
          />
        </>
      )}
    </Form>
  );
}
