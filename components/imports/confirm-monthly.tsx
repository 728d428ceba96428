"use client";

import { Form, TextArea, TextField } from "#components/ui/form.tsx";
import { confirmImportAction } from "#lib/imports/actions.ts";

export type ConfirmRow = {
  readonly row: number;
  readonly label: string;
  readonly code: string;
  readonly caveat: string;
};

/** Stores what the page shows: the meanings are those of the table above, and `shown` stands for its every cell. */
export function ConfirmMonthly(props: {
  readonly importId: string;
  readonly shown: string;
  readonly rows: readonly ConfirmRow[];
  readonly meant: Readonly<Record<string, string>>;
  readonly figures: number;
  readonly revisions: number;
}) {
  const { importId, shown, rows, meant, figures, revisions } = props;
  const remembered = rows.filter(({ caveat }) => caveat !== "").length;
  return (
    <Form
      action={confirmImportAction}
      submit={`Store ${figures.toLocaleString("en-GB")} ${figures === 1 ? "figure" : "figures"}`}
    >
      {(state) => (
        <>
          {Object.entries({ importId, shown, ...meant }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {revisions > 0 && (
            <TextArea
              name="reason"
              label={revisions === 1 ? "Why the figure changes" : `Why the ${revisions} figures change`}
              hint="Kept with each changed figure, where everyone who sees it can read it."
              state={state}
            />
          )}
          <details open={state.problems.some(({ field }) => field.startsWith("caveat-"))}>
            <summary className="py-2 font-semibold text-brand-2">
              What a row leaves unsaid (optional{remembered === 0 ? "" : `, ${remembered} remembered`})
            </summary>
            <p className="max-w-3xl">
              Shown with the indicator’s figures, for example that the paper does not say whether a case with a
              permitted exception is counted.
            </p>
            <div className="mt-3 grid gap-4">
              {rows.map(({ row, label, caveat }) => (
                <TextField key={row} name={`caveat-${row}`} label={label} initial={caveat} state={state} />
              ))}
            </div>
          </details>
        </>
      )}
    </Form>
  );
}
