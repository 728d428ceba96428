/**
 * What the portal understood of a monthly table in the layout of the board paper of 4 April 2022: one or more tables one
 * under another, each with its own row of months. Every cell keeps its address and its own characters. What is not
 * understood is a problem with the cell named, never a guess and never left out in silence: with no problems, every
 * value in the file is in `rows` and every other text is in `notes`, a ref, a label or a column heading.
 */
import { type Month, monthName } from "#lib/dates.ts";
import type { TypedCell } from "#lib/indicators/cell-rules.ts";
import { percentageProblems, readFigure, unreadable } from "./figure-cell-rules.ts";
import { cellAddress, type Grid } from "./grid.ts";
import { type Header, type MonthColumn, readHeader, startOfMonths } from "./month-header-rules.ts";
import { type Problem, type ProblemList, problemList, quoted } from "./problem-rules.ts";

export type { Problem } from "./problem-rules.ts";

export type ReadCellAt = { readonly cell: string; readonly month: Month; readonly typed: TypedCell };

/** `ref` is "" where the paper numbers no rows. The month of `yearToDate` is the last one that it covers. */
export type ReadRow = {
  readonly row: number;
  readonly ref: string;
  readonly label: string;
  readonly cells: readonly ReadCellAt[];
  readonly yearToDate: ReadCellAt | null;
};

/** A title or a footnote, as typed. */
export type Note = { readonly cell: string; readonly text: string };

/** `months` is every month that has begun, in order; at most 201 `problems`, the last of which counts the rest. */
export type MonthlyTable = {
  readonly months: readonly Month[];
  readonly rows: readonly ReadRow[];
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
};

type Line = { readonly row: number; readonly cells: readonly string[] };
type Reading = {
  readonly months: Set<Month>;
  readonly rows: ReadRow[];
  readonly notes: Note[];
  readonly problems: ProblemList;
  readonly cellOfLabel: Map<string, string>;
};

const LAYOUT =
  "The layout is a row of at least three months side by side, such as Apr 21, May 21 and Jun 21, and under it one row " +
  "for each indicator, with its label in the cell before the months. Change the file and upload it again.";

/** Reads a whole sheet; `today` is an ISO date. A month that has not begun is left out when its column is empty. */
export function readMonthlyTable(grid: Grid, today: string): MonthlyTable {
  const lines = grid.rows.map((cells, index) => ({ row: index + 1, cells: cells.map((text) => text.trim()) }));
  const tops = lines.flatMap(({ cells }, index) => (startOfMonths(cells) === null ? [] : [index]));
  const notInLayout = (why: string): Problem => ({ cell: "A1", message: `${why} ${LAYOUT}` });
  if (tops.length === 0) {
    const problems = [notInLayout("This file is not in the layout of the monthly table: it has no row of months.")];
    return { months: [], rows: [], notes: [], problems };
  }
  const reading: Reading = { months: new Set(), rows: [], notes: [], problems: problemList(), cellOfLabel: new Map() };
  for (const line of lines.slice(0, tops[0])) readBeforeTables(line, reading);
  tops.forEach((top, index) => {
    readTable(lines.slice(top, tops[index + 1]), today, reading);
  });
  const { rows, notes } = reading;
  const found = reading.problems.listed();
  const problems = rows.length + found.length > 0 ? found : [notInLayout("This file has no rows under its months.")];
  return { months: [...reading.months].sort(), rows, notes, problems };
}

/** Two values in a row above the first months are figures that lost their header; one is the date of a report. */
function readBeforeTables({ row, cells }: Line, { notes, problems }: Reading): void {
  const labelAt = cells.findIndex(isLabel);
  const [stray, ...more] = filled(cells).filter((index) => index > labelAt && isValue(cells[index] ?? ""));
  if (stray !== undefined && more.length > 0) refuseStray(row, stray, cells, problems);
  else for (const index of filled(cells)) notes.push({ cell: cellAddress(row, index + 1), text: cells[index] ?? "" });
}

function readTable([top, ...lines]: readonly Line[], today: string, reading: Reading): void {
  if (!top) return;
  const header = readHeader(top.row, top.cells, startOfMonths(top.cells) ?? 0, reading.problems);
  const months = header.months.filter(({ index, month }) => {
    if (`${month}-01` <= today) return true;
    const held = lines.find(({ cells }) => cells[index]);
    if (!held) return false;
    const holds = `${monthName(month)} has not begun, but cell ${cellAddress(held.row, index + 1)} is not empty`;
    reading.problems.add(cellAddress(top.row, index + 1), `${holds}. Correct the month, or empty its column.`);
    return true;
  });
  if (months.length === 0) {
    const cell = cellAddress(top.row, header.first + 1);
    reading.problems.add(cell, "None of the months in this row has begun. Check the years.");
    return;
  }
  for (const { month } of months) reading.months.add(month);
  for (const line of lines) readLine(line, header, months, reading);
}

