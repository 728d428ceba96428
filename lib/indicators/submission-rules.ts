/** What a data officer still owes, from what is stored: the gaps of the monthly table, and the rates that rest on nothing. */
import { type Month, monthName } from "#lib/dates.ts";
import { weightsOf } from "./dashboard-rules.ts";
import type { Series } from "./figure.ts";
import { indicatorPath } from "./paths.ts";
import { hasValue } from "./year-rules.ts";

/** `what` is why the month counts as owed. "never submitted": other rows of the table have the month. */
export type Gap = "to be confirmed" | "not reported" | "dash" | "never submitted";

export type Owed = {
  readonly code: string;
  readonly name: string;
  readonly owners: readonly string[];
  /** Latest first, by what is missing. */
  readonly gaps: readonly { readonly gap: Gap; readonly months: readonly Month[] }[];
};

/** A rate whose months have neither a numerator and a denominator nor another row that gives them. */
export type RestsOnNothing = { readonly code: string; readonly name: string; readonly months: readonly Month[] };

/** A month as it stands towards its boards. `changed`: figures that differ from what the latest publication gave. */
export type MonthStanding = {
  readonly month: Month;
  readonly figures: number;
  readonly changed: number;
  readonly published: {
    readonly board: string;
    readonly publishedOn: string;
    readonly audience: string;
    readonly alreadyPublic: boolean;
  } | null;
};

export type NextStep = { readonly sentence: string; readonly label: string; readonly href: string };

const GAPS: readonly Gap[] = ["to be confirmed", "not reported", "dash", "never submitted"];

/** The series that a board paper's rows mean, in its order. */
function tableOf(all: readonly Series[]): Series[] {
  return all.filter(({ ref, place }) => ref !== "" || place !== Number.MAX_SAFE_INTEGER);
}

export function owed(all: readonly Series[]): Owed[] {
  const table = tableOf(all);
  const months = [...new Set(table.flatMap((series) => series.months.map(({ month }) => month)))].sort().reverse();
  return table.flatMap(({ definition: { code, name }, owners, months: figures }) => {
    const gapOf = (month: Month): Gap | null => {
      const state = figures.find((figure) => figure.month === month)?.state ?? "never submitted";
      return GAPS.find((gap) => gap === state) ?? null;
    };
    // A row owes nothing for the months before it was first reported.
    const due = months.filter((month) => month >= (figures[0]?.month ?? month));
    const gaps = GAPS.map((gap) => ({ gap, months: due.filter((month) => gapOf(month) === gap) }));
    const found = gaps.filter(({ months: missing }) => missing.length > 0);
    return found.length === 0 ? [] : [{ code, name, owners, gaps: found }];
  });
}

export function restingOnNothing(all: readonly Series[]): RestsOnNothing[] {
  return tableOf(all).flatMap((series) => {
    const { code, name, kind } = series.definition;
    if (kind !== "rate") return [];
    const weights = weightsOf(series, all);
    const months = series.months
      .filter(hasValue)
      .filter(({ month, denominator }) => {
        const due = weights?.months.find((figure) => figure.month === month)?.value ?? null;
        return denominator === null && due === null;
      })
      .map(({ month }) => month)
      .reverse();
    return months.length === 0 ? [] : [{ code, name, months }];
  });
}

/** Submitted but not given to a board, or changed since it was. Latest first, as they come. */
export function toPublish(months: readonly MonthStanding[]): MonthStanding[] {
  return months.filter(({ published, changed }) => published === null || changed > 0);
}

export function submitPath(code: string, month: Month): string {
  return `${indicatorPath(code)}/submit?month=${month}`;
}

/** The one thing to do now, or null when everything is in. `waiting` is a file that was read in and not confirmed. */
export function nextStep(found: {
  readonly waiting: { readonly id: string; readonly fileName: string } | null;
  readonly months: readonly MonthStanding[];
  readonly owed: readonly Owed[];
  readonly resting: readonly RestsOnNothing[];
}): NextStep | null {
  const { waiting, months, resting } = found;
  if (waiting)
    return {
      sentence: `${waiting.fileName} was read and waits for you to confirm it. Nothing of it is stored yet.`,
      label: "Check and confirm the file",
      href: `/imports/${waiting.id}`,
    };
  if (months.length === 0)
    return {
      sentence: "No figures have been submitted yet. Start with the monthly table of the board paper.",
      label: "Import the monthly table",
      href: "/imports/new",
    };
  const [first, ...more] = toPublish(months);
  if (first) {
    const others =
      more.length === 0 ? "" : more.length === 1 ? " 1 other waits too." : ` ${more.length} others wait too.`;
    const why = first.published ? "has changed since it was published" : "is submitted and not published";
    return {
      sentence: `${monthName(first.month)} ${why}.${others}`,
      label: `Publish ${monthName(first.month)}`,
      href: `/publish?month=${first.month}`,
    };
  }
  const gap = latestGap(found.owed);
  if (gap)
    return {
      sentence: `${gap.name}, ${monthName(gap.month)}: ${GAP_WORDS[gap.gap]}.`,
      label: "Submit this figure",
      href: submitPath(gap.code, gap.month),
    };
  const [rate] = resting;
  const [month] = rate?.months ?? [];
  if (!rate || month === undefined) return null;
  return {
    sentence: `${rate.name}: no numerator or denominator was submitted for ${monthName(month)}.`,
    label: "Submit its numerator and denominator",
    href: submitPath(rate.code, month),
  };
}

export const GAP_WORDS: Readonly<Record<Gap, string>> = {
  "to be confirmed": "to be confirmed",
  "not reported": "not reported",
  dash: "a dash whose meaning is not given",
  "never submitted": "never submitted",
};

function latestGap(all: readonly Owed[]): { code: string; name: string; month: Month; gap: Gap } | null {
  const gaps = all.flatMap(({ code, name, gaps: own }) =>
    own.flatMap(({ gap, months }) => months.map((month) => ({ code, name, month, gap }))),
  );
  return gaps.sort((one, other) => other.month.localeCompare(one.month))[0] ?? null;
}
