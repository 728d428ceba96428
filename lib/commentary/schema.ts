import { z } from "zod";
import { draftVersion } from "#lib/draft-version.ts";
import { AUDIENCES, indicatorCode, month } from "#lib/indicators/schema.ts";
import { longText } from "#lib/long-text.ts";
import { text } from "#lib/text.ts";

export const LONGEST_COMMENTARY = 2_000;

const figure = { code: indicatorCode, month };

export const draftForm = z.object({
  ...figure,
  ...draftVersion,
  words: longText(LONGEST_COMMENTARY, "Write what there is to say about the figure"),
  audience: z.enum(AUDIENCES, "Choose who may read it"),
  /** Which button was pressed. */
  press: z.enum(["save", "check"]).catch("save"),
});
export type DraftInput = z.output<typeof draftForm>;

export const publishDraftForm = z.object({ ...figure, version: draftVersion.version });
export type PublishDraftInput = z.output<typeof publishDraftForm>;

export const withdrawForm = z.object({
  ...figure,
  id: z.uuid("Choose what to withdraw"),
  reason: text(500, "Say why it is withdrawn: the reason is kept with it"),
});
export type WithdrawInput = z.output<typeof withdrawForm>;
