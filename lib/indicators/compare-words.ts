/** What two months held against each other say, in a sentence. Better and worse are the definition's words, or not said. */
import { type Month, monthName, monthWord } from "#lib/dates.ts";
import type { Compared, Difference } from "./compare-rules.ts";
import { evidenceInWords } from "./evidence-words.ts";
import type { Definition, FigureView } from "./figure.ts";
import { list, plain } from "./numbers.ts";
import type { ShownState } from "./schema.ts";
import { inSentence } from "./words.ts";

const MINUS = "−";

/** "+5.3 points", "+57 (+89%)", "0 points"; "" where the two cannot be compared. */
export function differenceInNumbers(compared: Compared): string {
  if (compared.outcome === "cannot be compared" || compared.series.definition.unit === "yes/no") return "";
  const { difference } = compared;
  const signed = (value: number, digits: string) => `${value > 0 ? "+" : value < 0 ? MINUS : ""}${digits}`;
  const amount = signed(difference.value, amountOf(difference, compared.series.definition, "points"));
  const { percent } = difference;
  if (percent === null || difference.value === 0) return amount;
  return `${amount} (${percent === 0 ? "under 1%" : signed(percent, `${plain(Math.abs(percent))}%`)})`;
}

/** "5.3 points", "1 week", "£1,200", "57": without its sign. */
function amountOf({ value, decimals }: Difference, { unit }: Definition, points: string): string {
  const size = Math.abs(value);
  const digits = plain(size, decimals);
  if (unit === "£") return `£${digits}`;
  const word = unit === "%" ? points : unit === "weeks" || unit === "days" ? unit : "";
  return word === "" ? digits : `${digits} ${size === 1 ? word.slice(0, -1) : word}`;
}

/** One row in words: the difference, what it is worth, and what to know about the two cells. `earlier` and `later` are the months. */
export function comparedInWords(compared: Compared, earlier: Month, later: Month): string {
  const cells = [
    { month: earlier, figure: compared.earlier },
    { month: later, figure: compared.later },
  ];
  return [...said(compared, earlier, later), ...cells.flatMap(revisedInWords)].join(" ");
}

function said(compared: Compared, earlier: Month, later: Month): string[] {
  const { definition } = compared.series;
  if (compared.outcome === "cannot be compared") return [`Cannot be compared: ${whyNot(compared, earlier, later)}.`];
  const { difference } = compared;
  const precision = difference.coarser ? [precisionInWords(difference, definition)] : [];
  if (compared.outcome === "unchanged") return [`The same${inBrackets(precision)}.`];
  const { evidence, outcome } = compared;
  const amount = amountOf(difference, definition, "percentage points");
  const change = `${amount} ${WAYS[outcome][wayOf(definition)]}`;
  const { direction } = definition;
  if (evidence.is !== "real change" || direction === "context") {
    // Of a change that may be none, only the definition speaks.
    const meant = direction === "context" ? [] : [`${direction} is better`];
    return [`${change}${inBrackets([...meant, ...precision])}.`, evidenceInWords(evidence, earlier, later)];
  }
  const better = (direction === "higher") === (outcome === "rose");
  const judged = `${change}, which is ${better ? "better" : "worse"}`;
  return [`${judged}${inBrackets(precision)}.`, evidenceInWords(evidence, earlier, later)];
}

const WAYS = {
  rose: { level: "higher", number: "more", money: "more" },
  fell: { level: "lower", number: "fewer", money: "less" },
} as const;

function wayOf({ kind, unit }: Definition): "level" | "number" | "money" {
  if (unit === "£") return "money";
  return kind === "rate" || kind === "measure" ? "level" : "number";
}

function inBrackets(words: readonly string[]): string {
  return words.length === 0 ? "" : ` (${words.join("; ")})`;
}

function precisionInWords({ decimals }: Difference, { unit }: Definition): string {
  if (decimals === 0)
    return unit === "%"
      ? "to the whole per cent, as one of the two is given"
      : "in whole numbers, as one of the two is given";
  return `to ${decimals === 1 ? "one decimal" : `${decimals} decimals`}, as one of the two is given`;
}

const WHY: Readonly<Record<Exclude<ShownState, "reported">, string>> = {
  "not reported": "was not reported",
  "to be confirmed": "is still to be confirmed",
  dash: "holds a dash whose meaning is not given",
  "small number": "is hidden by the small-number rule",
  withheld: "is not shown outside the partnership",
};

function whyNot({ earlier, later }: Compared, first: Month, last: Month): string {
  const one = (figure: FigureView | null, month: Month) => {
    if (figure === null) return [{ month, why: "has no figure" }];
    return figure.state === "reported" ? [] : [{ month, why: WHY[figure.state] }];
  };
  const reasons = [...one(earlier, first), ...one(later, last)];
  if (reasons.length === 0) return "a yes or a no cannot be subtracted";
  return list(reasons.map(({ month, why }) => `${monthName(month)} ${why}`));
}

function revisedInWords({ month, figure }: { month: Month; figure: FigureView | null }): string[] {
  if (figure?.star === "since published") return [`${monthName(month)} was revised since it was given to a board.`];
  if (figure?.star === "in the paper")
    return [`${monthName(month)} is marked * in the paper as revised; what it was before is not in it.`];
  return [];
}

/** "From February to March 2022: 4 rose, 3 fell and 2 cannot be compared." "" without anything to compare. */
export function comparisonInWords(all: readonly Compared[], earlier: Month, later: Month): string {
  if (all.length === 0) return "";
  const from = earlier.slice(0, 4) === later.slice(0, 4) ? monthWord(earlier) : monthName(earlier);
  const count = (outcome: Compared["outcome"]) => all.filter((one) => one.outcome === outcome).length;
  const [rose, fell, same, not] = [count("rose"), count("fell"), count("unchanged"), count("cannot be compared")];
  const opening = `From ${from} to ${monthName(later)}`;
  if (not === all.length) return `${opening}: none of the ${plain(not)} can be compared.`;
  const parts = [
    ...(rose > 0 ? [`${rose} rose`] : []),
    ...(fell > 0 ? [`${fell} fell`] : []),
    ...(same > 0 ? [`${same} ${same === 1 ? "is" : "are"} unchanged`] : []),
    ...(not > 0 ? [`${not} cannot be compared`] : []),
  ];
  return `${opening}: ${list(parts)}.${realChanges(all)}`;
}

function realChanges(all: readonly Compared[]): string {
  const changed = all.flatMap((one) => (one.outcome === "rose" || one.outcome === "fell" ? [one] : []));
  const judged = changed.filter(({ evidence }) => evidence.is !== "too few months");
  const real = judged.filter(({ evidence }) => evidence.is === "real change");
  if (judged.length === 0) return "";
  const names = list(real.map(({ series }) => inSentence(series.definition.name)));
  if (real.length > 0) return ` More than month-to-month variation: ${names}.`;
  const those = judged.length === 1 ? "The one" : `None of the ${judged.length}`;
  return ` ${those} that can be judged is ${judged.length === 1 ? "not " : ""}more than month-to-month variation.`;
}
