import "server-only";
import { type Month, monthColumn } from "#lib/dates.ts";
import { answersFor } from "#lib/indicators/policy.ts";
import { findFigure } from "#lib/indicators/queries.ts";
import { AUDIENCES, type Audience } from "#lib/indicators/schema.ts";
import type { Scope } from "#lib/scope.ts";

/** A figure that the actor answers for. `widest` is who its month was given to; null when it was given to nobody yet. */
export type Answerable = { readonly widest: Audience | null };

/** Null when there is no such figure, or it is another organisation's to answer for. */
export async function findAnswerable(scope: Scope, code: string, month: Month): Promise<Answerable | null> {
  const { actor, db } = scope;
  const owners = await db.indicatorOwner.findMany({
    where: { areaId: actor.areaId, indicatorCode: code },
    select: { organisationId: true },
  });
  const ownerIds = owners.map((owner) => owner.organisationId);
  if (!answersFor(actor, ownerIds) || !(await findFigure(scope, code, month))) return null;
  return { widest: await widestAudience(scope, code, month) };
}

/** The widest audience that a figure of the month was given to: never wider than its indicator's own. */
export async function widestAudience({ actor, db }: Scope, code: string, month: Month): Promise<Audience | null> {
  const given = await db.publishedFigure.findMany({
    where: { areaId: actor.areaId, indicatorCode: code, month: monthColumn(month), period: "month" },
    distinct: ["audience"],
    select: { audience: true },
  });
  return AUDIENCES.find((audience) => given.some((one) => one.audience === audience)) ?? null;
}
