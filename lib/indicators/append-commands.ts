import "server-only";
import { type Month, monthColumn } from "#lib/dates.ts";
import { RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope } from "#lib/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Said } from "./figure-rules.ts";
import type { Period } from "./schema.ts";

/** Where a figure came from: a file and its cell, or the words of whoever typed it in. */
export type Origin = { readonly importId: string | null; readonly source: string; readonly cell: string | null };

export type NewFigure = Said &
  Origin & {
    readonly code: string;
    readonly period: Period;
    readonly month: Month;
    readonly revision: number;
    readonly reason: string | null;
  };

/** Postgres takes at most 65,535 values in one statement; a figure has 18. */
const FIGURES_A_STATEMENT = 2_000;

/**
 * Appends figures as the actor's own. The unique revision number stops two people from revising the same cell at once:
 * the second gets a RuleBroken, and nothing of theirs is kept.
 */
export async function appendFigures({ actor, db }: Scope, figures: readonly NewFigure[]): Promise<void> {
  const submittedAt = new Date();
  const rows = figures.map((figure) => ({
    id: uuidv7(),
    areaId: actor.areaId,
    indicatorCode: figure.code,
    period: figure.period,
    month: monthColumn(figure.month),
    revision: figure.revision,
    state: figure.state,
    asTyped: figure.asTyped,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    markedRevised: figure.markedRevised,
    reason: figure.reason,
    organisationId: actor.organisationId,
    submittedById: actor.roleId,
    submittedAt,
    importId: figure.importId,
    source: figure.source,
    cell: figure.cell,
  }));
  try {
    for (let from = 0; from < rows.length; from += FIGURES_A_STATEMENT) {
      await db.figure.createMany({ data: rows.slice(from, from + FIGURES_A_STATEMENT) });
    }
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")) throw error;
    throw new RuleBroken("", "Somebody else submitted one of these figures at the same moment. Look at it again.");
  }
}
