import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Month, monthsBetween } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { canSubmit } from "./policy.ts";
import { findFigure } from "./queries.ts";
import type { Kind, Unit } from "./schema.ts";

export type FigureFormPage = {
  readonly actor: Actor;
  readonly code: string;
  readonly name: string;
  readonly unit: Unit;
  readonly kind: Kind;
  /** What the two numbers behind a rate count, in the definition's words. */
  readonly numerator: string;
  readonly denominator: string;
  /** Null when none was asked for, or one that has not begun. */
  readonly month: Month | null;
  /** The months that may be chosen, latest first. */
  readonly months: readonly Month[];
  readonly current: {
    readonly state: string;
    readonly asTyped: string;
    readonly numerator: string;
    readonly denominator: string;
    readonly source: string;
  } | null;
};

const EARLIEST = "2015-01";

/** What the form for one month of an indicator shows; null for whoever submits nothing, or where there is no indicator. */
export async function findFigureForm(scope: Scope, code: string, month?: string): Promise<FigureFormPage | null> {
  const { actor, db, today } = scope;
  if (!canSubmit(actor) || !/^\w{1,20}$/.test(code)) return null;
  const found = await db.areaIndicator.findUnique({
    where: { areaId_indicatorCode: { areaId: actor.areaId, indicatorCode: code } },
    select: {
      indicator: { select: { code: true, name: true, unit: true, kind: true, numerator: true, denominator: true } },
    },
  });
  if (!found) return null;
  const months = monthsBetween(EARLIEST, today.toString().slice(0, 7)).reverse();
  const asked = months.find((one) => one === month) ?? null;
  const figure = asked === null ? null : await findFigure(scope, code, asked);
  const { unit, kind, ...definition } = found.indicator;
  return {
    actor,
    ...definition,
    unit: unit as Unit,
    kind: kind as Kind,
    month: asked,
    months,
    current: figure && {
      state: figure.state,
      asTyped: figure.asTyped,
      numerator: figure.numerator?.toString() ?? "",
      denominator: figure.denominator?.toString() ?? "",
      source: figure.source,
    },
  };
}
