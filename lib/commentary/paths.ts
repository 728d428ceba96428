import type { Month } from "#lib/dates.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

/** Where an owner's words about one month of an indicator are read and written; without a month, where it is chosen. */
export function commentaryPath(code: string, month?: Month): string {
  return `${indicatorPath(code)}/commentary${month === undefined ? "" : `?month=${month}`}`;
}
