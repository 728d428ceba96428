import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import type { Month } from "#lib/dates.ts";
import type { FigureView } from "#lib/indicators/figure.ts";
import { answersFor, readsExactFigures, readsFigures } from "#lib/indicators/policy.ts";
import { listOwnAreaSeries } from "#lib/indicators/queries.ts";
import { type Audience, indicatorCode } from "#lib/indicators/schema.ts";
import type { Scope } from "#lib/scope.ts";
import { widestAudience } from "./figure-queries.ts";
import { type Draft, findDraft, listSaidOfIndicator, listWithdrawn, type SaidOfFigure } from "./queries.ts";
import { audiencesFor, type Standing, whatStands } from "./rules.ts";

export type CommentaryPage = {
  readonly actor: Actor;
  readonly code: string;
  readonly name: string;
  /** Who may write: the owners' names. */
  readonly owners: readonly string[];
  /** The months with a figure, latest first. */
  readonly months: readonly Month[];
  /** Null while no month is chosen. */
  readonly about: FigureCommentary | null;
};

export type FigureCommentary = {
  readonly month: Month;
  readonly figure: FigureView;
  readonly said: readonly Standing<SaidOfFigure>[];
  /** What the reader's own organisation has not published, or has taken back. */
  readonly draft: Draft | null;
  readonly withdrawn: Awaited<ReturnType<typeof listWithdrawn>>;
  /** Null for whoever does not answer for the figure. */
  readonly writing: Writing | null;
};

export type Writing = {
  readonly organisationId: string;
  /** False while the month was not given to a board: then it can be drafted, and no more. */
  readonly given: boolean;
  readonly audiences: readonly Audience[];
};

/** What owners say about an indicator's months; null when the indicator or the month is not there for this reader. */
export async function findCommentary(
  scope: Scope,
  code: string,
  month: Month | undefined,
): Promise<CommentaryPage | null> {
  const { actor } = scope;
  if (!readsFigures(actor) || !indicatorCode.safeParse(code).success) return null;
  const family = await listOwnAreaSeries(scope, code);
  const series = family.find((one) => one.definition.code === code);
  if (!series) return null;
  const about = month === undefined ? null : await findAbout(scope, series, month);
  if (month !== undefined && about === null) return null;
  return {
    ...{ actor, code, name: series.definition.name, about },
    owners: series.owners.slice(series.owners.length - series.ownerIds.length),
    months: series.months.map((figure) => figure.month).reverse(),
  };
}

type OwnSeries = Awaited<ReturnType<typeof listOwnAreaSeries>>[number];

async function findAbout(
  scope: Scope,
  { definition: { code, audience }, months, ownerIds }: OwnSeries,
  month: Month,
): Promise<FigureCommentary | null> {
  const { actor } = scope;
  const figure = months.find((one) => one.month === month);
  if (!figure) return null;
  const said = whatStands(await listSaidOfIndicator(scope, actor.areaId, code, month));
  const inside = readsExactFigures(actor) && actor.role !== "board chair";
  const about = {
    ...{ month, figure, said },
    draft: inside ? await findDraft(scope, code, month) : null,
    withdrawn: inside ? await listWithdrawn(scope, code, month) : [],
  };
  if (!answersFor(actor, ownerIds)) return { ...about, writing: null };
  const widest = await widestAudience(scope, code, month);
  const own = said.find(({ stands }) => stands.organisationId === actor.organisationId);
  const audiences = audiencesFor(widest ?? audience, own?.stands.audience ?? null);
  return { ...about, writing: { organisationId: actor.organisationId, given: widest !== null, audiences } };
}
