/** Whether a difference between two months is more than the usual month-to-month variation, in a sentence. */
import { type Month, monthName } from "#lib/dates.ts";
import type { Evidence, Place } from "./compare-rules.ts";
import { list, plain } from "./numbers.ts";

export function evidenceInWords(evidence: Evidence, earlier: Month, later: Month): string {
  switch (evidence.is) {
    case "too few months":
      if (evidence.points >= 12)
        return "Too few months next to each other have a number to tell a change from month-to-month variation.";
      return `${plain(evidence.points)} months with a number are too few to tell a change from month-to-month variation.`;
    case "usual variation":
      return "Both are inside the usual month-to-month variation.";
    case "real change": {
      const places = placesInWords(evidence, earlier, later);
      return places === ""
        ? "A real change: part of a run of seven months or more in one direction."
        : `A real change: ${places}.`;
    }
    case "no signal between":
      return evidence.earlier && evidence.later && evidence.earlier.side === evidence.later.side
        ? `No signal between the two: ${placesInWords(evidence, earlier, later)}.`
        : `${placesInWords(evidence, earlier, later)}, but the two do not differ in that direction.`;
  }
}

function placesInWords(found: { earlier: Place | null; later: Place | null }, earlier: Month, later: Month): string {
  const [first, last] = [found.earlier, found.later];
  if (first && last && placeInWords(first) === placeInWords(last)) return `both are ${placeInWords(last)}`;
  const one = (place: Place | null, month: Month) => (place ? [`${monthName(month)} is ${placeInWords(place)}`] : []);
  return list([...one(last, later), ...one(first, earlier)]);
}

function placeInWords({ rule, side, length }: Place): string {
  if (rule === "outside limits") return `${side} what month-to-month variation alone would give`;
  if (rule === "two of three outer third") return `far ${side} the mean, one of two such months of three`;
  return `one of ${plain(length)} months running ${side} the mean`;
}
