import type { Month } from "#lib/dates.ts";

/** The exception report on one month of an indicator. */
export function exceptionPath(code: string, month: Month): string {
  return `/exceptions/${encodeURIComponent(code)}/${month}`;
}
