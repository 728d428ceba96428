import "server-only";
import { audit } from "#lib/audit.ts";
import { dateColumn, type Month, monthColumn, monthName, yearStart } from "#lib/dates.ts";
import { type Exact, protect } from "#lib/disclosure/rules.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope } from "#lib/scope.ts";
import { appendFigures } from "./append-commands.ts";
import { fromForm, standing } from "./figure-rules.ts";
import { canSetTarget, canSubmit } from "./policy.ts";
import { findFigure } from "./queries.ts";
import {
  AUDIENCES,
  type Audience,
  type FigureInput,
  type Kind,
  type Period,
  type PublishInput,
  type State,
  type TargetInput,
} from "./schema.ts";

/** One month of one indicator, typed into a form. What is said already is not said again; a change needs a reason. */
export async function submitFigure(scope: Scope, input: FigureInput): Promise<{ code: string }> {
  if (!canSubmit(scope.actor)) throw new NotAllowed();
  const definition = await scope.db.indicator.findUnique({ where: { code: input.code } });
  if (!definition) throw new NotAllowed();
  if (input.month > scope.today.toString().slice(0, 7))
    throw new RuleBroken("month", `${monthName(input.month)} has not begun.`);
  const said = fromForm(input.typed, input, {
    name: definition.name,
    unit: definition.unit as "%",
    kind: definition.kind as Kind,
  });
  if ("problem" in said) throw new RuleBroken(said.field, said.problem);
  const before = await findFigure(scope, input.code, input.month);
  const sameParts =
    Number(before?.numerator ?? -1) === (said.numerator ?? -1) &&
    Number(before?.denominator ?? -1) === (said.denominator ?? -1);
  if (standing(before, said) === "unchanged" && sameParts) {
    throw new RuleBroken("typed", `${monthName(input.month)} already says this. Change it, or go back.`);
  }
  if (before && input.reason === "")
    throw new RuleBroken("reason", "Say why the figure changes: the reason is kept with it.");
  const revision = (before?.revision ?? 0) + 1;
  const { source, code, month } = input;
  await appendFigures(scope, [
    {
      ...said,
      code,
      month,
      period: "month",
      revision,
      reason: before ? input.reason : null,
      importId: null,
      source,
      cell: null,
    },
  ]);
  await audit(scope, before ? "revise a figure" : "submit a figure", `figure ${code} ${month}`);
  return { code };
}

/**
 * Gives a month to a board: fixes what the board saw, and what the forum and the public may see of it. A month may be
 * given again, after a revision; each publication is kept.
 */
export async function publishMonth(scope: Scope, input: PublishInput): Promise<{ month: Month }> {
  if (!canSubmit(scope.actor)) throw new NotAllowed();
  const { actor, db } = scope;
  if (input.publishedOn > scope.today.toString())
    throw new RuleBroken("publishedOn", "The board has not met yet: publish the month once it has.");
  if (input.publishedOn < `${input.month}-01`)
    throw new RuleBroken("publishedOn", `${monthName(input.month)} had not begun on that day.`);
  const current = await currentFigures(scope, input.month);
  if (current.length === 0) throw new RuleBroken("month", `No figure of ${monthName(input.month)} has been submitted.`);
  const publication = { id: uuidv7(), areaId: actor.areaId };
  await db.publication.createMany({
    data: {
      ...publication,
      month: monthColumn(input.month),
      board: input.board,
      publishedOn: dateColumn(input.publishedOn),
      audience: input.audience,
      alreadyPublic: input.alreadyPublic,
      publishedById: actor.roleId,
      publishedAt: new Date(),
    },
  });
  const shown = input.alreadyPublic
    ? current.map(({ exact }) => ({ state: exact.state, shown: exact.asTyped, value: exact.value }))
    : protect(
        current.map(({ exact }) => exact),
        await hiddenEarlier(scope, input.month),
      );
  await db.publishedFigure.createMany({
    data: current.map(({ exact, figureId, audience, markedRevised }, place) => ({
      areaId: actor.areaId,
      publicationId: publication.id,
      figureId,
      indicatorCode: exact.code,
      period: exact.period,
      month: monthColumn(input.month),
      audience: narrower(audience, input.audience),
      state: shown[place]?.state ?? "withheld",
      shown: shown[place]?.shown ?? "",
      value: shown[place]?.value ?? null,
      markedRevised,
    })),
  });
  await audit(scope, "publish a month", `month ${input.month}`);
  return { month: input.month };
}

/** AUDIENCES runs from the widest to the narrowest. */
function narrower(one: Audience, other: Audience): Audience {
  return AUDIENCES.indexOf(one) > AUDIENCES.indexOf(other) ? one : other;
}

async function currentFigures({ actor, db }: Scope, month: Month) {
  const rows = await db.figure.findMany({
    where: { areaId: actor.areaId, month: monthColumn(month) },
    orderBy: { revision: "desc" },
    distinct: ["indicatorCode", "period"],
    include: { areaIndicator: { select: { indicator: { select: { kind: true, partOf: true, audience: true } } } } },
  });
  return rows.map((row) => {
    const { kind, partOf, audience } = row.areaIndicator.indicator;
    const exact: Exact = {
      code: row.indicatorCode,
      period: row.period as Period,
      kind: kind as Kind,
      partOf,
      state: row.state as State,
      asTyped: row.asTyped,
      value: row.value === null ? null : Number(row.value),
      numerator: row.numerator === null ? null : Number(row.numerator),
      denominator: row.denominator === null ? null : Number(row.denominator),
    };
    return { exact, figureId: row.id, audience: audience as Audience, markedRevised: row.markedRevised };
  });
}

/** The indicators with a hidden month earlier in the year of `month`. */
async function hiddenEarlier({ actor, db }: Scope, month: Month): Promise<Set<string>> {
  const rows = await db.publishedFigure.findMany({
    where: {
      areaId: actor.areaId,
      period: "month",
      month: { gte: monthColumn(yearStart(month)), lt: monthColumn(month) },
      state: { in: ["small number", "withheld"] },
    },
    select: { indicatorCode: true },
  });
  return new Set(rows.map((row) => row.indicatorCode));
}

/** What the owner promises from a day on. A later promise stands beside the earlier one; neither is edited. */
export async function setTarget(scope: Scope, input: TargetInput): Promise<{ code: string }> {
  const { actor, db } = scope;
  const owners = await db.indicatorOwner.findMany({
    where: { areaId: actor.areaId, indicatorCode: input.code },
    select: {
      organisationId: true,
      areaIndicator: { select: { indicator: { select: { unit: true, direction: true } } } },
    },
  });
  if (
    !canSetTarget(
      actor,
      owners.map((owner) => owner.organisationId),
    )
  )
    throw new NotAllowed();
  const indicator = owners[0]?.areaIndicator.indicator;
  if (indicator?.direction === "context")
    throw new RuleBroken("target", "This indicator is context: neither more nor less is better, so it has no target.");
  if (indicator?.unit === "%" && input.target > 100) throw new RuleBroken("target", "A percentage cannot be over 100.");
  const { code, fromOn, ...promise } = input;
  await db.target.createMany({
    data: {
      ...promise,
      id: uuidv7(),
      areaId: actor.areaId,
      indicatorCode: code,
      fromOn: dateColumn(fromOn),
      setByRoleId: actor.roleId,
      setByOrganisation: actor.organisationName,
      setAt: new Date(),
    },
  });
  await audit(scope, "set a target", `indicator ${code} from ${fromOn}`);
  return { code };
}
