/** What a plan would do, in words. */
import { type Month, monthName } from "#lib/dates.ts";
import { plain } from "#lib/indicators/numbers.ts";
import type { Counts, MonthlyPlan } from "./monthly-plan-rules.ts";
import type { Problem } from "./problem-rules.ts";

/** "96 new, 12 unchanged, 0 revisions" */
export function countsInWords(counts: Counts): string {
  const revisions = `${plain(counts.revision)} ${counts.revision === 1 ? "revision" : "revisions"}`;
  return `${plain(counts.new)} new, ${plain(counts.unchanged)} unchanged, ${revisions}`;
}

/** "108 cells and 6 years to date" */
export function cellsInWords({ rows }: MonthlyPlan): string {
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  const years = rows.filter((row) => row.yearToDate !== null).length;
  const of = (number: number, one: string, many: string) => `${plain(number)} ${number === 1 ? one : many}`;
  return `${of(cells, "cell", "cells")}${years === 0 ? "" : ` and ${of(years, "year to date", "years to date")}`}`;
}

/** "April 2021 to March 2022" */
export function monthSpan(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return "no month";
  return first === last ? monthName(first) : `${monthName(first)} to ${monthName(last)}`;
}

/** The last of a long list counts the rest, so the title does not count at all then. */
export function problemsTitle(problems: readonly Problem[]): string {
  if (problems.length > 200) return "There are more than 200 problems to mend in the file";
  return problems.length === 1
    ? "There is 1 problem to mend in the file"
    : `There are ${problems.length} problems to mend in the file`;
}
