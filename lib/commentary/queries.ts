import "server-only";
import { type Month, monthColumn } from "#lib/dates.ts";
import type { Audience } from "#lib/indicators/schema.ts";
import type { Reader, Scope } from "#lib/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Said } from "./rules.ts";

/** What an owner has published about one month of one indicator, and has not withdrawn. */
export type SaidOfFigure = Said & { readonly code: string; readonly month: Month };

/** What is published for this reader, as a statement to build on: the policies decide which rows there are. */
export function saidSql(areaId: string, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select c.id::text, c.indicator_code as code, to_char(c.month, 'YYYY-MM') as month, c.words, c.audience,
      c.organisation_id::text as "organisationId", o.name as organisation,
      to_char(c.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"
    from commentary c join organisation o on o.id = c.organisation_id
    where c.area_id = ${areaId}::uuid and c.published_at is not null and c.withdrawn_at is null and ${which}`;
}

/** What was said about every figure of a month. */
export async function listSaidOfMonth({ db }: Reader, areaId: string, month: Month): Promise<SaidOfFigure[]> {
  return db.$queryRaw<SaidOfFigure[]>(saidSql(areaId, Prisma.sql`c.month = ${monthColumn(month)}::date`));
}

/** What was said about an indicator, of one month or of all. */
export async function listSaidOfIndicator(
  { db }: Reader,
  areaId: string,
  code: string,
  month?: Month,
): Promise<SaidOfFigure[]> {
  const ofMonth = month === undefined ? Prisma.empty : Prisma.sql`and c.month = ${monthColumn(month)}::date`;
  return db.$queryRaw<SaidOfFigure[]>(saidSql(areaId, Prisma.sql`c.indicator_code = ${code} ${ofMonth}`));
}

export type Draft = {
  readonly id: string;
  readonly words: string;
  readonly audience: Audience;
  readonly version: number;
  readonly writtenAt: Date;
};

/** The draft of the actor's own organisation about one figure; null when there is none, or it is not theirs to see. */
export async function findDraft({ actor, db }: Scope, code: string, month: Month): Promise<Draft | null> {
  const own = { areaId: actor.areaId, organisationId: actor.organisationId };
  const row = await db.commentary.findFirst({
    where: { ...own, indicatorCode: code, month: monthColumn(month), publishedAt: null },
    select: { id: true, words: true, audience: true, version: true, writtenAt: true },
  });
  return row && { ...row, audience: row.audience as Audience };
}

/** What the actor's own organisation has withdrawn: it stays on record for them. */
export async function listWithdrawn({ actor, db }: Scope, code: string, month: Month) {
  const own = { areaId: actor.areaId, organisationId: actor.organisationId };
  return db.commentary.findMany({
    where: { ...own, indicatorCode: code, month: monthColumn(month), withdrawnAt: { not: null } },
    orderBy: { publishedAt: "desc" },
    select: { id: true, words: true, publishedAt: true, withdrawnAt: true, withdrawnReason: true },
  });
}
