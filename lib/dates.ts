/**
 * Calendar dates and months. A month is the text "2022-03" everywhere between the database and the screen, because
 * Prisma rejects Temporal values and React hands them to the browser as strings while TypeScript says otherwise.
 */

export type Month = string;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** A Postgres `date` as Prisma gives it: midnight UTC. */
export function dateColumn(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

export function isoDate(column: Date): string {
  return column.toISOString().slice(0, 10);
}

export function monthColumn(month: Month): Date {
  return dateColumn(`${month}-01`);
}

export function monthOf(column: Date): Month {
  return column.toISOString().slice(0, 7);
}

export function isMonth(text: string): boolean {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** "March 2022" */
export function monthName(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** "Mar 22", as a board paper heads its columns. */
export function shortMonth(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1]?.slice(0, 3)} ${month.slice(2, 4)}`;
}

/** "March" */
export function monthWord(month: Month): string {
  return MONTHS[Number(month.slice(5)) - 1] ?? month;
}

/** "4 April 2022" */
export function longDate(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${monthName(iso.slice(0, 7))}`;
}

/** The month `count` months after `month`; negative goes back. */
export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The last day of a month: "2022-02-28". */
export function lastDay(month: Month): string {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar date `count` days after `iso`; negative goes back. */
export function addDays(iso: string, count: number): string {
  return isoDate(new Date(dateColumn(iso).getTime() + count * DAY_MS));
}

/** Whole days from one calendar date to another; negative when `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return (dateColumn(to).getTime() - dateColumn(from).getTime()) / DAY_MS;
}

/** The financial year, 1 April to 31 March, that the paper's year to date runs over. */
export function yearStart(month: Month): Month {
  const year = Number(month.slice(0, 4));
  return Number(month.slice(5)) >= 4 ? `${year}-04` : `${year - 1}-04`;
}

/** Every month from `first` to `last`, both included. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

const LONDON = { timeZone: "Europe/London" };
const DAY = new Intl.DateTimeFormat("en-GB", { ...LONDON, day: "numeric", month: "long", year: "numeric" });
const TIME = new Intl.DateTimeFormat("en-GB", { ...LONDON, hour: "2-digit", minute: "2-digit" });

const ISO_DAY = new Intl.DateTimeFormat("sv-SE", LONDON);

/** The date in England of a moment: "2026-11-22". */
export function dayOf(moment: Date): string {
  return ISO_DAY.format(moment);
}

/** A moment as people in England read it: "22 November 2026 at 14:05". */
export function longMoment(moment: Date): string {
  return `${DAY.format(moment)} at ${TIME.format(moment)}`;
}
