"use client";

import { DraftConflict, DraftVersion } from "#components/ui/draft-conflict.tsx";
import { Button, Form, TextField } from "#components/ui/form.tsx";
import { LongTextField } from "#components/ui/long-text-field.tsx";
import { longDate } from "#lib/dates.ts";
import { draftReportAction } from "#lib/exceptions/actions.ts";
import { LONGEST_ANSWER } from "#lib/exceptions/schema.ts";

type Props = {
  readonly code: string;
  readonly month: string;
  /** What is kept now; version 0 before the first save. */
  readonly words: {
    readonly why: string;
    readonly doing: string;
    readonly backOnTrackOn: string;
    readonly version: number;
  };
};

/** The owner's report: saved as often as one likes, then checked and given. */
export function ReportForm({ code, month, words }: Props) {
  return (
    <Form
      action={draftReportAction}
      submit="Save the draft"
      secondary
      beside={
        <Button name="press" value="check">
          Save, check and give
        </Button>
      }
    >
      {(state) => (
        <>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="month" value={month} />
          <DraftVersion state={state} version={words.version} />
          <DraftConflict state={state}>
            {[words.why, words.doing, words.backOnTrackOn && longDate(words.backOnTrackOn)]
              .filter(Boolean)
              .map((said) => (
                <p key={said} className="mt-1 whitespace-pre-line wrap-anywhere">
                  {said}
                </p>
              ))}
          </DraftConflict>
          <LongTextField
            name="why"
            label="Why was the target missed?"
            hint="Name no child, and nothing by which one can be known."
            longest={LONGEST_ANSWER}
            initial={words.why}
            state={state}
          />
          <LongTextField
            name="doing"
            label="What is being done?"
            hint="Who does what, by when."
            longest={LONGEST_ANSWER}
            initial={words.doing}
            state={state}
          />
          <TextField
            name="backOnTrackOn"
            label="When will it be back on track?"
            hint="A date after today. A month that ends before it and misses the target owes no new report."
            kind="date"
            short
            initial={words.backOnTrackOn}
            state={state}
          />
        </>
      )}
    </Form>
  );
}
