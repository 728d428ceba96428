import { plain } from "#lib/indicators/numbers.ts";
import type { PublishedMonth } from "#lib/indicators/queries.ts";

/** What its publisher knew to be open when a month was given to its board; nothing where nothing was. */
export function OpenPoints({ published }: { readonly published: PublishedMonth }) {
  const { openPoints, openPointsNote } = published;
  if (openPoints === 0) return null;
  return (
    <p className="mt-4 border-l-[6px] border-amber bg-amber-wash px-5 py-2 wrap-anywhere">
      Given with {plain(openPoints)} {openPoints === 1 ? "point" : "points"} open: {openPointsNote}
    </p>
  );
}
