/**
 * What the portal understood of a file of national figures, in the layout of the DfE extract: one figure a row, columns
 * found by their headings. "Unavailable" is never zero, and a row whose note says that it is wrong is kept for display
 * and never charted (notes 0.5: the 2025 release printed a regional total in the rows of 15 local authorities).
 */
import { cellAddress, type Grid } from "./grid.ts";
import { headlineDoubts } from "./headline-rules.ts";
import { periodProblem } from "./period-rules.ts";
import { type Problem, type ProblemList, problemList, quoted } from "./problem-rules.ts";

export { periodName } from "./period-rules.ts";

/** `cell` is that of the value; `period` is "2019" or "201819" as given; `value` is null when unavailable. */
export type NationalRow = {
  readonly cell: string;
  readonly sourceFile: string;
  readonly area: string;
  readonly periodType: string;
  readonly period: string;
  readonly variable: string;
  readonly state: "value" | "unavailable" | "defect";
  readonly asTyped: string;
  readonly value: number | null;
  readonly note: string;
};

/** `doubts` do not stop an import. Both lists hold at most 201, the last of which counts the rest. */
export type NationalTable = {
  readonly rows: readonly NationalRow[];
  readonly problems: readonly Problem[];
  readonly doubts: readonly Problem[];
};

const COLUMNS = ["source_file", "area", "period_type", "period", "variable", "value", "note"] as const;
type Column = (typeof COLUMNS)[number];
const KEY = ["source_file", "area", "period_type", "period", "variable"] as const;
type Columns = Readonly<Record<Column, number>>;

/** DfE's symbols, and HMCTS's `..` and `~` (notes 5). */
const UNAVAILABLE = ["x", "z", "c", "k", "low", "u", "..", "~"];
const NUMBER = /^-?(\d{1,3}(,\d{3})+|\d{1,12})(\.\d+)?$/;
const COMMA = "Check the row for a comma too many.";

/** Whether most of the seven headings stand in the first row that is not empty. */
export function looksNational(grid: Grid): boolean {
  const headings = headingsOf(grid).cells;
  return COLUMNS.filter((column) => headings.includes(column)).length >= 4;
}

export function readNational(grid: Grid): NationalTable {
  const problems = problemList();
  const header = headingsOf(grid);
  const columns = findColumns(header, problems);
  const rows = columns ? readRows(grid, header, columns, problems) : [];
  if (columns && rows.length === 0 && problems.listed().length === 0) {
    problems.add("A1", "This file has headings but no figures under them. Choose another file.");
  }
  return { rows, problems: problems.listed(), doubts: headlineDoubts(rows) };
}

type Headings = { readonly row: number; readonly cells: readonly string[] };

function headingsOf(grid: Grid): Headings {
  const index = grid.rows.findIndex((cells) => cells.some((text) => text.trim() !== ""));
  const cells = (grid.rows[index] ?? []).map((text) => text.trim().toLowerCase());
  return { row: Math.max(index, 0) + 1, cells };
}

function findColumns({ row, cells }: Headings, problems: ProblemList): Columns | null {
  const missing = COLUMNS.filter((column) => !cells.includes(column));
  for (const column of missing) {
    problems.add(cellAddress(row, 1), `The column ${column} is missing. Add its heading to this row.`);
  }
  const twice = COLUMNS.filter((column) => cells.indexOf(column) !== cells.lastIndexOf(column));
  for (const column of twice) {
    problems.add(cellAddress(row, cells.lastIndexOf(column) + 1), `The heading ${column} is there twice. Remove one.`);
  }
  if (missing.length + twice.length > 0) return null;
  return Object.fromEntries(COLUMNS.map((column) => [column, cells.indexOf(column)])) as Columns;
}

function readRows(grid: Grid, header: Headings, columns: Columns, problems: ProblemList): NationalRow[] {
  const cellOfKey = new Map<string, string>();
  return grid.rows.slice(header.row).flatMap((cells, index) => {
    if (cells.every((text) => text.trim() === "")) return [];
    const found = readRow(header.row + index + 1, cells, header, columns, problems);
    if (!found) return [];
    const key = JSON.stringify([found.sourceFile, found.area, found.period, found.variable]);
    const same = cellOfKey.get(key);
    if (same === undefined) {
      cellOfKey.set(key, found.cell);
      return [found];
    }
    const both = `Cells ${same} and ${found.cell} have the same source_file, area, period and variable.`;
    problems.add(found.cell, `${both} Remove one of the two rows.`);
    return [];
  });
}

function readRow(
  row: number,
  cells: readonly string[],
  header: Headings,
  columns: Columns,
  problems: ProblemList,
): NationalRow | null {
  const text = (column: Column) => (cells[columns[column]] ?? "").trim();
  const address = (column: Column) => cellAddress(row, columns[column] + 1);
  const stray = cells.findIndex((typed, index) => typed.trim() !== "" && !header.cells[index]);
  if (stray !== -1) {
    const message = `${quoted(cells[stray] ?? "")} stands under no heading. ${COMMA}`;
    problems.add(cellAddress(row, stray + 1), message);
    return null;
  }
  const blank = KEY.filter((column) => text(column) === "");
  for (const column of blank) problems.add(address(column), `The ${column} is missing. Type it in this cell.`);
  if (blank.length > 0) return null;
  const wrong = periodProblem(text("period"));
  if (wrong) problems.add(address("period"), wrong);
  const isNote = /^$|\p{L}/u.test(text("note"));
  if (!isNote) problems.add(address("note"), `${quoted(text("note"))} is not a note. ${COMMA}`);
  const value = readValue(text("value"), text("variable"), text("note"));
  if ("problem" in value) problems.add(address("value"), value.problem);
  if (wrong || !isNote || "problem" in value) return null;
  return {
    cell: address("value"),
    sourceFile: text("source_file"),
    area: text("area"),
    periodType: text("period_type"),
    period: text("period"),
    variable: text("variable"),
    asTyped: text("value"),
    note: text("note"),
    ...value,
  };
}

function readValue(
  text: string,
  variable: string,
  note: string,
): { readonly state: NationalRow["state"]; readonly value: number | null } | { readonly problem: string } {
  if (UNAVAILABLE.includes(text)) return { state: "unavailable", value: null };
  if (!NUMBER.test(text)) {
    return {
      problem: `${quoted(text)} is not a number, nor x for unavailable. Correct the cell and upload the file again.`,
    };
  }
  const value = Number(text.replaceAll(",", ""));
  if (note !== "") return { state: "defect", value };
  if (/^pc|_pc$/i.test(variable) && (value < 0 || value > 100)) {
    return {
      problem: `${quoted(text)} is not a percentage from 0 to 100. Correct the cell, or say in its note what is wrong.`,
    };
  }
  if (value < 0)
    return { problem: `${quoted(text)} is below zero. Correct the cell, or say in its note what is wrong.` };
  return { state: "value", value };
}
