import "server-only";
import { longMoment } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import type { Known } from "./meaning-rules.ts";
import type { MonthlyPlan } from "./monthly-plan-rules.ts";
import type { NationalPlan } from "./national-plan-rules.ts";
import { findMonthlyPlan, findNationalPlan, fingerprint, listReleases } from "./plan-queries.ts";
import { canImport } from "./policy.ts";
import { readImport } from "./read-import.ts";
import type { Chosen, ImportKind } from "./schema.ts";

export type ImportLine = {
  readonly id: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  /** In words, as people in England read a moment. */
  readonly readAt: string;
  readonly confirmedAt: string | null;
};

/** What a confirmed file put in: the figures of each row that meant something, or of each table of a publication. */
export type Stored = {
  readonly figures: number;
  readonly revisions: number;
  readonly parts: readonly { readonly name: string; readonly code: string | null; readonly figures: number }[];
};

export type ImportView = ImportLine &
  (
    | { readonly step: "stored"; readonly stored: Stored }
    | { readonly step: "not readable"; readonly refusals: readonly string[] }
    | {
        readonly step: "monthly table";
        readonly plan: MonthlyPlan;
        readonly definitions: readonly Known[];
        readonly shown: string;
      }
    | {
        readonly step: "national figures";
        readonly plan: NationalPlan;
        readonly releases: readonly string[];
        readonly shown: string;
      }
  );

const LINE = { id: true, fileName: true, kind: true, readAt: true, confirmedAt: true } as const;
type Line = { id: string; fileName: string; kind: string; readAt: Date; confirmedAt: Date | null };

/** The files that the actor has read in, latest first; null for whoever reads none in. */
export async function listImports({ actor, db }: Scope): Promise<ImportLine[] | null> {
  if (!canImport(actor)) return null;
  const rows = await db.import.findMany({
    where: { areaId: actor.areaId, readById: actor.roleId },
    orderBy: { readAt: "desc" },
    take: 50,
    select: LINE,
  });
  return rows.map(lineOf);
}

/** One file of the actor's own: what confirming it would do now, or what it did. Null when it is not there for them. */
export async function findImport(
  scope: Scope,
  id: string,
  asked: { readonly chosen: Chosen; readonly release: string },
): Promise<ImportView | null> {
  const { actor, db, today } = scope;
  if (!canImport(actor) || !isUuid(id)) return null;
  const where = { areaId: actor.areaId, readById: actor.roleId, id };
  const row = await db.import.findFirst({ where, select: { ...LINE, contents: true } });
  if (!row) return null;
  const line = lineOf(row);
  if (row.confirmedAt !== null) return { ...line, step: "stored", stored: await findStored(scope, line) };
  const read = await readImport(row.contents, today.toString());
  if ("refusals" in read) return { ...line, step: "not readable", refusals: read.refusals };
  if (read.kind === "monthly table") {
    const { plan, definitions } = await findMonthlyPlan(scope, read.table, asked.chosen);
    return { ...line, step: read.kind, plan, definitions, shown: fingerprint(plan) };
  }
  const plan = await findNationalPlan(scope, read.table, asked.release);
  return { ...line, step: read.kind, plan, releases: await listReleases(scope), shown: fingerprint(plan) };
}

async function findStored({ actor, db }: Scope, { id, kind }: ImportLine): Promise<Stored> {
  const parts =
    kind === "monthly table"
      ? await db.$queryRaw<{ name: string; code: string; figures: number; revisions: number }[]>`
          select i.name, i.code, count(*)::int as figures, count(*) filter (where f.revision > 1)::int as revisions
          from figure f join indicator i on i.code = f.indicator_code
          where f.area_id = ${actor.areaId}::uuid and f.import_id = ${id}::uuid group by i.name, i.code order by i.code`
      : await db.$queryRaw<{ name: string; code: null; figures: number; revisions: number }[]>`
          select source_file as name, null as code, count(*)::int as figures,
            count(*) filter (where revision > 1)::int as revisions
          from national_figure where import_id = ${id}::uuid group by source_file order by source_file`;
  const sum = (of: "figures" | "revisions") => parts.reduce((total, part) => total + part[of], 0);
  return { figures: sum("figures"), revisions: sum("revisions"), parts };
}

function lineOf({ id, fileName, kind, readAt, confirmedAt }: Line): ImportLine {
  return {
    id,
    fileName,
    kind: kind as ImportKind,
    readAt: longMoment(readAt),
    confirmedAt: confirmedAt && longMoment(confirmedAt),
  };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
