/** What a submitted figure must satisfy, and what makes it a revision. */
import { readCell, type TypedCell } from "./cell-rules.ts";
import type { Definition } from "./figure.ts";
import { round } from "./numbers.ts";

/** What is said about one month: enough to write a figure. */
export type Said = Pick<TypedCell, "state" | "asTyped" | "value" | "markedRevised"> & {
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** How what is said now stands to what was said before. */
export type Standing = "new" | "unchanged" | "revision";

type SaidCell = { readonly state: string; readonly asTyped: string };

export function standing(before: SaidCell | null, now: SaidCell): Standing {
  if (before === null) return "new";
  return meant(before) === meant(now) ? "unchanged" : "revision";
}

/**
 * What a cell says however a program writes it: "2,052" is "2052", "TBC" is "Tbc", and "26.70%", as a spreadsheet shows
 * what was typed as "26.7%", is no revision of it.
 */
function meant({ state, asTyped }: SaidCell): string {
  return state === "reported" ? String(Number(asTyped.replace(/[\s,%]/g, ""))) : state;
}

/** Why a cell cannot be a figure of this indicator, or null. The sentence says what to do. */
export function unfit(cell: TypedCell, definition: Pick<Definition, "name" | "unit" | "kind">): string | null {
  if (cell.state !== "reported") return null;
  if (definition.unit === "%" && !cell.percent)
    return `${definition.name} is a percentage: write it with a % sign, for example 26.7%.`;
  if (definition.unit !== "%" && cell.percent)
    return `${definition.name} is not a percentage: write it without the % sign.`;
  if (definition.unit === "%" && (cell.value ?? 0) > 100) return `${definition.name} cannot be over 100%.`;
  const whole = definition.unit === "count" && (definition.kind === "count" || definition.kind === "stock");
  if (whole && !Number.isInteger(cell.value)) return `${definition.name} is counted in whole numbers.`;
  return null;
}

/** What was typed into the form for one month, or the sentence that says why not. */
export function fromForm(
  typed: string,
  parts: { numerator: number | null; denominator: number | null },
  definition: Pick<Definition, "name" | "unit" | "kind">,
): Said | { readonly field: "typed" | "numerator" | "denominator"; readonly problem: string } {
  const cell = readCell(typed);
  if (!cell)
    return {
      field: "typed",
      problem: "Enter a number, Tbc or a dash, or leave it empty if the month is not reported.",
    };
  const wrong = unfit(cell, definition);
  if (wrong) return { field: "typed", problem: wrong };
  const { numerator, denominator } = parts;
  if (numerator === null && denominator === null) return { ...cell, ...parts };
  if (definition.kind !== "rate")
    return { field: "numerator", problem: "Only a rate has a numerator and a denominator: leave both empty." };
  if (numerator === null) return { field: "numerator", problem: "Enter the numerator too, or leave both empty." };
  if (denominator === null || denominator === 0)
    return { field: "denominator", problem: "Enter the denominator too: a number above 0." };
  if (numerator > denominator)
    return { field: "numerator", problem: "The numerator cannot be larger than the denominator." };
  const decimals = /\.(\d+)/.exec(cell.asTyped)?.[1]?.length ?? 0;
  if (cell.value !== null && round((numerator / denominator) * 100, decimals) !== cell.value) {
    const gives = round((numerator / denominator) * 100, decimals);
    return {
      field: "typed",
      problem: `${numerator} of ${denominator} is ${gives}%, not ${cell.asTyped}. Correct one of them.`,
    };
  }
  return { ...cell, ...parts };
}

/** Green, amber or red only where the owner has set a target and a tolerance: nothing set, nothing owed. */
export type TargetStanding = "met" | "within tolerance" | "missed";

export function targetStanding(
  value: number,
  promise: { target: number; tolerance: number },
  direction: Definition["direction"],
): TargetStanding | null {
  if (direction === "context") return null;
  const short = shortfall(value, promise.target, direction);
  if (short <= 0) return "met";
  return short <= promise.tolerance ? "within tolerance" : "missed";
}

/** How far a value is on the wrong side of its target, in the indicator's unit; negative when it is better. */
export function shortfall(value: number, target: number, direction: Definition["direction"]): number {
  const short = direction === "higher" ? target - value : value - target;
  // Figures and promises have at most four decimals; a float would call 60.1 less 55.1 more than 5.
  return Math.round(short * 10_000) / 10_000;
}
