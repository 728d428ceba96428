import "server-only";
import { listSaidOfMonth, type SaidOfFigure } from "#lib/commentary/queries.ts";
import type { Month } from "#lib/dates.ts";
import type { PublicScope } from "#lib/scope.ts";
import { findNationalTables, listBenchmarks, type NationalTables, ON_ONE_PAGE } from "./benchmark-queries.ts";
import type { NationalValue } from "./benchmark-rules.ts";
import type { MonthChoice } from "./dashboard-queries.ts";
import { type MonthPage, monthPage } from "./dashboard-rules.ts";
import type { Definition } from "./figure.ts";
import { listPublishedMonths, listReportedSeries } from "./queries.ts";

export type PublicArea = { readonly id: string; readonly slug: string; readonly name: string; readonly region: string };

/** What anyone may read of one area: its latest published month, and the national figures about it. */
export type Progress = {
  readonly areas: readonly PublicArea[];
  readonly area: PublicArea;
  readonly choices: readonly MonthChoice[];
  readonly chosen: MonthChoice | null;
  readonly page: MonthPage | null;
  /** What owners have said of the month's figures for everyone. */
  readonly said: readonly SaidOfFigure[];
  readonly meanings: readonly Pick<Definition, "code" | "name" | "meaning">[];
  readonly benchmarks: readonly NationalValue[];
  readonly national: NationalTables;
};

export async function listAreas({ db }: PublicScope): Promise<PublicArea[]> {
  return db.area.findMany({ orderBy: { name: "asc" }, select: { id: true, slug: true, name: true, region: true } });
}

/** The area by its address, or the first with a published month; null when there is no such area or month. */
export async function findProgress(scope: PublicScope, slug?: string, month?: Month): Promise<Progress | null> {
  const areas = await listAreas(scope);
  const area = slug === undefined ? await areaToOpen(scope, areas) : areas.find((one) => one.slug === slug);
  if (!area) return null;
  const published = await listPublishedMonths(scope, area.id);
  const choices = published.map((one) => ({ month: one.month, published: one }));
  const chosen = month === undefined ? (choices[0] ?? null) : choices.find((choice) => choice.month === month);
  if (chosen === undefined) return null;
  const series = await listReportedSeries(scope, area.id, false, ON_ONE_PAGE);
  const page = chosen && monthPage(series, chosen.month);
  const codes = page ? page.headlines.map((chart) => chart.series.definition.code) : [];
  return {
    areas,
    area,
    choices,
    chosen,
    page,
    said: chosen ? await listSaidOfMonth(scope, area.id, chosen.month) : [],
    meanings: (page?.rows ?? []).flatMap(
      ({ code }) => series.find((one) => one.definition.code === code)?.definition ?? [],
    ),
    benchmarks: await listBenchmarks(scope, area.id, codes),
    national: await findNationalTables(scope, area.id, series),
  };
}

async function areaToOpen({ db }: PublicScope, areas: readonly PublicArea[]): Promise<PublicArea | undefined> {
  const latest = await db.publication.findFirst({ orderBy: { publishedAt: "desc" }, select: { areaId: true } });
  return areas.find((area) => area.id === latest?.areaId) ?? areas[0];
}

export type WelcomeArea = PublicArea & {
  readonly month: Month | null;
  readonly headlines: readonly { readonly name: string; readonly value: string; readonly sentence: string }[];
};

/** Each area with what its latest published month says. */
export async function listWelcome(scope: PublicScope): Promise<WelcomeArea[]> {
  const areas: WelcomeArea[] = [];
  for (const area of await listAreas(scope)) {
    const [latest] = await listPublishedMonths(scope, area.id);
    const page = latest ? monthPage(await listReportedSeries(scope, area.id, false, []), latest.month) : null;
    const headlines = (page?.headlines ?? []).map(({ series, value, sentence }) => ({
      name: series.definition.name,
      value,
      sentence,
    }));
    areas.push({ ...area, month: latest?.month ?? null, headlines });
  }
  return areas.sort((one, other) => Number(one.month === null) - Number(other.month === null));
}
