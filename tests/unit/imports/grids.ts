import type { Grid } from "#lib/imports/grid.ts";
import { type MonthlyTable, type ReadCellAt, readMonthlyTable } from "#lib/imports/monthly-table-rules.ts";

/** The day on which the tests read every file. */
export const TODAY = "2026-11-22";

/** A grid of text in which nothing is quoted. */
export function gridOf(text: string, separator: "\t" | ","): Grid {
  const lines = text.split("\n").map((line) => line.split(separator));
  const width = Math.max(...lines.map((cells) => cells.length));
  const rows = lines.map((cells) => cells.concat(new Array<string>(width - cells.length).fill("")));
  return { format: separator === "\t" ? "tab-separated" : "comma-separated", sheet: null, rows };
}

/** Reads a monthly table drawn with `|` between its cells. */
export function readDrawn(lines: readonly string[]): MonthlyTable {
  return readMonthlyTable(gridOf(lines.map((line) => line.replace(/ ?\| ?/g, "\t")).join("\n"), "\t"), TODAY);
}

/** A figure as it was typed, its revision mark with it; any other cell as the name of its state. */
export function said({ typed }: ReadCellAt): string {
  return typed.state === "reported" ? `${typed.asTyped}${typed.markedRevised ? "*" : ""}` : typed.state;
}
