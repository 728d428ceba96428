import { z } from "zod";
import { text } from "./text.ts";

/**
 * What could make words look other than they are, or cannot be seen: control characters but line ends and tabs, marks that
 * turn the direction of writing, and joiners that hide inside a word.
 */
const UNSEEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Line ends as one character, however the browser sends them: the count that a person sees is the count that is kept. */
export function oneLineEnd(typed: string): string {
  return typed.replaceAll(/\r\n?/g, "\n");
}

/** Paragraphs of typed text, trimmed. `longest` is in characters as a text box counts them. */
export function longText(longest: number, empty: string): z.ZodType<string, string> {
  return z
    .string(empty)
    .transform(oneLineEnd)
    .pipe(text(longest, empty))
    .refine(
      (typed) => !UNSEEN.test(typed.replaceAll(/[\n\t]/g, "")),
      "Remove the characters that cannot be seen: type the words again, or paste them as plain text",
    ) as z.ZodType<string, string>;
}
