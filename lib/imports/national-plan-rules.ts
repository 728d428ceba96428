/**
 * What storing a file of national figures would do, row by row, against what is stored of the same publication: nothing,
 * a new figure, or a revision of one. The page shows this plan and the command carries out the same one.
 */
import type { Standing } from "#lib/indicators/figure-rules.ts";
import type { Counts } from "./monthly-plan-rules.ts";
import type { NationalRow, NationalTable } from "./national-rules.ts";
import { periodName } from "./period-rules.ts";
import { type Problem, problemList } from "./problem-rules.ts";

/** The latest revision of a national figure that is stored. */
export type StoredNational = Pick<
  NationalRow,
  "sourceFile" | "area" | "periodType" | "period" | "variable" | "state" | "asTyped" | "note"
> & { readonly revision: number };

const KEY = ["sourceFile", "area", "periodType", "variable"] as const;
/** Longer than any name that DfE gives a table, an area or a variable; they are kept in an index. */
const LONGEST_NAME = 200;

/** One table of the publication for one area. */
export type NationalGroup = {
  readonly sourceFile: string;
  readonly area: string;
  readonly years: string;
  readonly figures: number;
  readonly unavailable: number;
  readonly defects: number;
};

export type NationalChange = NationalRow & { readonly revision: number };

/** `release` is "" while nobody has said which publication the file is; nothing is compared before that. */
export type NationalPlan = {
  readonly release: string;
  readonly groups: readonly NationalGroup[];
  readonly defects: readonly NationalRow[];
  readonly problems: readonly Problem[];
  readonly doubts: readonly Problem[];
  readonly counts: Counts;
  readonly changes: readonly NationalChange[];
};

export function planNational(table: NationalTable, release: string, stored: readonly StoredNational[]): NationalPlan {
  const latest = new Map(stored.map((figure) => [keyOf(figure), figure]));
  const counts: { [standing in Standing]: number } = { new: 0, unchanged: 0, revision: 0 };
  const changes: NationalChange[] = [];
  for (const row of release === "" ? [] : table.rows) {
    const before = latest.get(keyOf(row));
    const standing = before === undefined ? "new" : same(before, row) ? "unchanged" : "revision";
    counts[standing] += 1;
    if (standing !== "unchanged") changes.push({ ...row, revision: (before?.revision ?? 0) + 1 });
  }
  return {
    release,
    groups: groupsOf(table.rows),
    defects: table.rows.filter(({ state }) => state === "defect"),
    problems: problemsOf(table),
    doubts: table.doubts,
    counts,
    changes,
  };
}

function problemsOf({ problems, rows }: NationalTable): Problem[] {
  const found = problemList();
  for (const { cell, message } of problems) found.add(cell, message);
  for (const row of rows) {
    if (KEY.every((column) => row[column].length <= LONGEST_NAME)) continue;
    found.add(row.cell, `A name in this row is longer than ${LONGEST_NAME} characters. Shorten it in the file.`);
  }
  return found.listed();
}

function groupsOf(rows: readonly NationalRow[]): NationalGroup[] {
  const groups = Map.groupBy(rows, ({ sourceFile, area }) => JSON.stringify([sourceFile, area]));
  return [...groups.values()].map((own) => {
    const periods = own.map(({ period, periodType }) => periodName(period, periodType)).sort();
    const [first = "", last = ""] = [periods[0], periods.at(-1)];
    const of = (state: NationalRow["state"]) => own.filter((row) => row.state === state).length;
    return {
      sourceFile: own[0]?.sourceFile ?? "",
      area: own[0]?.area ?? "",
      years: first === last ? first : `${first} to ${last}`,
      figures: own.length,
      unavailable: of("unavailable"),
      defects: of("defect"),
    };
  });
}

function keyOf({ sourceFile, area, period, variable }: Omit<StoredNational, "revision">): string {
  return JSON.stringify([sourceFile, area, period, variable]);
}

function same(before: StoredNational, now: NationalRow): boolean {
  return (["periodType", "state", "asTyped", "note"] as const).every((field) => before[field] === now[field]);
}
