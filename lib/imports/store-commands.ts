import "server-only";
import { RuleBroken } from "#lib/errors.ts";
import { appendFigures } from "#lib/indicators/append-commands.ts";
import type { Scope } from "#lib/scope.ts";
import { firstPlace } from "./label-rules.ts";
import { changesOf, type MonthlyPlan } from "./monthly-plan-rules.ts";
import type { MonthlyTable } from "./monthly-table-rules.ts";
import type { NationalPlan } from "./national-plan-rules.ts";
import type { NationalTable } from "./national-rules.ts";
import { findMonthlyPlan, findNationalPlan, fingerprint } from "./plan-queries.ts";
import { type ConfirmInput, LEFT_OUT } from "./schema.ts";

const MOVED_ON = "The figures have changed since this page showed them. Check the table again before you store it.";
const AT_ONCE = "Somebody else stored one of these figures at the same moment. Check the table again.";
const SAID_ALREADY = "This file says what is stored already: there is nothing to store.";
const NOT_MENDED = "This file has problems. Mend them in the file and upload it again.";

/** Appends the new and changed figures of a table and remembers what its rows mean. Answers with how many it appended. */
export async function storeMonthly(
  scope: Scope,
  input: ConfirmInput & { readonly fileName: string },
  table: MonthlyTable,
): Promise<number> {
  const { plan } = await findMonthlyPlan(scope, table, input.chosen);
  if (plan.problems.length > 0) throw new RuleBroken("", NOT_MENDED);
  const [undecided] = plan.undecided;
  if (undecided) throw new RuleBroken("", undecided.message);
  const changes = changesOf(plan);
  if (changes.length === 0) throw new RuleBroken("", SAID_ALREADY);
  if (fingerprint(plan) !== input.shown) throw new RuleBroken("", MOVED_ON);
  if (plan.counts.revision > 0 && input.reason === "") {
    throw new RuleBroken("reason", "Say why the figures change: the reason is kept with each of them.");
  }
  await appendFigures(
    scope,
    changes.map(({ code, period, month, typed, cell, before }) => ({
      code,
      period,
      month,
      cell,
      state: typed.state,
      asTyped: typed.asTyped,
      value: typed.value,
      markedRevised: typed.markedRevised,
      numerator: null,
      denominator: null,
      revision: (before?.revision ?? 0) + 1,
      reason: before && input.reason,
      importId: input.importId,
      source: input.fileName,
    })),
  );
  await rememberLabels(scope, plan, input);
  return changes.length;
}

/** What each row means, and what it leaves unsaid, in the order of the file: for the next file, and for the dashboard. */
async function rememberLabels({ actor, db }: Scope, plan: MonthlyPlan, { caveats }: ConfirmInput): Promise<void> {
  const known = await db.indicatorLabel.findMany({
    where: { areaId: actor.areaId },
    select: { label: true, place: true },
  });
  const own = plan.rows.map(({ meaning }) => meaning);
  const first = firstPlace(
    own.map(({ label }) => label),
    known,
  );
  const labels = own.flatMap(({ row, ref, label, code, caveat }, index) =>
    code === LEFT_OUT ? [] : [{ label, code, ref, caveat: caveats.get(row) ?? caveat, place: first + index }],
  );
  await db.$executeRaw`
    insert into indicator_label (area_id, label, indicator_code, ref, caveat, place)
    select ${actor.areaId}::uuid, label, code, ref, caveat, place
    from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
      as said(label text, code text, ref text, caveat text, place int)
    on conflict (area_id, label) do update set indicator_code = excluded.indicator_code, ref = excluded.ref,
      caveat = excluded.caveat, place = excluded.place`;
}

/** Stores the new and changed figures of a publication. Answers with how many it stored. */
export async function storeNational(scope: Scope, input: ConfirmInput, table: NationalTable): Promise<number> {
  if (input.release === "") throw new RuleBroken("release", "Name the publication that the figures come from.");
  const plan = await findNationalPlan(scope, table, input.release);
  if (plan.problems.length > 0) throw new RuleBroken("", NOT_MENDED);
  if (plan.changes.length === 0) throw new RuleBroken("", SAID_ALREADY);
  if (fingerprint(plan) !== input.shown) throw new RuleBroken("", MOVED_ON);
  const stored = await appendNational(scope, input, plan);
  if (stored < plan.changes.length) throw new RuleBroken("", AT_ONCE);
  return stored;
}

/**
 * One statement for any number of rows. Answers with how many went in: a revision that somebody else has just stored
 * stays theirs.
 */
async function appendNational({ db }: Scope, { importId, release }: ConfirmInput, plan: NationalPlan): Promise<number> {
  return db.$executeRaw`
    insert into national_figure (release, source_file, area, period_type, period, variable, revision, state, as_typed,
      value, note, import_id, imported_at)
    select ${release}, "sourceFile", area, "periodType", period, variable, revision, state, "asTyped", value, note,
      ${importId}::uuid, ${new Date()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(plan.changes)}::jsonb) as said("sourceFile" text, area text,
      "periodType" text, period text, variable text, revision int, state text, "asTyped" text, value numeric, note text)
    on conflict do nothing`;
}
