import { z } from "zod";

/**
 * One line or more of typed text, trimmed. Refuses what the database would choke on or change without a word: a NUL is
 * an error there and a lone surrogate is stored as another character.
 */
export function text(longest: number, empty: string): z.ZodType<string, string> {
  return z
    .string(empty)
    .trim()
    .min(1, empty)
    .max(longest, `Use at most ${longest.toLocaleString("en-GB")} characters`)
    .refine((typed) => !typed.includes("\u0000") && typed.isWellFormed(), "Remove the characters that cannot be read");
}

/** The same, where nothing is an answer too. */
export function optionalText(longest: number): z.ZodType<string, string | undefined> {
  return z
    .union([z.literal(""), text(longest, "")])
    .optional()
    .default("") as z.ZodType<string, string | undefined>;
}
