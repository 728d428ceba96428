/** What an owner has promised and how a month stands to it, in words. */
import { addDays, longDate } from "#lib/dates.ts";
import type { Definition, FigureView } from "./figure.ts";
import { shortfall, targetStanding } from "./figure-rules.ts";
import { inUnit, plain } from "./numbers.ts";
import type { Promised } from "./target-rules.ts";

/** As many decimals as the number has: a promise is said as it was made. */
function decimals(value: number): number {
  return /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
}

/** "60%", "12 weeks", "£1,200,000". */
export function amount(value: number, unit: string): string {
  return inUnit(value, unit, decimals(value));
}

/** A difference: "5 percentage points", not "5%". */
export function difference(value: number, unit: string): string {
  if (unit === "%") return `${plain(value, decimals(value))} percentage ${value === 1 ? "point" : "points"}`;
  return amount(value, unit);
}

/** "60%, with a tolerance of 5 percentage points", "12, with no tolerance". */
export function promiseInWords({ target, tolerance }: Pick<Promised, "target" | "tolerance">, unit: string): string {
  const margin = tolerance === 0 ? "no tolerance" : `a tolerance of ${difference(tolerance, unit)}`;
  return `${amount(target, unit)}, with ${margin}`;
}

/** "From 1 April 2022 to 31 March 2023", the last day included, as people say it. */
export function holdsInWords({ fromOn, toOn }: Pick<Promised, "fromOn" | "toOn">): string {
  return `From ${longDate(fromOn)}${toOn === null ? "" : ` to ${longDate(addDays(toOn, -1))}`}`;
}

/** "53% is 7 percentage points below the target of 60%, and the tolerance is 5 percentage points." */
export function againstTarget(
  figure: Pick<FigureView, "asTyped"> & { readonly value: number },
  promise: Pick<Promised, "target" | "tolerance">,
  { unit, direction }: Pick<Definition, "unit" | "direction">,
): string {
  const short = shortfall(figure.value, promise.target, direction);
  if (targetStanding(figure.value, promise, direction) === "met")
    return `${figure.asTyped} meets the target of ${amount(promise.target, unit)}.`;
  const side = direction === "higher" ? "below" : "above";
  const tolerance =
    promise.tolerance === 0 ? "there is no tolerance" : `the tolerance is ${difference(promise.tolerance, unit)}`;
  return `${figure.asTyped} is ${difference(short, unit)} ${side} the target of ${amount(promise.target, unit)}, and ${tolerance}.`;
}
