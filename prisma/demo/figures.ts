/**
 * The demonstration's figures, brought in as a data officer brings them in: the same commands, the same checks. The
 * meanings and caveats are the answers that a careful reader of the paper of 4 April 2022 gives (domain notes 0.6 to 0.8).
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { monthsBetween } from "#lib/dates.ts";
import { confirmImport, readIn } from "#lib/imports/commands.ts";
import { findMonthlyPlan, findNationalPlan, fingerprint } from "#lib/imports/plan-queries.ts";
import { readImport } from "#lib/imports/read-import.ts";
import { findChecklist } from "#lib/indicators/checklist-queries.ts";
import { submitFigure } from "#lib/indicators/commands.ts";
import { publishMonth } from "#lib/indicators/publish-commands.ts";
import type { Scope } from "#lib/scope.ts";

const TABLE = "monthly-kpi-2021-22.tsv";
const NATIONAL = "dfe-benchmarks.csv";
const RELEASE = "DfE Education, health and care plans, 2025 release";
const PAPER = "SEND update to the Executive Advisory Panel, 4 April 2022";
const BOARD = "Executive Advisory Panel for Education, Skills and Employment";
const BOARD_ON = "2022-04-04";
/** The points that are open in the demonstration are those of the paper itself. */
const AS_PRINTED = "The figures are given as the paper of 4 April 2022 prints them, with what it leaves open.";

export const DEMO_MONTHS = monthsBetween("2021-04", "2022-03");

const SINCE_THE_REQUEST = "read as weeks since the request, because 70 + 5 is the 75 it reports out of timescale.";
/** By the number that the paper gives its row. */
const MEANINGS: Readonly<Record<string, { readonly code: string; readonly caveat?: string }>> = {
  "1": { code: "E01" },
  "2": { code: "E04", caveat: "The paper does not say whether cases with a permitted exception are counted." },
  "2a": { code: "E07a", caveat: `The paper says “overdue by 30-51 weeks”; ${SINCE_THE_REQUEST}` },
  "2b": { code: "E07b", caveat: `The paper says “overdue by 52+ weeks”; ${SINCE_THE_REQUEST}` },
  "3": { code: "A00" },
  "4": { code: "A01" },
  "5": { code: "D01" },
  "6": { code: "D05" },
  "7": { code: "S05" },
};

export function demoFile(name: string): Uint8Array {
  return readFileSync(path.join(import.meta.dirname, name));
}

/** Everything in the transaction of `scope`, who is the demonstration's data officer; nothing of it may be there yet. */
export async function loadFigures(scope: Scope): Promise<void> {
  await importTable(scope);
  await importNational(scope);
  await submitFigure(scope, {
    code: "E07",
    month: "2022-03",
    typed: "75",
    numerator: null,
    denominator: null,
    source: `${PAPER}: “There are currently 75 EHCPs out of timescale”`,
    reason: "",
  });
  for (const month of DEMO_MONTHS) {
    const list = await findChecklist(scope, month);
    await publishMonth(scope, {
      month,
      seen: list?.seen ?? "",
      openPointsNote: AS_PRINTED,
      board: BOARD,
      publishedOn: BOARD_ON,
      audience: "public",
      alreadyPublic: true,
    });
  }
}

async function importTable(scope: Scope): Promise<void> {
  const bytes = demoFile(TABLE);
  const read = await readImport(bytes, scope.today.toString());
  if (!("kind" in read) || read.kind !== "monthly table") throw new Error(`${TABLE} is not a monthly table.`);
  const meant = read.table.rows.map(({ row, ref }) => ({ row, ...MEANINGS[ref] }));
  const chosen = new Map(meant.map(({ row, code = "" }) => [row, code]));
  const caveats = new Map(meant.map(({ row, caveat = "" }) => [row, caveat]));
  const { plan } = await findMonthlyPlan(scope, read.table, chosen);
  const { importId } = await readIn(scope, { fileName: TABLE, bytes, kind: read.kind });
  await confirmImport(scope, { importId, chosen, caveats, shown: fingerprint(plan), reason: "", release: "" });
}

async function importNational(scope: Scope): Promise<void> {
  const bytes = demoFile(NATIONAL);
  const read = await readImport(bytes, scope.today.toString());
  if (!("kind" in read) || read.kind !== "national figures") throw new Error(`${NATIONAL} holds no national figures.`);
  const shown = fingerprint(await findNationalPlan(scope, read.table, RELEASE));
  const { importId } = await readIn(scope, { fileName: NATIONAL, bytes, kind: read.kind });
  await confirmImport(scope, {
    importId,
    shown,
    release: RELEASE,
    reason: "",
    chosen: new Map(),
    caveats: new Map(),
  });
}
