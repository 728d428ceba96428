import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { isMonth, isoDate, type Month, monthColumn } from "#lib/dates.ts";
import type { FigureView } from "#lib/indicators/figure.ts";
import { listOwnAreaSeries, type OwnedSeries } from "#lib/indicators/queries.ts";
import { type Direction, indicatorCode, type Unit } from "#lib/indicators/schema.ts";
import { listPromises } from "#lib/indicators/target-queries.ts";
import type { Scope } from "#lib/scope.ts";
import { canGiveReport, canNoteSeen, readsExceptions } from "./policy.ts";
import { answerableOf, findEvidence } from "./queries.ts";
import { type Breach, breachesOf, type Exception, exceptionsOf } from "./rules.ts";

/** What a report says. `version` 0 is not saved yet. */
export type ReportWords = {
  readonly why: string;
  readonly doing: string;
  readonly backOnTrackOn: string;
  readonly version: number;
  readonly writtenAt: Date | null;
};

export type ReportPage = {
  readonly actor: Actor;
  readonly code: string;
  readonly name: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly month: Month;
  readonly figure: FigureView;
  /** Null when the month does not miss a target. */
  readonly breach: Breach | null;
  /** Null when no report is owed, given or seen for this very month. */
  readonly exception: Exception | null;
  /** The later month whose report answers for this one, owed now. */
  readonly owedFor: Month | null;
  /** Null for whoever may not read them: a draft is its organisation's, what is given is the board's. */
  readonly words: ReportWords | null;
  readonly givenAt: Date | null;
  readonly seenBy: string | null;
  /** The board that the month was given to, to begin with. */
  readonly board: string;
  readonly canWrite: boolean;
  readonly canNote: boolean;
};

/** The report on one month of an indicator, whether owed or not; null when the figure is not there for this reader. */
export async function findReport(scope: Scope, code: string, month: Month): Promise<ReportPage | null> {
  const { actor } = scope;
  if (!readsExceptions(actor) || !indicatorCode.safeParse(code).success || !isMonth(month)) return null;
  const series = (await listOwnAreaSeries(scope, code)).find(({ definition }) => definition.code === code);
  const figure = series?.months.find((one) => one.month === month);
  if (!series || !figure) return null;
  const standing = await findStanding(scope, series, month);
  const { exception } = standing;
  const stored = exception && exception.state !== "owed" ? await findStored(scope, exception) : null;
  const canWrite = exception !== null && isOpen(exception) && canGiveReport(actor, exception.owner.id);
  const { name, unit, direction } = series.definition;
  return {
    ...{ actor, code, name, unit, direction, month, figure, ...standing, canWrite },
    words: stored?.words ?? (canWrite ? await beginning(scope, code) : null),
    givenAt: stored?.givenAt ?? null,
    seenBy: stored?.seenBy ?? null,
    board: await findBoard(scope, month),
    canNote: exception?.state === "given" && canNoteSeen(actor),
  };
}

export function isOpen({ state }: Pick<Exception, "state">): boolean {
  return state === "owed" || state === "drafted";
}

type Standing = Pick<ReportPage, "breach" | "exception" | "owedFor">;

/** How one month of an indicator stands towards its target, and towards the reports on it. */
export async function findStanding(scope: Scope, series: OwnedSeries, month: Month): Promise<Standing> {
  const { code } = series.definition;
  const evidence = await findEvidence(scope, [series], await listPromises(scope, code));
  const exceptions = exceptionsOf(evidence);
  const breach = breachesOf(answerableOf(series), evidence).find((one) => one.month === month) ?? null;
  return {
    breach,
    exception: exceptions.find((one) => one.code === code && one.month === month) ?? null,
    owedFor: exceptions.find((one) => isOpen(one) && one.earlier.includes(month))?.month ?? null,
  };
}

const WORDS = { why: true, doing: true, version: true, writtenAt: true } as const;

async function findStored({ actor, db }: Scope, { code, month, owner }: Exception) {
  const row = await db.exceptionReport.findUnique({
    where: {
      areaId_indicatorCode_month_organisationId: {
        ...{ areaId: actor.areaId, indicatorCode: code, month: monthColumn(month), organisationId: owner.id },
      },
    },
    select: { givenAt: true, backOnTrackOn: true, words: { select: WORDS }, seen: { select: { board: true } } },
  });
  if (!row) return null;
  const backOnTrackOn = row.backOnTrackOn === null ? "" : isoDate(row.backOnTrackOn);
  return {
    givenAt: row.givenAt,
    seenBy: row.seen?.board ?? null,
    words: row.words && { ...row.words, backOnTrackOn },
  };
}

/** What a new report begins with: the words of one that was drafted for an earlier month and never given. */
async function beginning({ actor, db }: Scope, code: string): Promise<ReportWords> {
  const row = await db.exceptionReport.findFirst({
    where: { areaId: actor.areaId, indicatorCode: code, organisationId: actor.organisationId, givenAt: null },
    orderBy: { month: "desc" },
    select: { backOnTrackOn: true, words: { select: { why: true, doing: true } } },
  });
  const backOnTrackOn = row?.backOnTrackOn ? isoDate(row.backOnTrackOn) : "";
  return { why: "", doing: "", ...row?.words, backOnTrackOn, version: 0, writtenAt: null };
}

async function findBoard({ actor, db }: Scope, month: Month): Promise<string> {
  const given = await db.publication.findFirst({
    where: { areaId: actor.areaId, month: monthColumn(month) },
    orderBy: { publishedAt: "desc" },
    select: { board: true },
  });
  return given?.board ?? "";
}
