import type { Month } from "#lib/dates.ts";
import type { NoticeKind } from "./schema.ts";

/** One thing that happened, with what its record says of it today. `at` is ISO, to the millisecond. */
export type Notice = {
  readonly id: string;
  readonly at: string;
  readonly kind: NoticeKind;
  /** The organisation that did it, by its name that day. */
  readonly by: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly month: Month | null;
  /** The board that was given it, or has seen it; "" where no board is meant. */
  readonly board: string;
  /** The day of that board, or from which a target holds; "" where the record has none. */
  readonly on: string;
  readonly isNew: boolean;
};

/** What a reader is told in one sentence: a notice, or several that are one piece of news. */
export type Told = {
  readonly id: string;
  readonly at: string;
  readonly sentence: string;
  readonly href: string;
  readonly isNew: boolean;
};
