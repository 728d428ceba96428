import "server-only";
import { isoDate, longDate, type Month, monthColumn, monthOf } from "#lib/dates.ts";
import type { Reader, Scope } from "#lib/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Definition, FigureView, Series, Star } from "./figure.ts";
import { readsExactFigures } from "./policy.ts";
import type { Period, ShownState } from "./schema.ts";

/** A month that was given to a board, as the latest publication of it says. */
export type PublishedMonth = {
  readonly month: Month;
  readonly board: string;
  readonly publishedOn: string;
  readonly audience: string;
  readonly alreadyPublic: boolean;
  /** How many points of the checklist were open when it was given, and what was said of them. */
  readonly openPoints: number;
  readonly openPointsNote: string;
};

type DefinitionRow = Definition & {
  ownerKinds: string[];
  national: boolean;
  owners: string[] | null;
  ownerIds: string[] | null;
  ref: string | null;
  place: number | null;
  caveat: string | null;
};

type FigureRow = {
  code: string;
  period: Period;
  month: Month;
  state: ShownState;
  asTyped: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  source: string;
  /** The day of the board, for a figure read as published. */
  givenOn?: string;
  starred: boolean;
  revised: boolean;
};

/** `national`: the DfE publishes the same measure, so there is something beside it even without a month of the area. */
export type OwnedSeries = Series & { readonly ownerIds: readonly string[]; readonly national: boolean };

/**
 * The series of an area, in the order of the board paper, each with every month its reader may see: exact for the
 * organisations that answer for them, under the small-number rule for anyone else. Definitions without a figure are in.
 */
export async function listSeries(
  reader: Reader,
  areaId: string,
  exact: boolean,
  code?: string,
): Promise<OwnedSeries[]> {
  const definitions = await listDefinitions(reader, areaId, code === undefined ? null : [code]);
  return joined(definitions, await listFigures(reader, areaId, exact));
}

/**
 * The series that have a figure, and those of the codes given, each with what it is held against: what a page of figures
 * prints. Most of the catalogue has no figure in an area, and reading it all costs more than the rest of the page.
 */
export async function listReportedSeries(
  reader: Reader,
  areaId: string,
  exact: boolean,
  codes: readonly string[],
): Promise<OwnedSeries[]> {
  const figures = await listFigures(reader, areaId, exact);
  const reported = figures.map((figure) => figure.code);
  return joined(await listDefinitions(reader, areaId, [...new Set([...codes, ...reported])]), figures);
}

function listFigures(reader: Reader, areaId: string, exact: boolean): Promise<FigureRow[]> {
  return exact ? listExact(reader, areaId) : listShown(reader, areaId);
}

function joined(definitions: readonly DefinitionRow[], figures: readonly FigureRow[]): OwnedSeries[] {
  const byCode = Map.groupBy(figures, (figure) => figure.code);
  return definitions.map(({ owners, ownerIds, ownerKinds, national, ref, place, caveat, ...definition }) => {
    const own = byCode.get(definition.code) ?? [];
    const of = (period: Period) => own.filter((figure) => figure.period === period).map(viewOf);
    return {
      definition,
      owners: [...(ownerKinds.includes("school") ? ["Schools"] : []), ...(owners ?? [])],
      ownerIds: ownerIds ?? [],
      national,
      ref: ref ?? "",
      place: place ?? Number.MAX_SAFE_INTEGER,
      caveat: caveat ?? "",
      months: of("month"),
      printed: of("year to date"),
    };
  });
}

/** The series of the actor's own area. */
export async function listOwnAreaSeries(scope: Scope, code?: string): Promise<OwnedSeries[]> {
  return listSeries(scope, scope.actor.areaId, readsExactFigures(scope.actor), code);
}

function viewOf({ starred, revised, givenOn, code: _code, period: _period, ...figure }: FigureRow): FigureView {
  const star: Star = revised ? "since published" : starred ? "in the paper" : "none";
  const source = givenOn === undefined ? figure.source : `${figure.source}, ${longDate(givenOn)}`;
  return { ...figure, source, star };
}

