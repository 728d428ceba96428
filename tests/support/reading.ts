import { GRID_LIMITS, type Grid, type GridLimits } from "#lib/imports/grid.ts";
import { readGrid } from "#lib/imports/read-grid.ts";

/** The grid, or a failed test that says why there is none. */
export async function gridOf(bytes: Uint8Array, limits: Partial<GridLimits> = {}): Promise<Grid> {
  const grid = await readGrid(bytes, { ...GRID_LIMITS, ...limits });
  if ("problem" in grid) throw new Error(`Not read: ${grid.problem}`);
  return grid;
}

/** Why the file was refused, or a failed test when it was read. */
export async function problemOf(bytes: Uint8Array, limits: Partial<GridLimits> = {}): Promise<string> {
  const grid = await readGrid(bytes, { ...GRID_LIMITS, ...limits });
  if (!("problem" in grid)) throw new Error(`Read, as ${JSON.stringify(grid.rows).slice(0, 200)}`);
  return grid.problem;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
