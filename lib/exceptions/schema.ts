import { z } from "zod";
import { draftVersion } from "#lib/draft-version.ts";
import { indicatorCode, month } from "#lib/indicators/schema.ts";
import { longText } from "#lib/long-text.ts";
import { text } from "#lib/text.ts";

export const LONGEST_ANSWER = 2_000;

const figure = { code: indicatorCode, month };
const answer = z.union([z.literal(""), longText(LONGEST_ANSWER, "")]);

export const reportForm = z
  .object({
    ...figure,
    ...draftVersion,
    why: answer,
    doing: answer,
    backOnTrackOn: z.union([z.literal(""), z.iso.date("Enter the date as it is on the calendar")]),
    /** Which button was pressed. */
    press: z.enum(["save", "check"]).catch("save"),
  })
  .superRefine(({ press, ...answers }, context) => {
    if (press === "save") return;
    for (const { field, message } of unanswered(answers)) {
      context.addIssue({ code: "custom", path: [field], message });
    }
  });
export type ReportInput = z.output<typeof reportForm>;

type Answers = { readonly why: string; readonly doing: string; readonly backOnTrackOn: string };

/** What a report still lacks before it can be given. */
export function unanswered({ why, doing, backOnTrackOn }: Answers): { field: keyof Answers; message: string }[] {
  const lacks: { field: keyof Answers; message: string }[] = [];
  if (why === "") lacks.push({ field: "why", message: "Say why the target was missed" });
  if (doing === "") lacks.push({ field: "doing", message: "Say what is being done" });
  if (backOnTrackOn === "") lacks.push({ field: "backOnTrackOn", message: "Say when it will be back on track" });
  return lacks;
}

export const giveForm = z.object({ ...figure, version: draftVersion.version });
export type GiveInput = z.output<typeof giveForm>;

export const seenForm = z.object({
  ...figure,
  board: text(200, "Name the board that has seen it"),
  seenOn: z.iso.date("Enter the date on which the board saw it"),
});
export type SeenInput = z.output<typeof seenForm>;
