"use client";

import { Form } from "#components/ui/form.tsx";
import { giveReportAction } from "#lib/exceptions/actions.ts";

type Props = { readonly code: string; readonly month: string; readonly version: number };

/** Gives the board the very version that was read on this page. */
export function GiveForm({ code, month, version }: Props) {
  return (
    <Form action={giveReportAction} submit="Give the report to the board">
      {() => (
        <>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="month" value={month} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
    </Form>
  );
}
