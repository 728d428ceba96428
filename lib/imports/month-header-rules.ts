/**
 * The header row of a monthly table: months side by side, perhaps a year to date after them. A misspelt or missing month
 * is named rather than skipped, because a column without its month would turn figures into something else.
 */
import { addMonths, type Month, monthName } from "#lib/dates.ts";
import { cellAddress } from "./grid.ts";
import { type ProblemList, quoted } from "./problem-rules.ts";

export type MonthColumn = { readonly index: number; readonly month: Month };

/** Columns are counted from 0. `refused` are those a problem was already written for. */
export type Header = {
  readonly first: number;
  readonly months: readonly MonthColumn[];
  readonly yearToDate: number | null;
  readonly refused: ReadonlySet<number>;
};

const NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** "Apr 21", "Apr-21", "April 2021", "2021-04", "2021-04-01" or "01/04/2021" is "2021-04"; anything else null. */
export function monthOfHeading(text: string): Month | null {
  const named = /^(\p{L}{3,9})\.?[\s\-–'’]*(\d{4}|\d{2})$/u.exec(text.trim());
  if (named) return monthNumbered(named[2] ?? "", numberOfName(named[1] ?? ""));
  const numbered = /^(?<year>\d{4})-(?<month>\d{2})(-01)?$|^0?1\/(?<ukMonth>\d{1,2})\/(?<ukYear>\d{4})$/.exec(
    text.trim(),
  );
  const { year, month, ukYear, ukMonth } = numbered?.groups ?? {};
  return numbered ? monthNumbered(year ?? ukYear ?? "", Number(month ?? ukMonth)) : null;
}

function numberOfName(name: string): number {
  const word = name.toLowerCase();
  return word === "sept" ? 9 : NAMES.findIndex((full) => full === word || full.slice(0, 3) === word) + 1;
}

function monthNumbered(year: string, month: number): Month | null {
  const found = `${year.length === 2 ? "20" : ""}${year}-${String(month).padStart(2, "0")}`;
  return month >= 1 && month <= 12 && /^(19|20)/.test(found) ? found : null;
}

/**
 * Where the months of a row start, from 0, or null when three do not stand side by side. Months before a misspelt one
 * belong to the header too, if they stand where the calendar says.
 */
export function startOfMonths(cells: readonly string[]): number | null {
  const months = cells.map(monthOfHeading);
  const run = months.findIndex((month, index) => month && months[index + 1] && months[index + 2]);
  const anchor = months[run];
  return anchor ? months.findIndex((month, index) => month !== null && month === addMonths(anchor, index - run)) : null;
}

/** Reads a row for which `startOfMonths` gave `first`; `row` counts from 1. Writes what is wrong to `problems`. */
export function readHeader(row: number, cells: readonly string[], first: number, problems: ProblemList): Header {
  const months: MonthColumn[] = [];
  const refused = new Set<number>();
  let yearToDate: number | null = null;
  const last = cells.findLastIndex((text) => monthOfHeading(text) !== null);
  for (let index = first; index < cells.length; index += 1) {
    const text = cells[index] ?? "";
    const month = monthOfHeading(text);
    const refuse = (message: string) => {
      problems.add(cellAddress(row, index + 1), message);
      refused.add(index);
    };
    if (month !== null) {
      const wrong = outOfPlace({ index, month }, months, row);
      if (wrong) problems.add(cellAddress(row, index + 1), wrong);
      months.push({ index, month });
    } else if (text.trim() === "") {
      if (index < last) refuse("A month is missing here. Type it, or remove the column.");
    } else if (index > last && yearToDate === null && isYearToDate(text)) yearToDate = index;
    else refuse(`${quoted(text)} is neither a month nor the year to date. Correct it, or remove the column.`);
  }
  return { first, months, yearToDate, refused };
}

function outOfPlace(found: MonthColumn, before: readonly MonthColumn[], row: number): string | null {
  const same = before.find(({ month }) => month === found.month);
  if (same) {
    return `${monthName(found.month)} is in cell ${cellAddress(row, same.index + 1)} already. Give each month one column.`;
  }
  const previous = before.at(-1);
  if (!previous) return null;
  const follows = [1, found.index - previous.index].map((step) => addMonths(previous.month, step));
  if (follows.includes(found.month)) return null;
  const expected = monthName(addMonths(previous.month, 1));
  return `${monthName(found.month)} comes after ${monthName(previous.month)}. Put the months in order, with ${expected} here.`;
}

function isYearToDate(text: string): boolean {
  return /^(ytd|year[\s-]to[\s-]date|year|total)$/i.test(text.trim());
}
