/** The text a person sees in a workbook's cell, from what the file keeps for it (ECMA-376 part 1, 18.3.1.4 and 18.18.11). */
import { type NumberFormat, plainNumber } from "./number-format.ts";

/** `type` and `style` are the attributes t and s of a cell; `text` is its value, or its own text where it has one. */
export type CellSource = { readonly type: string; readonly style: number; readonly text: string };

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Undefined where the cell makes no sense: a text that is not there, a number that is none. */
export function cellText(
  { type, style, text }: CellSource,
  sharedTexts: readonly string[],
  formats: readonly NumberFormat[],
): string | undefined {
  if (type === "inlineStr" || type === "str") return unescapedText(text);
  const written = text.trim();
  if (written === "") return "";
  if (type === "s") return sharedTexts[Number(written)];
  if (type === "b") return isTrue(written) ? "TRUE" : "FALSE";
  if (type !== "n") return written;
  const value = NUMBER.test(written) ? Number(written) : Number.NaN;
  return Number.isFinite(value) ? (formats[style] ?? plainNumber)(value) : undefined;
}

/** Whether an element holds text that is shown: in a run of rich text too, but not in a phonetic reading aid. */
export function isShownText(name: string, parent: string): boolean {
  return name === "t" && (parent === "si" || parent === "is" || parent === "r");
}

/** A character that XML cannot hold is written _xHHHH_ (22.9.2.19). A NUL or half a character stays as written. */
export function unescapedText(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (written, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return character === "\0" || !character.isWellFormed() ? written : character;
  });
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
