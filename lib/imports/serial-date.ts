/**
 * Dates as a workbook keeps them: days since an epoch, with the time of day as the fraction (ECMA-376 part 1, 18.17.4).
 */

/** The date numbered 0. 1904 comes from old Macintosh workbooks and is still written. */
export type Epoch = "1900" | "1904";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SECONDS_IN_DAY = 86_400;
const LAST_YEAR = 9999;
/** The 1900 epoch counts a 29 February 1900 that never was, as its number 60. */
const LEAP_DAY_THAT_NEVER_WAS = 60;

/**
 * The date under a format with these letters: `Apr 21` for a month and year, `2021-04-01` for a day, `09:30` for a time,
 * `2021-04-01 09:30` for both. Undefined for a number that is no date.
 */
export function serialAsDate(serial: number, letters: string, epoch: Epoch): string | undefined {
  const format = letters.toLowerCase();
  const hasClock = /[hs]/.test(format);
  const hasDay = format.includes("d");
  const hasYear = format.includes("y");
  const seconds = Math.round(serial * SECONDS_IN_DAY);
  if (seconds < 0) return undefined;
  if (hasClock && !hasDay && !hasYear) return clock(format.includes("[") ? seconds : seconds % SECONDS_IN_DAY);

  const day = dayOf(Math.floor(seconds / SECONDS_IN_DAY), epoch);
  if (day === undefined || day.year > LAST_YEAR) return undefined;
  if (hasYear && !hasDay && !hasClock && format.includes("m")) {
    return `${MONTHS[day.month - 1]} ${String(day.year).slice(-2)}`;
  }
  return hasClock ? `${day} ${clock(seconds % SECONDS_IN_DAY)}` : day.toString();
}

function dayOf(number: number, epoch: Epoch): Temporal.PlainDate | undefined {
  if (number > 3_000_000) return undefined;
  if (epoch === "1904") return Temporal.PlainDate.from("1904-01-01").add({ days: number });
  if (number === 0 || number === LEAP_DAY_THAT_NEVER_WAS) return undefined;
  return Temporal.PlainDate.from(number < LEAP_DAY_THAT_NEVER_WAS ? "1899-12-31" : "1899-12-30").add({ days: number });
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
