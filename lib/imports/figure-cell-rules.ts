/**
 * What is wrong with the figures of one row of a monthly table, said to the person who typed them.
 */
import { readCell, type TypedCell } from "#lib/indicators/cell-rules.ts";
import { type ProblemList, quoted } from "./problem-rules.ts";

const UPLOAD_AGAIN = "Correct the cell and upload the file again.";

/** The form that takes a figure takes no more. A file's cell can hold 32,768, over which `readCell` takes a second. */
const LONGEST = 40;

/** As `readCell`: null for what is no figure. */
export function readFigure(text: string): TypedCell | null {
  return text.length > LONGEST ? null : readCell(text);
}

/** Why `readFigure` answered null, and what to do: a number of a wrong kind is not called "not a number". */
export function unreadable(text: string): string {
  const words = quoted(text);
  const bare = text.replace(/[\s%*]/g, "").replace(/,(?=\d{3}(?!\d))/g, "");
  if (/^[-−–]\d+(\.\d+)?$/.test(bare)) return `${words} is below zero. ${UPLOAD_AGAIN}`;
  if (/^\d+(\.\d+)?$/.test(bare)) {
    return `${words} is too long a number. Use at most ten digits before the point and four after it.`;
  }
  return `${words} is not a number, Tbc, a dash or empty. ${UPLOAD_AGAIN}`;
}

type Figure = { readonly cell: string; readonly typed: TypedCell };

/** The figures of a row are all percentages or none is, and none is over 100. Fewer cells are taken to be the odd ones. */
export function percentageProblems(figures: readonly Figure[], problems: ProblemList): void {
  const reported = figures.filter(({ typed }) => typed.state === "reported");
  const withSign = reported.filter(({ typed }) => typed.percent).length;
  const rowHasSign = withSign * 2 >= reported.length;
  for (const { cell, typed } of reported) {
    const words = quoted(typed.asTyped);
    if (typed.percent && !rowHasSign) {
      problems.add(cell, `${words} has a % sign, but the rest of the row has none. ${UPLOAD_AGAIN}`);
    } else if (!typed.percent && rowHasSign) {
      problems.add(cell, `${words} has no % sign, but the rest of the row has. ${UPLOAD_AGAIN}`);
    }
    if (typed.percent && (typed.value ?? 0) > 100) {
      problems.add(cell, `${words} is more than 100%. ${UPLOAD_AGAIN}`);
    }
  }
}
