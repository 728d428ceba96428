/**
 * How a number in a workbook looks to the person who opens it: 0.267 under the format 0.0% is 26.7%.
 *
 * Covers plain numbers, decimals, thousands, percentages, words and currency around them, and dates (number formats:
 * ECMA-376 part 1, 18.8.30 and 18.8.31). Two things differ from the sheet on purpose. A format that would leave no digit
 * (a zero shown as a dash, or hidden) gives the number, because a zero, a dash and a blank are different things here.
 * Fractions, powers of ten and conditions give the number too.
 */
import { type Epoch, serialAsDate } from "./serial-date.ts";

export type NumberFormat = (value: number) => string;

/** As the format “General”, at the 15 digits a spreadsheet keeps: 0.1 + 0.2 is 0.3. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** A spreadsheet refuses a longer code; one made to take our time is not read. */
const LONGEST_CODE = 255;

/** What one format code, such as `0.0%` or `mmm-yy`, makes of numbers. */
export function numberFormat(code: string, epoch: Epoch): NumberFormat {
  if (code.length > LONGEST_CODE) return plainNumber;
  const sections = sectionsOf(code);
  const [first] = sections;
  if (first === undefined || sections.some(({ conditional }) => conditional)) return plainNumber;
  if (/[ymdhs]/i.test(first.letters)) return (value) => serialAsDate(value, first.letters, epoch) ?? plainNumber(value);
  const styles = sections.map(({ marks }) => numberStyle(marks));
  return (value) => {
    const index = value < 0 && styles.length > 1 ? 1 : value === 0 && styles.length > 2 ? 2 : 0;
    const shown = styles[index]?.(Math.abs(value));
    if (shown === undefined) return plainNumber(value);
    return value < 0 && index === 0 ? `-${shown}` : shown;
  };
}

/** A mark is one sign of a format; `literal` ones are shown as they stand. */
type Mark = { readonly sign: string; readonly literal: boolean };
/** The part of a format for positive numbers, for negative ones or for zero. */
type Section = { marks: Mark[]; letters: string; conditional: boolean };

function sectionsOf(code: string): Section[] {
  const sections: Section[] = [{ marks: [], letters: "", conditional: false }];
  for (const match of code.matchAll(/"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|[\s\S]/g)) {
    const [whole, quoted, escaped, spaceOf, fill, bracketed] = match;
    const section = sections[sections.length - 1] as Section;
    const literal = quoted ?? escaped ?? (spaceOf === undefined ? undefined : " ");
    if (literal !== undefined) section.marks.push({ sign: literal, literal: true });
    else if (bracketed?.startsWith("$"))
      section.marks.push({ sign: bracketed.slice(1).split("-")[0] ?? "", literal: true });
    else if (bracketed !== undefined) readBracket(bracketed, section);
    else if (fill === undefined && whole === ";") sections.push({ marks: [], letters: "", conditional: false });
    else if (fill === undefined) {
      section.marks.push({ sign: whole, literal: !/[0#?.,%]/.test(whole) });
      section.letters += whole;
    }
  }
  return sections;
}

/** Elapsed time and conditions change the number; a colour or a locale does not. */
function readBracket(bracketed: string, section: Section): void {
  if (/^(h+|m+|s+)$/i.test(bracketed)) section.letters += `[${bracketed}]`;
  if (/^[<>=]/.test(bracketed)) section.conditional = true;
}

/** Undefined where the format leaves no digit, or is of a kind that is not understood. */
function numberStyle(marks: readonly Mark[]): (size: number) => string | undefined {
  const isPlace = ({ sign, literal }: Mark) => !literal && sign !== "%";
  const start = marks.findIndex(isPlace);
  const end = marks.findLastIndex(isPlace) + 1;
  const places = marks.slice(start, end);
  if (start === -1 || !places.every(isPlace)) return () => undefined;

  const text = (part: readonly Mark[]) => part.map(({ sign }) => sign).join("");
  const [wholePlaces = "", decimalPlaces = ""] = text(places).split(".");
  const commasAtEnd = (part: string) => part.length - part.replace(/,+$/, "").length;
  const thousandsLeftOut = commasAtEnd(wholePlaces) + commasAtEnd(decimalPlaces);
  const grouped = /,[^,]/.test(wholePlaces);
  const percents = marks.filter(({ sign, literal }) => !literal && sign === "%").length;
  const digitsOf = (part: string) => part.replaceAll(",", "").length;
  const leastOf = (part: string) => part.replace(/[^0]/g, "").length;

  return (size) => {
    const [whole = "", decimals = ""] = rounded(size, 2 * percents - 3 * thousandsLeftOut, digitsOf(decimalPlaces));
    const shownWhole = whole.replace(/^0+/, "").padStart(leastOf(wholePlaces), "0");
    const shownDecimals = decimals.replace(/0+$/, "").padEnd(leastOf(decimalPlaces), "0");
    if (shownWhole + shownDecimals === "") return undefined;
    const withCommas = grouped ? shownWhole.replace(/\B(?=(\d{3})+$)/g, ",") : shownWhole;
    const number = shownDecimals === "" ? withCommas : `${withCommas}.${shownDecimals}`;
    return `${text(marks.slice(0, start))}${number}${text(marks.slice(end))}`.trim();
  };
}

/** `size × 10^power`, rounded half up in decimal as a spreadsheet does: 1.005 at two places is 1.01. */
function rounded(size: number, power: number, places: number): [whole: string, decimals: string] {
  const [digits = "0", exponent = "0"] = size.toExponential(14).replace(".", "").split("e");
  const shift = Number(exponent) - 14 + power + places;
  const divisor = 10n ** BigInt(Math.min(Math.max(0, -shift), 40));
  const units = shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : (BigInt(digits) * 2n + divisor) / (divisor * 2n);
  const text = units.toString().padStart(places + 1, "0");
  return [text.slice(0, text.length - places), text.slice(text.length - places)];
}
