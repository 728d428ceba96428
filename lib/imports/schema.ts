import { z } from "zod";
import { optionalText } from "#lib/text.ts";

export const IMPORT_KINDS = ["monthly table", "national figures"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a row means when it means nothing here: it is left out, and said to be. */
export const LEFT_OUT = "-";

const ROW_CODE = /^row-([1-9]\d{0,4})$/;
const ROW_CAVEAT = /^caveat-([1-9]\d{0,4})$/;

/** Which definition each row of the file means, by row number: a code, or LEFT_OUT. What is neither stays undecided. */
export type Chosen = ReadonlyMap<number, string>;

const caveat = optionalText(300);
const publication = optionalText(200);

/** `shown` is the fingerprint of what the page showed: nothing else is stored. */
export const confirmForm = z
  .looseObject({
    importId: z.uuid(),
    shown: z.string(),
    reason: optionalText(500),
    release: publication,
  })
  .transform((sent, issues) => {
    const caveats = new Map<number, string>();
    for (const [name, value] of Object.entries(sent)) {
      const row = ROW_CAVEAT.exec(name)?.[1];
      if (row === undefined) continue;
      const found = caveat.safeParse(value);
      if (found.success) caveats.set(Number(row), found.data ?? "");
      else issues.addIssue({ code: "custom", path: [name], message: found.error.issues[0]?.message ?? "" });
    }
    const { importId, shown, reason = "", release = "" } = sent;
    return { importId, shown, reason, release, caveats, chosen: chosenRows(sent) };
  });
export type ConfirmInput = z.output<typeof confirmForm>;

/** Reads `row-5=E01` out of a form or an address; anything else in it is somebody else's. */
export function chosenRows(sent: Readonly<Record<string, unknown>>): Chosen {
  const chosen = new Map<number, string>();
  for (const [name, value] of Object.entries(sent)) {
    const row = ROW_CODE.exec(name)?.[1];
    if (row !== undefined && typeof value === "string") chosen.set(Number(row), value);
  }
  return chosen;
}

/** The publication that an address names, or "" when it names none that could be stored. */
export function releaseAsked(sent: unknown): string {
  const found = publication.safeParse(sent);
  return (found.success && found.data) || "";
}