function readLine(line: Line, header: Header, months: readonly MonthColumn[], reading: Reading): void {
  const { row, cells } = line;
  const held = filled(cells);
  const before = held.filter((index) => index < header.first);
  const labelAt = before.findLast((index) => isLabel(cells[index] ?? ""));
  const refAt = labelAt === undefined ? undefined : before.findLast((index) => index < labelAt);
  const ref = refAt === undefined ? "" : (cells[refAt] ?? "");
  const isNote = !isRef(ref) && (labelAt ?? before.at(-1)) === held.at(-1);
  for (const index of isNote ? before : before.filter((index) => refAt !== undefined && index < refAt)) {
    reading.notes.push({ cell: cellAddress(row, index + 1), text: cells[index] ?? "" });
  }
  if (isNote) return;
  refuseStrays(line, header, labelAt, reading.problems);
  const label = readLabel(line, header, labelAt, reading);
  const found = months.flatMap((column) => readValue(line, column, reading.problems));
  const lastMonth = months.at(-1)?.month;
  const ytd = header.yearToDate !== null && cells[header.yearToDate] ? header.yearToDate : null;
  const [yearToDate = null] =
    ytd !== null && lastMonth ? readValue(line, { index: ytd, month: lastMonth }, reading.problems) : [];
  percentageProblems(yearToDate ? [...found, yearToDate] : found, reading.problems);
  reading.rows.push({ row, ref: oneLine(ref), label, cells: found, yearToDate });
}

function readLabel({ row, cells }: Line, header: Header, labelAt: number | undefined, reading: Reading): string {
  if (labelAt === undefined) {
    const cell = cellAddress(row, Math.max(header.first, 1));
    reading.problems.add(cell, "This row has no label. Type it in the cell before the first month.");
    return "";
  }
  const label = oneLine(cells[labelAt] ?? "");
  const cell = cellAddress(row, labelAt + 1);
  const same = reading.cellOfLabel.get(label.toLowerCase());
  if (same === undefined) reading.cellOfLabel.set(label.toLowerCase(), cell);
  else {
    const both = `Cells ${same} and ${cell} hold the same label, ${quoted(label)}.`;
    reading.problems.add(cell, `${both} Give each row its own label, or remove one of the two.`);
  }
  return label;
}

function readValue({ row, cells }: Line, { index, month }: MonthColumn, problems: ProblemList): ReadCellAt[] {
  const text = cells[index] ?? "";
  const cell = cellAddress(row, index + 1);
  const typed = readFigure(text);
  if (!typed) problems.add(cell, unreadable(text));
  return typed ? [{ cell, month, typed }] : [];
}

/** Between the label and the months, or after them, in a column that nothing was said about yet. */
function refuseStrays({ row, cells }: Line, header: Header, labelAt: number | undefined, problems: ProblemList): void {
  const known = new Set([...header.months.map(({ index }) => index), ...header.refused, header.yearToDate]);
  for (const index of filled(cells)) {
    const between = index < header.first && labelAt !== undefined && index > labelAt;
    if (between || (index >= header.first && !known.has(index))) refuseStray(row, index, cells, problems);
  }
}

function refuseStray(row: number, index: number, cells: readonly string[], problems: ProblemList): void {
  const message = `${quoted(cells[index] ?? "")} stands under no month. Type the month above it, or empty the cell.`;
  problems.add(cellAddress(row, index + 1), message);
}

function filled(cells: readonly string[]): number[] {
  return cells.flatMap((text, index) => (text === "" ? [] : [index]));
}

function isValue(text: string): boolean {
  return text !== "" && readFigure(text) !== null;
}

/** A label has two letters at least; "2a" is a ref, and "54" or "Tbc" a value that lost its column. */
function isLabel(text: string): boolean {
  return /\p{L}.*\p{L}/su.test(text) && !isValue(text);
}

/** What tells an indicator that nobody reported from a title: "2a" or "KPI 7" before it, rather than "Source:" or "*". */
function isRef(text: string): boolean {
  return text.length <= 8 && /\d|^\p{L}$/u.test(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
