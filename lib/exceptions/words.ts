/** Whose move an exception report is, for how long, and why, in words. */
import { longDate, type Month, monthName } from "#lib/dates.ts";
import type { Move } from "#lib/indicators/dashboard-rules.ts";
import { inSentence, monthsInWords } from "#lib/indicators/words.ts";
import { exceptionPath } from "./paths.ts";
import type { Exception, ReportState } from "./rules.ts";

export const BOARD = "The board";

const STATE_WORDS: Record<ReportState, string> = {
  owed: "Owed",
  drafted: "Drafted, not given",
  given: "Given, for the board to see",
  seen: "Seen by the board",
};

export function stateInWords(state: ReportState): string {
  return STATE_WORDS[state];
}

/** Who must act: the owner until it is given, then the board; nobody once the board has seen it. */
export function whoseMove({ state, owner }: Pick<Exception, "state" | "owner">): string | null {
  if (state === "seen") return null;
  return state === "given" ? BOARD : owner.name;
}

/** "today", "1 day", "12 days". */
export function ageInWords(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`;
}

/** "Owed since 4 April 2022, 12 days." A report that is given says both days. */
export function sinceInWords({ state, since, ageDays, givenOn, seenOn }: Exception): string {
  const age = ageDays === 0 ? "since today" : `since ${longDate(since)}, ${ageInWords(ageDays)}`;
  if (state === "seen") return `Given on ${longDate(givenOn ?? since)}, seen on ${longDate(seenOn ?? since)}.`;
  if (state === "given") return `Given on ${longDate(givenOn ?? since)}, for the board to see. Owed ${age}.`;
  return `${state === "drafted" ? "Drafted, not given yet. " : ""}Owed ${age}.`;
}

/** The months before it that the same report answers for, or "". */
export function earlierInWords(earlier: readonly Month[]): string {
  if (earlier.length === 0) return "";
  return `${monthsInWords(earlier)} missed the target too: this report answers for ${earlier.length === 1 ? "both" : "all"}.`;
}

/** What /dashboard lists under "Whose move is it?". `names` are the indicators' names by code. */
export function movesOf(open: readonly Exception[], names: ReadonlyMap<string, string>): Move[] {
  return open.flatMap((one): Move[] => {
    const owner = whoseMove(one);
    if (owner === null) return [];
    const about = `${inSentence(names.get(one.code) ?? one.code)}, ${monthName(one.month)}`;
    const what = [sinceInWords(one), earlierInWords(one.earlier)].filter(Boolean).join(" ");
    return [
      { owner, code: one.code, name: `Exception report: ${about}`, what, href: exceptionPath(one.code, one.month) },
    ];
  });
}
