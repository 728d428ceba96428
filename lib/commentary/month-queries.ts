/**
 * What owners answer for in a month: what they have said of its figures and, for whoever reads exact figures, what they
 * have promised. One statement for both, because dashboards are measured.
 */
import "server-only";
import { type Month, monthColumn } from "#lib/dates.ts";
import { type PromiseRow, promisesSql } from "#lib/indicators/target-queries.ts";
import type { Scope } from "#lib/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { listSaidOfMonth, type SaidOfFigure, saidSql } from "./queries.ts";

export type Answers = { readonly said: readonly SaidOfFigure[]; readonly promises: readonly PromiseRow[] };

export async function findAnswers(scope: Scope, month: Month, exact: boolean): Promise<Answers> {
  const { areaId } = scope.actor;
  if (!exact) return { said: await listSaidOfMonth(scope, areaId, month), promises: [] };
  const said = saidSql(areaId, Prisma.sql`c.month = ${monthColumn(month)}::date`);
  const [answers] = await scope.db.$queryRaw<Answers[]>`
    select (select coalesce(json_agg(s), '[]') from (${said}) s) as said,
      (select coalesce(json_agg(p), '[]') from (${promisesSql(areaId)}) p) as promises`;
  return answers ?? { said: [], promises: [] };
}
