/** Numbers as people in England read them. */

// Kept: to make one takes 90 µs, to use it 1 µs, and a page says some forty numbers.
const FORMATS = new Map<number, Intl.NumberFormat>();

function format(decimals: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const made = FORMATS.get(decimals) ?? new Intl.NumberFormat("en-GB", digits);
  FORMATS.set(decimals, made);
  return made;
}

/** "2,052"; "50.9" with one decimal. */
export function plain(value: number, decimals = 0): string {
  return format(decimals).format(value);
}

/** "50.9%", "2,052", "14.2 weeks", "£1,200": a value in its unit. */
export function inUnit(value: number, unit: string, decimals = unit === "%" ? 1 : 0): string {
  const digits = plain(value, decimals);
  if (unit === "%") return `${digits}%`;
  if (unit === "£") return `£${digits}`;
  return unit === "weeks" || unit === "days" ? `${digits} ${unit}` : digits;
}

/** Half away from zero at `decimals` places, as a person rounds by hand: 0.285 is 0.29 although a float says 0.28. */
export function round(value: number, decimals: number): number {
  return Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`);
}

/** "April, May and June". */
export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
