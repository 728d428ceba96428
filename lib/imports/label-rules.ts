/**
 * Which definition a paper's row may mean, by the words they share: a suggestion for a person to check, never a decision.
 * It knows no labels of its own, so that a new paper is treated as the first one was.
 */
import type { Unit } from "#lib/indicators/schema.ts";

export type Named = { readonly code: string; readonly name: string; readonly shortName: string; readonly unit: Unit };
/** `percent`: the row's figures carry a % sign; null when none is reported. */
export type Labelled = { readonly row: number; readonly label: string; readonly percent: boolean | null };

/** Half of the words of both, or there is no suggestion. */
const LEAST_ALIKE = 0.5;
const SAY_NOTHING = new Set(["a", "an", "and", "at", "by", "for", "in", "number", "of", "on", "the", "to", "with"]);

/** At most one row for a definition and one definition for a row, the most alike first. By row number. */
export function suggestions(rows: readonly Labelled[], definitions: readonly Named[]): Map<number, string> {
  const pairs = rows.flatMap((row) =>
    definitions
      .filter((definition) => row.percent === null || row.percent === (definition.unit === "%"))
      .map((definition) => ({ row: row.row, code: definition.code, alike: alike(row.label, definition) })),
  );
  const found = new Map<number, string>();
  const taken = new Set<string>();
  for (const { row, code, alike } of pairs.sort((one, other) => other.alike - one.alike)) {
    if (alike < LEAST_ALIKE) break;
    if (found.has(row) || taken.has(code)) continue;
    found.set(row, code);
    taken.add(code);
  }
  return found;
}

/** Whether a label is the definition's own name, capitals and spaces apart. */
export function sameName(label: string, { name, shortName }: Named): boolean {
  return [name, shortName].some((own) => own.toLowerCase() === label.trim().toLowerCase());
}

/**
 * The place in the order of all tables that the first row of this one takes: where it stood before, when a label of it is
 * known, else after every other table.
 */
export function firstPlace(
  labels: readonly string[],
  known: readonly { readonly label: string; readonly place: number }[],
): number {
  const stood = known.flatMap(({ label, place }) => (labels.includes(label) ? [place - labels.indexOf(label)] : []));
  return stood.length > 0 ? Math.max(1, Math.min(...stood)) : Math.max(0, ...known.map(({ place }) => place)) + 1;
}

/** From 0, no word in common, to 1, the same words (the Sørensen–Dice coefficient of their words). */
function alike(label: string, { name, shortName }: Named): number {
  const said = wordsOf(label);
  return Math.max(...[name, shortName].map((own) => dice(said, wordsOf(own))));
}

function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = one.intersection(other).size;
  return both === 0 ? 0 : (2 * both) / (one.size + other.size);
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word !== "" && !SAY_NOTHING.has(word)).map((word) => word.replace(/s$/, "")));
}
