"use client";

import { Form } from "#components/ui/form.tsx";
import { confirmImportAction } from "#lib/imports/actions.ts";

/** Stores what the page shows: `shown` stands for its every figure. */
export function ConfirmNational(props: {
  readonly importId: string;
  readonly shown: string;
  readonly release: string;
  readonly figures: number;
}) {
  const { figures, ...hidden } = props;
  return (
    <Form
      action={confirmImportAction}
      submit={`Store ${figures.toLocaleString("en-GB")} ${figures === 1 ? "figure" : "figures"}`}
    >
      {() =>
        Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
      }
    </Form>
  );
}
