import type { Month } from "#lib/dates.ts";
import type { Audience, Direction, Kind, ShownState, Unit } from "./schema.ts";

/** What an indicator means: one number, with who answers for it. Words may be empty where the source gives none. */
export type Definition = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly meaning: string;
  readonly unit: Unit;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly numerator: string;
  readonly denominator: string;
  /** The indicator whose figures are this rate's denominators. */
  readonly denominatorCode: string | null;
  readonly exclusions: string;
  readonly basis: string;
  readonly source: string;
  readonly law: string;
  readonly audience: Audience;
  /** The indicator that this one is a part of: parts add up to it. */
  readonly partOf: string | null;
  readonly certainty: string;
};

/**
 * Why a cell carries a star: it came with one in the paper, whose earlier value is not in the source; or it was revised
 * here after its month had been given to a board, and its history is kept.
 */
export type Star = "none" | "in the paper" | "since published";

/** One month of one indicator as its reader may see it. `asTyped` keeps the precision of the paper. */
export type FigureView = {
  readonly month: Month;
  readonly state: ShownState;
  readonly asTyped: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly star: Star;
  /** The file or the words that it came from, for whoever may read them. */
  readonly source?: string;
};

/** A definition with its months, oldest first. A month that was never submitted is not in the list. */
export type Series = {
  readonly definition: Definition;
  readonly owners: readonly string[];
  /** The row number and order that the board paper gives it, and what the paper's row leaves unsaid. */
  readonly ref: string;
  readonly place: number;
  readonly caveat: string;
  readonly months: readonly FigureView[];
  /** The year to date as the paper printed it, by the month it was printed for. */
  readonly printed: readonly FigureView[];
};
