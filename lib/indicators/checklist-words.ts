/** The points of a checklist in sentences, and the form that mends each. */
import { type Month, monthName } from "#lib/dates.ts";
import type { Changes, OpenPoint } from "./checklist-rules.ts";
import { list, plain } from "./numbers.ts";
import { submitPath } from "./submission-rules.ts";
import { inSentence, notWholeInWords, partsInWords, yearInWords } from "./words.ts";

export function pointInWords(point: OpenPoint): string {
  switch (point.kind) {
    case "to be confirmed":
      return "Still to be confirmed.";
    case "not reported":
      return "Not reported.";
    case "dash":
      return "A dash whose meaning is not given.";
    case "never submitted":
      if (point.every === null) return "Nothing was submitted, and other rows of the paper have the month.";
      return `Nothing was submitted, and it has come every ${point.every === 1 ? "month" : `${plain(point.every)} months`}.`;
    case "without its two numbers":
      return `${point.asTyped} came without a numerator and a denominator, so nobody can check it or add it up.`;
    case "not a whole number":
      return notWholeInWords(point.found);
    case "parts":
      return partsInWords(point.found, point.series.definition.name);
    case "year to date":
      return yearInWords(point.year, point.series.definition, point.weights?.definition.name ?? "");
  }
}

export type Mending = { readonly href: string; readonly label: string };

/** A printed year to date comes from a file alone; what it needs to be rebuilt is typed in month by month. */
export function mending(point: OpenPoint, month: Month): Mending {
  const { code } = point.series.definition;
  if (point.kind !== "year to date") return { href: submitPath(code, month), label: `Submit ${monthName(month)}` };
  const without = point.year.unweighted.at(-1);
  if (point.year.how === "cannot be rebuilt" && without !== undefined)
    return { href: submitPath(code, without), label: "Submit a numerator and a denominator" };
  return { href: "/imports/new", label: "Import a corrected table" };
}

/** "3 points are open", for a heading. */
export function openInWords(points: number): string {
  if (points === 0) return "No point is open";
  return `${plain(points)} ${points === 1 ? "point is" : "points are"} open`;
}

/** What changed since the form was opened. `nameOf` gives an indicator's name by its code. */
export function changesInWords(changes: Changes, nameOf: (code: string) => string): string {
  const point = (key: string) => {
    const [code = "", ...kind] = key.split(" ");
    return `${inSentence(nameOf(code))} (${kind.join(" ")})`;
  };
  const named = [...new Set(changes.figures.map((key) => inSentence(nameOf(key.split(" ")[0] ?? ""))))];
  const parts = [
    ...(changes.opened.length > 0 ? [`open now: ${list(changes.opened.map(point))}`] : []),
    ...(changes.settled.length > 0 ? [`no longer open: ${list(changes.settled.map(point))}`] : []),
    ...(named.length > 0 ? [`another figure: ${list(named)}`] : []),
  ];
  return `The month has changed since you opened this page; ${parts.join("; ")}. Look at the list again, then publish.`;
}
