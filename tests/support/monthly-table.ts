/**
 * The board paper of 4 April 2022 as series, for tests of rules: its own cells, and the catalogue's definitions of its
 * rows. Split at the tabs here, so that a fault of the import cannot hide one of the rules.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { type Month, monthsBetween } from "#lib/dates.ts";
import { readCell } from "#lib/indicators/cell-rules.ts";
import type { Definition, FigureView, Series } from "#lib/indicators/figure.ts";

export const MONTHS: readonly Month[] = monthsBetween("2021-04", "2022-03");
export const MARCH: Month = "2022-03";

/** Which definition each row of the paper means, by the number that the paper gives it. */
const MEANS: Readonly<Record<string, string>> = {
  ...{ "1": "E01", "2": "E04", "2a": "E07a", "2b": "E07b", "3": "A00", "4": "A01", "5": "D01", "6": "D05", "7": "S05" },
};

const LINES = read("monthly-kpi-2021-22.tsv")
  .split("\n")
  .map((line) => line.split("\t"));
const CATALOGUE: readonly Record<string, string>[] = parse(read("indicators.csv"), { columns: true });

function read(name: string): string {
  return readFileSync(path.join(import.meta.dirname, "../../prisma/demo", name), "utf8");
}

export function definitionOf(code: string): Definition {
  const row = CATALOGUE.find((found) => found.code === code);
  if (!row) throw new Error(`The catalogue has no ${code}.`);
  const { short_name: shortName, denominator_code, part_of, ...rest } = row;
  return { ...rest, shortName, denominatorCode: denominator_code || null, partOf: part_of || null } as Definition &
    typeof rest;
}

export function figureOf(month: Month, typed: string): FigureView {
  const cell = readCell(typed);
  if (!cell) throw new Error(`No cell says ${typed}.`);
  const { state, asTyped, value, markedRevised } = cell;
  return {
    month,
    state,
    asTyped,
    value,
    numerator: null,
    denominator: null,
    star: markedRevised ? "in the paper" : "none",
  };
}

/** A series of these cells from April 2021 on; `printed` is the paper's year to date at the last of them. */
export function seriesOf(code: string, cells: readonly string[], printed = ""): Series {
  const months = cells.map((typed, index) => figureOf(MONTHS[index] ?? "", typed));
  const at = months.at(-1)?.month ?? MARCH;
  const total = printed.trim() === "" ? [] : [figureOf(at, printed)];
  const given = { owners: [], ref: "", place: 1, caveat: "" };
  return { definition: definitionOf(code), ...given, months, printed: total };
}

/** A row of the paper by its number: "2a". */
export function paperRow(ref: string): Series {
  const line = LINES.find(([first]) => first === ref);
  if (!line) throw new Error(`The paper has no row ${ref}.`);
  return { ...seriesOf(MEANS[ref] ?? "", line.slice(2, 14), line[14]), ref };
}
