/**
 * What one cell of a board paper says. `Tbc`, an empty cell, a dash and a true 0 are four different things and must never
 * look alike, sort alike or add up alike (SEND update, Executive Advisory Panel, 4 April 2022).
 */
import type { State } from "./schema.ts";

/** `value` is a number only when reported; `asTyped` is the cell with the paper's own precision and without its `*`. */
export type TypedCell = {
  readonly state: State;
  readonly asTyped: string;
  readonly value: number | null;
  readonly percent: boolean;
  readonly markedRevised: boolean;
};

const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%)?$/;
const LONGEST = 40;
const LARGEST = 9_999_999_999;

/** Reads a cell, or answers null when it is none of: a number (with % or *), Tbc, a dash, nothing. */
export function readCell(text: string): TypedCell | null {
  if (text.length > LONGEST) return null;
  const trimmed = text.trim();
  const markedRevised = /\*$/.test(trimmed);
  const asTyped = trimmed.replace(/\s*\*+$/, "");
  const said = (state: State): TypedCell => ({ state, asTyped, value: null, percent: false, markedRevised });
  if (asTyped === "") return markedRevised ? null : said("not reported");
  if (/^(tbc|to be confirmed)\.?$/i.test(asTyped)) return said("to be confirmed");
  if (/^[-–—]$/.test(asTyped)) return said("dash");
  const found = NUMBER.exec(asTyped);
  if (!found) return null;
  const value = Number(`${found[1]?.replaceAll(",", "")}${found[2] ?? ""}`);
  if (value > LARGEST || (found[2]?.length ?? 0) > 5) return null;
  return { state: "reported", asTyped, value, percent: found[3] === "%", markedRevised };
}

/** How many decimals a cell was typed with: "26.7%" has one. A sum or a check rounds to what the paper prints. */
export function decimalsOf(asTyped: string): number {
  return /\.(\d+)/.exec(asTyped)?.[1]?.length ?? 0;
}
