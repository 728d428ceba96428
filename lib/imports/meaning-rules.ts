/**
 * Which definition each row of an uploaded table means, and how that is known: chosen on the page, remembered from an
 * earlier file, the definition's own name, or only suggested by the words they share.
 */
import { type Labelled, type Named, sameName, suggestions } from "./label-rules.ts";
import type { ReadRow } from "./monthly-table-rules.ts";
import { type Chosen, LEFT_OUT } from "./schema.ts";

export type Known = Named & { readonly kind: "count" | "stock" | "rate" | "measure" };
export type Remembered = { readonly label: string; readonly code: string; readonly caveat: string };

/** `code` is null when nothing is decided; LEFT_OUT when the row is to be left out. */
export type Meaning = {
  readonly row: number;
  readonly ref: string;
  readonly label: string;
  readonly code: string | null;
  readonly how: "chosen" | "remembered" | "same name" | "suggested" | "not known";
  readonly caveat: string;
};

/** One a row, in their order. A choice that is no definition of this area is no choice. */
export function meanings(
  rows: readonly ReadRow[],
  definitions: readonly Known[],
  remembered: readonly Remembered[],
  chosen: Chosen,
): Meaning[] {
  const codes = new Set(definitions.map(({ code }) => code));
  const known = rows.map((row): Meaning => {
    const { ref, label } = row;
    const before = remembered.find((one) => one.label === label && codes.has(one.code));
    const named = definitions.find((definition) => sameName(label, definition));
    const base = { row: row.row, ref, label, caveat: before?.caveat ?? "" };
    const choice = chosen.get(row.row);
    if (choice !== undefined && choice !== before?.code) {
      const code = choice === LEFT_OUT || codes.has(choice) ? choice : null;
      return { ...base, code, how: code === null ? "not known" : "chosen" };
    }
    if (before) return { ...base, code: before.code, how: "remembered" };
    return named ? { ...base, code: named.code, how: "same name" } : { ...base, code: null, how: "not known" };
  });
  const taken = new Set(known.map(({ code }) => code));
  const open = rows.filter((row, place) => known[place]?.code === null && !chosen.has(row.row)).map(labelled);
  const free = definitions.filter(({ code }) => !taken.has(code));
  const suggested = suggestions(open, free);
  return known.map((meaning) => {
    const code = suggested.get(meaning.row);
    return code === undefined ? meaning : { ...meaning, code, how: "suggested" };
  });
}

/** What keeps the rows from being stored, each in a sentence with the row it is about. */
export function meaningProblems(found: readonly Meaning[]): { readonly row: number; readonly message: string }[] {
  const first = new Map<string, Meaning>();
  return found.flatMap((meaning) => {
    const { row, label, code } = meaning;
    if (code === null) return [{ row, message: `Row ${row}, ${label}: choose what it means, or leave it out.` }];
    if (code === LEFT_OUT) return [];
    const same = first.get(code);
    if (same === undefined) {
      first.set(code, meaning);
      return [];
    }
    return [{ row, message: `Rows ${same.row} and ${row} both mean ${code}: choose another meaning for one of them.` }];
  });
}

function labelled({ row, label, cells }: ReadRow): Labelled {
  const reported = cells.filter(({ typed }) => typed.state === "reported");
  const percent = reported.length === 0 ? null : reported.some(({ typed }) => typed.percent);
  return { row, label, percent };
}
