/**
 * What storing an uploaded table would do, cell by cell, against what is stored: nothing, a new figure, or a revision.
 * The page shows this plan and the command carries out the same one; nothing else is written.
 */
import type { Month } from "#lib/dates.ts";
import type { TypedCell } from "#lib/indicators/cell-rules.ts";
import { type Standing, standing, unfit } from "#lib/indicators/figure-rules.ts";
import type { Period } from "#lib/indicators/schema.ts";
import { type Known, type Meaning, meaningProblems } from "./meaning-rules.ts";
import type { MonthlyTable, Note, ReadCellAt, ReadRow } from "./monthly-table-rules.ts";
import { type Problem, problemList } from "./problem-rules.ts";
import { LEFT_OUT } from "./schema.ts";

/** The latest revision of a figure that is stored. */
export type StoredFigure = {
  readonly code: string;
  readonly period: Period;
  readonly month: Month;
  readonly revision: number;
  readonly state: string;
  readonly asTyped: string;
};

/** `standing` is null where the row has no meaning yet, or is left out. */
export type PlannedCell = {
  readonly cell: string;
  readonly period: Period;
  readonly month: Month;
  readonly typed: TypedCell;
  readonly standing: Standing | null;
  readonly before: StoredFigure | null;
};

export type PlannedRow = {
  readonly meaning: Meaning;
  readonly cells: readonly PlannedCell[];
  readonly yearToDate: PlannedCell | null;
};

export type Counts = { readonly [standing in Standing]: number };

/** `problems` are in the file, `undecided` in what its rows mean: with either, nothing may be stored. */
export type MonthlyPlan = {
  readonly months: readonly Month[];
  readonly notes: readonly Note[];
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly Problem[];
  readonly undecided: readonly { readonly row: number; readonly message: string }[];
  readonly counts: Counts;
};

/** Longer than any row of a board paper is called; a label is remembered in an index. */
const LONGEST_LABEL = 200;

export type Change = PlannedCell & { readonly code: string; readonly standing: "new" | "revision" };

export function planMonthly(
  table: MonthlyTable,
  meanings: readonly Meaning[],
  definitions: readonly Known[],
  stored: readonly StoredFigure[],
): MonthlyPlan {
  const latest = new Map(stored.map((figure) => [keyOf(figure.code, figure.period, figure.month), figure]));
  const problems = problemList();
  for (const { cell, message } of table.problems) problems.add(cell, message);
  const refused = new Set(table.problems.map(({ cell }) => cell));
  const rows = table.rows.flatMap((row, place): PlannedRow[] => {
    const meaning = meanings[place];
    if (!meaning) return [];
    const definition = definitions.find(({ code }) => code === meaning.code);
    if (meaning.label.length > LONGEST_LABEL) {
      const found = `The label of this row has ${meaning.label.length} characters; the most is ${LONGEST_LABEL}.`;
      problems.add(row.cells[0]?.cell ?? "A1", `${found} Shorten it in the file.`);
    }
    for (const { cell, typed } of allCells(row)) {
      const wrong = definition && !refused.has(cell) && unfit(typed, definition);
      if (wrong) problems.add(cell, `${wrong} Or choose another meaning for row ${row.row}.`);
    }
    const planned = (at: ReadCellAt, period: Period): PlannedCell => {
      const before = latest.get(keyOf(meaning.code ?? "", period, at.month)) ?? null;
      return { ...at, period, before, standing: definition ? standing(before, at.typed) : null };
    };
    return [
      {
        meaning,
        cells: row.cells.map((at) => planned(at, "month")),
        yearToDate: row.yearToDate && planned(row.yearToDate, "year to date"),
      },
    ];
  });
  const { months, notes } = table;
  const undecided = meaningProblems(meanings);
  return { months, notes, rows, problems: problems.listed(), undecided, counts: count(rows) };
}

/** The figures to write, in the order of the file. */
export function changesOf(plan: MonthlyPlan): Change[] {
  return plan.rows.flatMap((row) =>
    plannedCells(row).flatMap((cell) => {
      const { code } = row.meaning;
      if (code === null || code === LEFT_OUT || cell.standing === null || cell.standing === "unchanged") return [];
      return [{ ...cell, code, standing: cell.standing }];
    }),
  );
}

export function plannedCells({ cells, yearToDate }: PlannedRow): PlannedCell[] {
  return yearToDate ? [...cells, yearToDate] : [...cells];
}

function allCells({ cells, yearToDate }: ReadRow): ReadCellAt[] {
  return yearToDate ? [...cells, yearToDate] : [...cells];
}

function count(rows: readonly PlannedRow[]): Counts {
  const of = (found: Standing) => rows.flatMap(plannedCells).filter((cell) => cell.standing === found).length;
  return { new: of("new"), unchanged: of("unchanged"), revision: of("revision") };
}

function keyOf(code: string, period: Period, month: Month): string {
  return `${code} ${period} ${month}`;
}
