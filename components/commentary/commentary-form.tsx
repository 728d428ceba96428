"use client";

import { DraftConflict, DraftVersion } from "#components/ui/draft-conflict.tsx";
import { Button, Form, RadioField } from "#components/ui/form.tsx";
import { LongTextField } from "#components/ui/long-text-field.tsx";
import { draftCommentaryAction } from "#lib/commentary/actions.ts";
import { LONGEST_COMMENTARY } from "#lib/commentary/schema.ts";
import type { Audience } from "#lib/indicators/schema.ts";

const CHOICES: Record<Audience, { label: string; hint: string }> = {
  public: { label: "Everyone", hint: "Anyone on the internet, without signing in." },
  partners: {
    label: "The partnership",
    hint: "The organisations that work here, and the parent carer forum.",
  },
  board: { label: "The board", hint: "Leaders, the chair and data officers." },
};

type Props = {
  readonly code: string;
  readonly month: string;
  /** What is kept now; null before the first save. */
  readonly draft: { readonly words: string; readonly version: number } | null;
  readonly words: string;
  /** "" makes them choose. */
  readonly audience: Audience | "";
  /** Who may be chosen. */
  readonly audiences: readonly Audience[];
  /** Whether the month was given to a board, so that it can be published. */
  readonly given: boolean;
};

/** The draft of an organisation: saved as often as one likes, then checked and published. */
export function CommentaryForm({ code, month, draft, words, audience, audiences, given }: Props) {
  return (
    <Form
      action={draftCommentaryAction}
      submit="Save the draft"
      secondary
      beside={
        given && (
          <Button name="press" value="check">
            Save, check and publish
          </Button>
        )
      }
    >
      {(state) => (
        <>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="month" value={month} />
          <DraftVersion state={state} version={draft?.version ?? 0} />
          <DraftConflict state={state}>
            <p className="mt-1 max-w-3xl whitespace-pre-line wrap-anywhere">{draft?.words}</p>
          </DraftConflict>
          <LongTextField
            name="words"
            label="What there is to say about the figure"
            hint="What is behind it and what you do about it. Name no child, and nothing by which one can be known."
            longest={LONGEST_COMMENTARY}
            initial={words}
            state={state}
          />
          <RadioField
            name="audience"
            label="Who may read it"
            hint="For everyone and for the partnership, leave out any number that they are not shown."
            choices={audiences.map((value) => ({ value, ...CHOICES[value] }))}
            initial={audience}
            state={state}
          />
        </>
      )}
    </Form>
  );
}
