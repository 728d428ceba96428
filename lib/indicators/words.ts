/** What the rules found, said in a sentence. The one place where findings become English. */
import { addMonths, type Month, monthName, monthWord, yearStart } from "#lib/dates.ts";
import { decimalsOf } from "./cell-rules.ts";
import type { NotWhole, Parts } from "./check-rules.ts";
import type { Definition } from "./figure.ts";
import { inUnit, list, plain } from "./numbers.ts";
import type { YearToDate } from "./year-rules.ts";

/** "April to July 2021 and March 2022": three or more in a row are a range, and a year is said once where it can be. */
export function monthsInWords(months: readonly Month[]): string {
  const runs: [Month, Month][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && addMonths(last[1], 1) === month) last[1] = month;
    else runs.push([month, month]);
  }
  return list(runs.flatMap(runInWords));
}

function runInWords([first, last]: readonly [Month, Month]): string[] {
  if (first === last) return [monthName(first)];
  const short = first.slice(0, 4) === last.slice(0, 4) ? monthWord(first) : monthName(first);
  return addMonths(first, 1) === last ? [short, monthName(last)] : [`${short} to ${monthName(last)}`];
}

/** A name inside a sentence: "annual reviews due", but "EHC plans". */
export function inSentence(name: string): string {
  return /^[A-Z][A-Z\d]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function gapsInWords({ gaps, neverSubmitted }: YearToDate): string {
  const is = (months: readonly Month[]) => (months.length === 1 ? "is" : "are");
  const parts: string[] = [];
  const { toBeConfirmed, notReported, dash } = gaps;
  if (toBeConfirmed.length > 0) parts.push(`${monthsInWords(toBeConfirmed)} ${is(toBeConfirmed)} to be confirmed`);
  if (notReported.length > 0) parts.push(`${monthsInWords(notReported)} ${is(notReported)} not reported`);
  if (dash.length > 0)
    parts.push(`${monthsInWords(dash)} ${dash.length === 1 ? "holds" : "hold"} a dash that the paper does not explain`);
  if (neverSubmitted.length > 0) parts.push(`nothing was submitted for ${monthsInWords(neverSubmitted)}`);
  return list(parts);
}

function whyNotRebuilt({ unweighted, reported }: YearToDate, definition: Definition): string {
  if (definition.kind !== "rate") return "its months can be neither added nor averaged";
  if (unweighted.length === reported) return "no denominators were submitted";
  return `${monthsInWords(unweighted)} ${unweighted.length === 1 ? "has" : "have"} no denominator`;
}

/** What to know about a year to date, or "" when there is nothing to say. `weightName` names the weighting indicator. */
export function yearInWords(year: YearToDate, definition: Definition, weightName: string): string {
  const printed = year.printed?.value == null ? null : year.printed.asTyped;
  const decimals = printed === null ? 1 : decimalsOf(printed);
  switch (year.how) {
    case "stock":
      return "A number on a day: the months do not add up to a year.";
    case "nothing reported":
      return printed === null ? "" : `The paper prints ${printed}, but no month has a number.`;
    case "cannot be rebuilt": {
      if (year.gaps.hidden.length > 0)
        return "Not shown, because a month of the year is hidden by the small-number rule.";
      const why = whyNotRebuilt(year, definition);
      return printed === null ? `Cannot be computed: ${why}.` : `The printed ${printed} cannot be rebuilt: ${why}.`;
    }
    case "sum": {
      if (year.value === null) return "Not shown, because a month of the year is hidden by the small-number rule.";
      const sum = inUnit(year.value, definition.unit, printed === null ? 0 : decimals);
      const partial = year.partial ? ` It is partial: ${gapsInWords(year)}.` : "";
      if (printed === null) return `The months add up to ${sum}.${partial}`;
      if (year.agrees) return `The months add up to the printed ${sum}.${partial}`;
      return `The paper prints ${printed}; the months add up to ${sum}.${partial}`;
    }
    case "weighted": {
      const by = year.weightedBy === "own denominators" ? "by the numbers submitted" : `by ${inSentence(weightName)}`;
      const computed = inUnit(year.value ?? 0, definition.unit, decimals);
      const partial = year.partial ? ` It is partial: ${gapsInWords(year)}.` : "";
      if (printed === null) return `${computed}, weighted ${by}.${partial}`;
      if (year.agrees) return `The printed ${printed} is what the months give, weighted ${by}.${partial}`;
      return `The paper prints ${printed}; weighted ${by}, the months give ${computed}.${partial}`;
    }
  }
}

/** The short tag under a year's cell: what a reader must know before using the number. */
export function yearTag(year: YearToDate, definition: Definition): string {
  if (year.gaps.hidden.length > 0) return "not shown";
  if (year.how === "stock") return "no year total";
  if (year.how === "cannot be rebuilt" && year.printed?.value != null) return "cannot be rebuilt";
  if (year.agrees === false && year.value !== null) {
    const decimals = decimalsOf(year.printed?.asTyped ?? "");
    return `${inUnit(year.value, definition.unit, decimals)} by our sum`;
  }
  if (year.partial) return "partial";
  return "";
}

export function notWholeInWords(found: NotWhole): string {
  const [below, above] = found.nearest;
  const decimals = decimalsOf(found.asTyped);
  const near = [below, above]
    .map((one) => `${plain(one?.numerator ?? 0)} is ${plain(one?.rate ?? 0, decimals)}%`)
    .join(" and ");
  const revised = found.revised ? "revised " : "";
  return `${monthName(found.month)}’s ${revised}${found.asTyped} is not a whole number of ${plain(found.denominator)}: ${near}.`;
}

export function partsInWords(found: Parts, wholeName: string): string {
  const sum = found.parts.map((part) => plain(part.value)).join(" + ");
  const reported = `${plain(found.whole)} reported as ${inSentence(wholeName)}`;
  const verdict = found.agrees ? `${sum} is the ${reported}` : `${sum} is ${plain(found.sum)}, not the ${reported}`;
  const gap =
    found.uncounted.length === 0
      ? ""
      : ` No figure is given for ${list(found.uncounted.map(inSentence))}: they are in no band.`;
  return `In ${monthName(found.month)}, ${verdict}.${gap}`;
}

/** "April 2021 to March 2022", "the year from April 2021". */
export function yearName(month: Month): string {
  const start = Number(yearStart(month).slice(0, 4));
  return `${start}-${String(start + 1).slice(2)}`;
}
