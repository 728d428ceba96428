import { z } from "zod";

/** What partners are told of; the database holds the same list (notice_kind). */
export const NOTICE_KINDS = [
  "month published",
  "commentary published",
  "target set",
  "exception report given",
  "exception report seen",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A moment as an address or a hidden field carries it, to the millisecond: "2022-04-04T10:00:00.000Z". */
export const moment = z.iso.datetime({ precision: 3 }).transform((iso) => new Date(iso));

export const seenForm = z.object({ until: moment });
export type SeenInput = z.output<typeof seenForm>;
