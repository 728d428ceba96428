import "server-only";
import { isoDate, type Month, monthColumn } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { openPoints, pointKey, type Seen, seenText } from "./checklist-rules.ts";
import { type Mending, mending, pointInWords } from "./checklist-words.ts";
import { indicatorPath } from "./paths.ts";
import { canSubmit } from "./policy.ts";
import { type CurrentFigure, findProtected, isHidden, listCurrentFigures } from "./protection-queries.ts";
import { listReportedSeries } from "./queries.ts";
import { submitPath } from "./submission-rules.ts";

export type ChecklistPoint = Mending & { readonly key: string; readonly name: string; readonly sentence: string };

/** The state of a month at one moment: what a publication of it would say, and what would be open. */
export type MonthState = {
  readonly current: readonly CurrentFigure[];
  readonly points: readonly ChecklistPoint[];
  readonly seen: Seen;
  /** The indicators' names by code. */
  readonly names: ReadonlyMap<string, string>;
};

export type Checklist = {
  readonly month: Month;
  readonly points: readonly ChecklistPoint[];
  /** What the form sends back, so that nobody publishes what they have not seen. */
  readonly seen: string;
  /** The figures that differ from what the last board was given, and that board; null while none was. */
  readonly since: {
    readonly board: string;
    readonly publishedOn: string;
    /** `was` is null for a figure that was not among them. */
    readonly changed: readonly {
      readonly code: string;
      readonly name: string;
      readonly period: string;
      readonly was: string | null;
      readonly now: string;
    }[];
  } | null;
  /** What the small-number rule hides from the forum and the public, unless the paper was public before. */
  readonly hidden: readonly {
    readonly code: string;
    readonly name: string;
    readonly period: string;
    readonly asTyped: string;
    readonly state: string;
    /** The form where a rate gets its two numbers; else the indicator's own page. */
    readonly href: string;
  }[];
};

/** The figures of the month are read first: they are what is published, whatever is revised while the points are found. */
export async function findMonthState(scope: Scope, month: Month): Promise<MonthState> {
  const current = await listCurrentFigures(scope, month);
  const all = await listReportedSeries(scope, scope.actor.areaId, true, []);
  const points = openPoints(all, month).map((point) => ({
    ...mending(point, month),
    key: pointKey(point),
    name: point.series.definition.name,
    sentence: pointInWords(point),
  }));
  return {
    current,
    points,
    names: new Map(all.map(({ definition }) => [definition.code, definition.name])),
    seen: {
      figures: new Map(current.map(({ exact, revision }) => [`${exact.code} ${exact.period}`, String(revision)])),
      points: new Set(points.map(({ key }) => key)),
    },
  };
}

/** What to know before a month is given to a board; null for whoever gives none, and for a month without a figure. */
export async function findChecklist(scope: Scope, month: Month): Promise<Checklist | null> {
  if (!canSubmit(scope.actor)) return null;
  const { current, points, seen, names } = await findMonthState(scope, month);
  if (current.length === 0) return null;
  const shown = await findProtected(scope, month, current);
  const hidden = current.flatMap(({ exact }, place) => {
    const state = shown[place]?.state ?? "withheld";
    const { code, period, asTyped } = exact;
    const href = state === "withheld" && period === "month" ? submitPath(code, month) : indicatorPath(code);
    return isHidden(state) ? [{ code, period, asTyped, state, href, name: names.get(code) ?? code }] : [];
  });
  return { month, points, hidden, seen: seenText(seen), since: await findSince(scope, month, current, names) };
}

async function findSince(
  { actor, db }: Scope,
  month: Month,
  current: readonly CurrentFigure[],
  names: ReadonlyMap<string, string>,
): Promise<Checklist["since"]> {
  const last = await db.publication.findFirst({
    where: { areaId: actor.areaId, month: monthColumn(month) },
    orderBy: { publishedAt: "desc" },
    select: {
      board: true,
      publishedOn: true,
      figures: {
        select: {
          indicatorCode: true,
          period: true,
          figureId: true,
          figure: { select: { asTyped: true, state: true } },
        },
      },
    },
  });
  if (!last) return null;
  const given = new Map(last.figures.map((row) => [`${row.indicatorCode} ${row.period}`, row]));
  const said = ({ asTyped, state }: { asTyped: string; state: string }) => (asTyped === "" ? state : asTyped);
  const changed = current.flatMap(({ exact, figureId }) => {
    const was = given.get(`${exact.code} ${exact.period}`);
    if (was?.figureId === figureId) return [];
    const name = names.get(exact.code) ?? exact.code;
    const { code, period } = exact;
    return [{ code, name, period, was: was ? said(was.figure) : null, now: said(exact) }];
  });
  return { board: last.board, publishedOn: isoDate(last.publishedOn), changed };
}
