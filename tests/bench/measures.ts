/** The arithmetic of the bench, and how it puts a number beside its aim. Pure. */

export type Burst = {
  readonly perSecond: number;
  /** Milliseconds that 95 of 100 requests stayed under. */
  readonly p95: number;
  /** Answers other than 200, and requests that got none. */
  readonly failed: number;
};

export type Aim = { readonly what: string; readonly found: string; readonly aim: string; readonly met: boolean };

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that a share `q` of all do not exceed; between two for the median of an even number. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = q * sorted.length;
  if (q === 0.5 && Number.isInteger(at)) return ((sorted[at - 1] ?? NaN) + (sorted[at] ?? NaN)) / 2;
  return sorted[Math.ceil(at) - 1] ?? NaN;
}

export function atLeast(what: string, found: number, least: number, unit: string): Aim {
  return { what, found: show(found, unit), aim: `at least ${show(least, unit)}`, met: found >= least };
}

export function atMost(what: string, found: number, most: number, unit: string): Aim {
  return { what, found: show(found, unit), aim: `at most ${show(most, unit)}`, met: found <= most };
}

function show(value: number, unit: string): string {
  return unit === "×" ? `${value.toFixed(2)}×` : `${value.toFixed(1)} ${unit}`;
}

/** Columns as wide as they need be: the first to the left, the rest to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(pad).join("  ")}`.trimEnd()).join("\n");
}
