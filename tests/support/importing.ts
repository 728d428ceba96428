/**
 * Imports as a data officer makes them, for tests: the catalogue and the real files, read, shown and confirmed through
 * the product's own commands.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { confirmImport, readIn } from "#lib/imports/commands.ts";
import { findImport, type ImportView } from "#lib/imports/queries.ts";
import { readImport } from "#lib/imports/read-import.ts";
import type { Chosen, ConfirmInput } from "#lib/imports/schema.ts";
import { defineIndicators } from "#lib/indicators/catalogue-commands.ts";
import { asSystem } from "#lib/scope.ts";
import type { TestDatabase } from "./database.ts";
import type { Seat } from "./people.ts";
import { utf8 } from "./reading.ts";

const DEMO = path.join(import.meta.dirname, "../../prisma/demo");

export const TABLE = readFileSync(path.join(DEMO, "monthly-kpi-2021-22.tsv"), "utf8");
export const NATIONAL = readFileSync(path.join(DEMO, "dfe-benchmarks.csv"), "utf8");

/** What the real table's rows mean, by row of the file. */
export const MEANT: Chosen = new Map([
  [6, "E01"],
  [7, "E04"],
  [8, "E07a"],
  [9, "E07b"],
  [10, "A00"],
  [11, "A01"],
  [12, "D01"],
  [13, "D05"],
  [18, "S05"],
]);

export async function defineCatalogue(): Promise<void> {
  const csv = readFileSync(path.join(DEMO, "indicators.csv"), "utf8");
  await asSystem("test", (scope) => defineIndicators(scope, csv));
}

type Wishes = Partial<Omit<ConfirmInput, "importId">> & { readonly seat?: Seat };

/** What the tests of imports do, as the data officer of the area unless another seat is named. */
export function importing({ asRole }: Pick<TestDatabase, "asRole">, name = "table.tsv") {
  /** Reads a file in; its id. A file that is not understood is a failed test. */
  async function bring(file: string | Uint8Array, seat: Seat = "data officer"): Promise<string> {
    const bytes = typeof file === "string" ? utf8(file) : file;
    const read = await readImport(bytes, "2026-11-22");
    if ("refusals" in read) throw new Error(`Not understood: ${read.refusals.join(" ")}`);
    const input = { fileName: name, bytes, kind: read.kind };
    return (await asRole(seat, (scope) => readIn(scope, input), "write")).importId;
  }

  /** What the page of a file shows; null when there is none for this seat. */
  function show(id: string, { seat = "data officer", chosen = MEANT, release = "" }: Wishes = {}) {
    return asRole(seat, (scope) => findImport(scope, id, { chosen, release }));
  }

  /** Confirms what the page shows. */
  async function confirm(id: string, wishes: Wishes = {}): Promise<void> {
    const { seat = "data officer", chosen = MEANT, caveats = new Map(), reason = "", release = "" } = wishes;
    const view = await show(id, wishes);
    const shown = wishes.shown ?? (view && "shown" in view ? view.shown : "");
    const input = { importId: id, shown, chosen, caveats, reason, release };
    await asRole(seat, (scope) => confirmImport(scope, input), "write");
  }

  return { bring, show, confirm };
}

/** The plan that a monthly table's page shows, or a failed test. */
export function monthlyOf(view: ImportView | null) {
  if (view?.step !== "monthly table") throw new Error(`The page shows ${view?.step ?? "nothing"}.`);
  return view.plan;
}

export function nationalOf(view: ImportView | null) {
  if (view?.step !== "national figures") throw new Error(`The page shows ${view?.step ?? "nothing"}.`);
  return view.plan;
}
