/** What may be uploaded, and what is said of a file that may not. The browser asks the same before it sends one. */

/** The most that is read of a file; grid.ts holds to the same. */
export const LARGEST_FILE_BYTES = 2 * 1024 * 1024;

export const TOO_LARGE = "This file is larger than 2 MB, the most that is read. Keep only the table, or split it.";
export const NO_FILE = "Choose a file to upload.";
export const NOT_WHOLE = "The file did not arrive whole. Upload it again.";

const LONGEST_NAME = 100;

/**
 * What a file is called, safe to show and to store: on one line, without the characters that nobody sees (control, format
 * and direction marks, which could make a name read as another), 100 characters at most.
 */
export function cleanFileName(sent: string): string {
  const shown = sent
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  return [...shown].slice(0, LONGEST_NAME).join("") || "A file without a name";
}
