/**
 * What is wrong in an uploaded file, as the person who sent it reads it: the cell, and one or two plain sentences that
 * say what is wrong and what to do.
 */
import { count } from "./grid.ts";

/** `cell` is a spreadsheet address: "F7". */
export type Problem = { readonly cell: string; readonly message: string };

/** What a reader writes problems to, in the order it meets them. */
export type ProblemList = {
  add(cell: string, message: string): void;
  /** At most 200, then one line at the cell of the first one left out that says how many more there are. */
  listed(): Problem[];
};

const MOST_LISTED = 200;
const MOST_QUOTED = 20;

/** Counts what it does not keep: a wrong file of 2 MB can hold a million wrong cells. */
export function problemList(): ProblemList {
  const kept: Problem[] = [];
  let more = 0;
  let firstLeftOut = "";
  return {
    add(cell, message) {
      if (kept.length < MOST_LISTED) kept.push({ cell, message });
      else if (++more === 1) firstLeftOut = cell;
    },
    listed() {
      if (more === 0) return [...kept];
      const message =
        more === 1 ? "1 more is not listed: this cell." : `${count(more)} more are not listed, from this cell on.`;
      return [...kept, { cell: firstLeftOut, message }];
    },
  };
}

/** A cell's words inside a sentence: in quotation marks, on one line, 20 characters at most. */
export function quoted(text: string): string {
  const characters = [...text.trim().replace(/\s+/g, " ")];
  const shown = characters.slice(0, MOST_QUOTED).join("");
  return characters.length > MOST_QUOTED ? `"${shown}…"` : `"${shown}"`;
}
