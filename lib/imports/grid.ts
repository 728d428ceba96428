/**
 * A table somebody uploaded, as they see it when they open the file: rows of text, addressed as a spreadsheet does.
 *
 * `rows` is a rectangle from A1 to the last row and column that hold something. Blank rows in between stay, so that an
 * address in a message is the one a person finds in the file.
 */

/** One cell. `row` and `column` count from 1. */
export type Cell = { readonly row: number; readonly column: number; readonly text: string };

/** `rows[r][c]`, from 0; every row has the same number of cells. `sheet` is null for a text file. */
export type Grid = {
  readonly format: "tab-separated" | "comma-separated" | "workbook";
  readonly sheet: string | null;
  readonly rows: readonly (readonly string[])[];
};

/** Why a file is not a grid: one plain sentence, or two, that says what is wrong and what to do. */
export type Unreadable = { readonly problem: string };

/** The most that is read. `cellCharacters` is what a spreadsheet cell can hold; `unpackedBytes` counts XML read. */
export type GridLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  readonly unpackedBytes: number;
};

const KIB = 1024;
const MIB = KIB * KIB;

export const GRID_LIMITS: GridLimits = {
  bytes: 2 * MIB,
  rows: 20_000,
  columns: 200,
  cellCharacters: 32 * KIB,
  unpackedBytes: 40 * MIB,
};

/** Thrown by the readers, turned into `Unreadable` by `readGrid`; never leaves lib/imports. */
export class CannotRead extends Error {}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnName(Math.floor((column - 1) / 26)) + letter : letter;
}

/** The address a spreadsheet shows: (1, 1) is A1, (2, 28) is AB2. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

export function count(number: number): string {
  return number.toLocaleString("en-GB");
}

/** Rounded up, so that a file just over a limit does not read as equal to it. */
export function megabytes(bytes: number): string {
  return `${count(Math.ceil((bytes / MIB) * 10) / 10)} MB`;
}

/** Collects cells within the limits. Throws `CannotRead` at the first cell beyond one. */
export function gridRows(limits: GridLimits): { place(cell: Cell): void; rows(): string[][] } {
  const rows: string[][] = [];
  let width = 0;
  return {
    place({ row, column, text }) {
      const shown = text.trim();
      if (shown === "") return;
      refuseBeyond(limits, row, column, shown.length);
      while (rows.length < row) rows.push([]);
      const cells = rows[row - 1] ?? [];
      while (cells.length < column) cells.push("");
      cells[column - 1] = shown;
      width = Math.max(width, column);
    },
    rows() {
      const blank = new Array<string>(width).fill("");
      for (const cells of rows) while (cells.length > 0 && cells.length < width) cells.push("");
      return rows.map((cells) => (cells.length === 0 ? blank : cells));
    },
  };
}

function refuseBeyond(limits: GridLimits, row: number, column: number, characters: number): void {
  if (row > limits.rows) {
    throw new CannotRead(`This file has more than ${count(limits.rows)} rows. Split it into smaller files.`);
  }
  if (column > limits.columns) {
    const where = `${count(limits.columns)} columns, in row ${count(row)}`;
    throw new CannotRead(`This file has more than ${where}. Keep only the columns that are needed.`);
  }
  if (characters > limits.cellCharacters) {
    const most = `the most is ${count(limits.cellCharacters)}`;
    const found = `Cell ${cellAddress(row, column)} holds ${count(characters)} characters; ${most}.`;
    throw new CannotRead(`${found} Shorten it, or check for a missing quotation mark before it.`);
  }
}