/** Every definition in use in the area, or those of the codes and what they are held against. */
async function listDefinitions({ db }: Reader, areaId: string, codes: string[] | null): Promise<DefinitionRow[]> {
  return db.$queryRaw<DefinitionRow[]>`
    select i.code, i.name, i.short_name as "shortName", i.meaning, i.unit, i.kind, i.direction, i.numerator, i.denominator,
      i.denominator_code as "denominatorCode", i.exclusions, i.basis, i.source, i.law, i.audience, i.part_of as "partOf",
      i.certainty, i.owner_kinds as "ownerKinds", i.benchmark_rate is not null as national, o.names as owners, o.ids as "ownerIds", l.ref, l.place, l.caveat
    from area_indicator a
    join indicator i on i.code = a.indicator_code
    left join (
      select w.indicator_code, array_agg(g.name order by w.place) as names, array_agg(g.id::text order by w.place) as ids
      from indicator_owner w join organisation g on g.id = w.organisation_id
      where w.area_id = ${areaId}::uuid group by w.indicator_code) o on o.indicator_code = a.indicator_code
    left join (
      select distinct on (indicator_code) indicator_code, ref, place, caveat
      from indicator_label where area_id = ${areaId}::uuid order by indicator_code, place) l on l.indicator_code = a.indicator_code
    where a.area_id = ${areaId}::uuid ${codes === null ? Prisma.empty : sameFamilies(codes)}
    order by l.place nulls last, i.code`;
}

/** The indicators, what they are weighted by, their wholes and their parts: all that a page holds them against. */
function sameFamilies(codes: string[]): Prisma.Sql {
  return Prisma.sql`and (i.code = any(${codes}) or i.part_of = any(${codes})
    or i.code in (select denominator_code from indicator where code = any(${codes}))
    or i.code in (select part_of from indicator where code = any(${codes})))`;
}

async function listExact({ db }: Reader, areaId: string): Promise<FigureRow[]> {
  return db.$queryRaw<FigureRow[]>`
    select distinct on (f.indicator_code, f.period, f.month)
      f.indicator_code as code, f.period, to_char(f.month, 'YYYY-MM') as month, f.state, f.as_typed as "asTyped",
      f.value::float8, f.numerator::float8, f.denominator::float8, f.source, f.marked_revised as starred,
      exists (select from published_figure p where p.area_id = f.area_id and p.indicator_code = f.indicator_code
        and p.month = f.month and p.period = f.period and p.figure_id <> f.id) as revised
    from figure f where f.area_id = ${areaId}::uuid
    order by f.indicator_code, f.period, f.month, f.revision desc`;
}

async function listShown({ db }: Reader, areaId: string): Promise<FigureRow[]> {
  return db.$queryRaw<FigureRow[]>`
    select distinct on (p.indicator_code, p.period, p.month)
      p.indicator_code as code, p.period, to_char(p.month, 'YYYY-MM') as month, p.state, p.shown as "asTyped",
      p.value::float8, null::float8 as numerator, null::float8 as denominator, b.board as source, b.published_on::text as "givenOn", p.marked_revised as starred,
      min(p.figure_id::text) over cell <> max(p.figure_id::text) over cell as revised
    from published_figure p join publication b on b.area_id = p.area_id and b.id = p.publication_id
    where p.area_id = ${areaId}::uuid
    window cell as (partition by p.indicator_code, p.period, p.month)
    order by p.indicator_code, p.period, p.month, b.published_at desc`;
}

/** The months given to a board that this reader may see, latest first. */
export async function listPublishedMonths({ db }: Reader, areaId: string): Promise<PublishedMonth[]> {
  const rows = await db.publication.findMany({
    where: { areaId },
    orderBy: [{ month: "desc" }, { publishedAt: "desc" }],
    distinct: ["month"],
    select: {
      ...{ month: true, board: true, publishedOn: true, audience: true, alreadyPublic: true },
      ...{ openPoints: true, openPointsNote: true },
    },
  });
  return rows.map((row) => ({ ...row, month: monthOf(row.month), publishedOn: isoDate(row.publishedOn) }));
}

/** Every revision of an indicator's figures, latest first: what was said before, by whom, from where, and why it changed. */
export async function listRevisions({ db, actor }: Scope, code: string) {
  const rows = await db.figure.findMany({
    where: { areaId: actor.areaId, indicatorCode: code },
    orderBy: [{ month: "desc" }, { period: "asc" }, { revision: "desc" }],
    select: {
      period: true,
      month: true,
      revision: true,
      state: true,
      asTyped: true,
      reason: true,
      submittedAt: true,
      source: true,
      cell: true,
      markedRevised: true,
      organisation: { select: { name: true } },
    },
  });
  return rows.map(({ organisation, ...row }) => ({
    ...row,
    month: monthOf(row.month),
    organisation: organisation.name,
  }));
}

/** The latest revision of one figure, for the form that revises it; null when there is none. */
export async function findFigure({ db, actor }: Scope, code: string, month: Month) {
  return db.figure.findFirst({
    where: { areaId: actor.areaId, indicatorCode: code, period: "month", month: monthColumn(month) },
    orderBy: { revision: "desc" },
    select: {
      id: true,
      revision: true,
      state: true,
      asTyped: true,
      numerator: true,
      denominator: true,
      source: true,
      markedRevised: true,
    },
  });
}
