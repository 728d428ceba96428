"use client";

import { Form, TextField } from "#components/ui/form.tsx";
import { noteSeenAction } from "#lib/exceptions/actions.ts";

type Props = { readonly code: string; readonly month: string; readonly board: string };

/** The chair's: from then on the report is nobody's move. */
export function SeenForm({ code, month, board }: Props) {
  return (
    <section className="mt-10 print:hidden">
      <h2 className="mb-4">The board has seen this</h2>
      <Form action={noteSeenAction} submit="Note that the board has seen it">
        {(state) => (
          <>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="month" value={month} />
            <TextField name="board" label="The board" initial={board} state={state} />
            <TextField
              name="seenOn"
              label="The day it saw the report"
              hint="Not before the report was given, and not in the future."
              kind="date"
              short
              state={state}
            />
          </>
        )}
      </Form>
    </section>
  );
}
