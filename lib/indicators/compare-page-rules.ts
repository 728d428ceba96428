/** What the page says when a reader asks for another month beside the one it shows. Pure. */
import { addMonths, type Month, monthName } from "#lib/dates.ts";
import { type Compared, compareMonths } from "./compare-rules.ts";
import { comparisonInWords } from "./compare-words.ts";
import type { MonthChoice } from "./dashboard-queries.ts";
import type { Series } from "./figure.ts";

export type Comparison = {
  /** "" while no month is chosen. */
  readonly asked: Month | "";
  readonly others: readonly MonthChoice[];
  readonly shortcuts: readonly { readonly name: string; readonly month: Month }[];
  /** Why there is nothing to compare with, or what cannot be offered; "" where there is nothing to say. */
  readonly sentence: string;
  readonly found: {
    readonly earlier: Month;
    readonly later: Month;
    readonly headline: string;
    readonly rows: readonly Compared[];
    /** That the month compared with has not been given to a board; "" when it has. */
    readonly notGiven: string;
  } | null;
};

/** `choices` are the months that this reader may see: no other is compared, and none is said to exist. */
export function comparison(
  all: readonly Series[],
  choices: readonly MonthChoice[],
  month: Month,
  asked: Month | "",
): Comparison {
  const others = choices.filter((choice) => choice.month !== month);
  const offered = [
    { name: "The month before", month: addMonths(month, -1) },
    { name: "The same month a year before", month: addMonths(month, -12) },
  ];
  const has = (at: Month) => others.some((choice) => choice.month === at);
  const shown = others.find((choice) => choice.month === asked);
  const missing = offered.filter((one) => !has(one.month) && one.month !== asked);
  return {
    asked: shown ? asked : "",
    others,
    shortcuts: offered.filter((one) => has(one.month)),
    sentence: [...refusal(asked, month, shown), ...missing.map(notThere)].join(" "),
    found: shown ? held(all, month, shown) : null,
  };
}

function refusal(asked: Month | "", month: Month, shown: MonthChoice | undefined): string[] {
  if (asked === "" || shown) return [];
  if (asked === month) return [`This is ${monthName(month)} itself: choose another month.`];
  return [`${monthName(asked)} has no figures here, so ${monthName(month)} cannot be compared with it.`];
}

function notThere(offered: { name: string; month: Month }): string {
  return `${offered.name}, ${monthName(offered.month)}, has no figures here.`;
}

function held(all: readonly Series[], month: Month, other: MonthChoice): Comparison["found"] {
  const [earlier, later] = other.month < month ? [other.month, month] : [month, other.month];
  const rows = compareMonths(all, earlier, later);
  const headline = comparisonInWords(rows, earlier, later);
  const own = `${monthName(other.month)} has not been given to a board yet: your organisation alone sees it.`;
  return { earlier, later, headline, rows, notGiven: other.published === null ? own : "" };
}
