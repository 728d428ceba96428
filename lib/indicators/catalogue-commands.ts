import "server-only";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { audit } from "#lib/audit.ts";
import type { SystemScope } from "#lib/scope.ts";
import { AUDIENCES, DIRECTIONS, KINDS, UNITS } from "./schema.ts";

const nullable = z.string().transform((words) => (words === "" ? null : words));

const catalogueRow = z.object({
  code: z.string().min(3),
  name: z.string().min(1),
  short_name: z.string().min(1),
  meaning: z.string().min(1),
  unit: z.enum(UNITS),
  kind: z.enum(KINDS),
  direction: z.enum(DIRECTIONS),
  numerator: z.string(),
  denominator: z.string(),
  denominator_code: nullable,
  exclusions: z.string(),
  basis: z.string(),
  source: z.string(),
  law: z.string(),
  owner_kinds: z.string().transform((kinds) => kinds.split(";").filter(Boolean)),
  audience: z.enum(AUDIENCES),
  part_of: nullable,
  benchmark_rate: nullable,
  benchmark_numerator: nullable,
  benchmark_denominator: nullable,
  certainty: z.string(),
});

/**
 * Loads the catalogue of definitions (CSV with a header, one indicator a row) and gives each one its owners in every area:
 * the area's own organisations of the kinds that the catalogue names, in its order. Definitions that are there stay.
 */
export async function defineIndicators(scope: SystemScope, csv: string): Promise<number> {
  const { db, today } = scope;
  const rows = z.array(catalogueRow).parse(parse(csv, { columns: true }));
  const known = new Set((await db.indicator.findMany({ select: { code: true } })).map((row) => row.code));
  const fresh = rows.filter((row) => !known.has(row.code));
  // A part points at its whole and a rate at its denominator: wholes first.
  for (const some of [fresh.filter((row) => row.part_of === null), fresh.filter((row) => row.part_of !== null)]) {
    await db.indicator.createMany({
      data: some.map((row) => ({
        code: row.code,
        name: row.name,
        shortName: row.short_name,
        meaning: row.meaning,
        unit: row.unit,
        kind: row.kind,
        direction: row.direction,
        numerator: row.numerator,
        denominator: row.denominator,
        denominatorCode: row.denominator_code,
        exclusions: row.exclusions,
        basis: row.basis,
        source: row.source,
        law: row.law,
        ownerKinds: row.owner_kinds,
        audience: row.audience,
        partOf: row.part_of,
        benchmarkRate: row.benchmark_rate,
        benchmarkNumerator: row.benchmark_numerator,
        benchmarkDenominator: row.benchmark_denominator,
        certainty: row.certainty,
      })),
    });
  }
  const on = new Date(today.toString());
  const members = await db.areaMembership.findMany({
    where: {
      fromOn: { lte: on },
      OR: [{ toOn: null }, { toOn: { gt: on } }],
      organisation: { kind: { notIn: ["school"] } },
    },
    select: { areaId: true, organisationId: true, organisation: { select: { kind: true } } },
  });
  for (const areaId of new Set(members.map((member) => member.areaId))) {
    const own = members.filter((member) => member.areaId === areaId);
    await db.areaIndicator.createMany({
      data: fresh.map((row) => ({ areaId, indicatorCode: row.code })),
      skipDuplicates: true,
    });
    await db.indicatorOwner.createMany({
      data: fresh.flatMap((row) =>
        row.owner_kinds.flatMap((kind, place) =>
          own
            .filter((member) => member.organisation.kind === kind)
            .map(({ organisationId }) => ({ areaId, indicatorCode: row.code, organisationId, place })),
        ),
      ),
      skipDuplicates: true,
    });
  }
  if (fresh.length > 0) await audit(scope, "defined indicators", `${fresh.length} definitions`);
  return fresh.length;
}
