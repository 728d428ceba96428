/**
 * What an uploaded file is, told by what is in it: a monthly table, national figures, or neither. Read before anything is
 * stored, and again from the stored contents whenever the file is shown or confirmed.
 */
import { count } from "./grid.ts";
import { type MonthlyTable, readMonthlyTable } from "./monthly-table-rules.ts";
import { looksNational, type NationalTable, readNational } from "./national-rules.ts";
import { readGrid } from "./read-grid.ts";

export type Understood =
  | { readonly kind: "monthly table"; readonly table: MonthlyTable }
  | { readonly kind: "national figures"; readonly table: NationalTable };

/** Why a file is neither kind of table, in sentences that quote nothing of it. */
export type NotUnderstood = { readonly refusals: readonly string[] };

const MOST_REFUSALS = 5;
/** Rows of a monthly table: each means an indicator, and no area has as many. */
const MOST_ROWS = 100;

/** `today` is an ISO date: a month that has not begun may stand empty in a table. */
export async function readImport(bytes: Uint8Array, today: string): Promise<Understood | NotUnderstood> {
  const grid = await readGrid(bytes);
  if ("problem" in grid) return { refusals: [grid.problem] };
  const read: Understood = looksNational(grid)
    ? { kind: "national figures", table: readNational(grid) }
    : { kind: "monthly table", table: readMonthlyTable(grid, today) };
  const rows = read.table.rows.length;
  if (rows === 0) return { refusals: refusals(read.table.problems) };
  return read.kind === "monthly table" && rows > MOST_ROWS ? { refusals: [tooManyRows(rows)] } : read;
}

function refusals(problems: readonly { readonly cell: string; readonly message: string }[]): string[] {
  const said = problems.filter(({ message }) => !message.includes('"')).slice(0, MOST_REFUSALS);
  return said.length === 0
    ? ["No row of this file could be read. Check it against the layouts below, and upload it again."]
    : said.map(({ cell, message }) => (cell === "A1" ? message : `Cell ${cell}: ${message}`));
}

function tooManyRows(rows: number): string {
  const found = `This table has ${count(rows)} rows under its months; the most is ${MOST_ROWS}, one for each indicator.`;
  return `${found} Check that it is the right file.`;
}
