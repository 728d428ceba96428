import "server-only";
import { audit } from "#lib/audit.ts";
import {
  addMonths,
  dateColumn,
  type Month,
  monthColumn,
  monthName,
  monthOf,
  monthsBetween,
  yearStart,
} from "#lib/dates.ts";
import { type Exact, protect } from "#lib/disclosure/rules.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope } from "#lib/scope.ts";
import { canSubmit } from "./policy.ts";
import { AUDIENCES, type Audience, type Kind, type Period, type PublishInput, type State } from "./schema.ts";

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
  const given = { month: monthColumn(input.month), board: input.board, publishedOn: dateColumn(input.publishedOn) };
  if (await db.publication.findFirst({ where: { ...given, areaId: actor.areaId }, select: { id: true } })) {
    throw new RuleBroken(
      "publishedOn",
      "This board was given the month on that day already. A revision goes to its next meeting.",
    );
  }
  const publication = { id: uuidv7(), areaId: actor.areaId };
  await db.publication.createMany({
    data: {
      ...publication,
      ...given,
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
  await audit(scope, "published a month", `month ${input.month}`);
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

/**
 * The indicators with a month earlier in the year of `month` that is hidden, or will be when it is published: months may
 * be published in any order, and the last one must not give the others away.
 */
async function hiddenEarlier(scope: Scope, month: Month): Promise<Set<string>> {
  const published = await scope.db.publishedFigure.findMany({
    where: {
      areaId: scope.actor.areaId,
      period: "month",
      month: { gte: monthColumn(yearStart(month)), lt: monthColumn(month) },
    },
    select: { indicatorCode: true, month: true, state: true },
  });
  const given = new Set(published.map((row) => `${row.indicatorCode} ${monthOf(row.month)}`));
  const hidden = new Set(published.filter((row) => isHidden(row.state)).map((row) => row.indicatorCode));
  for (const at of monthsBetween(yearStart(month), addMonths(month, -1))) {
    const current = await currentFigures(scope, at);
    const exact = current.map((figure) => figure.exact).filter(({ code }) => !given.has(`${code} ${at}`));
    for (const { code, state } of protect(exact, new Set())) if (isHidden(state)) hidden.add(code);
  }
  return hidden;
}

function isHidden(state: string): boolean {
  return state === "small number" || state === "withheld";
}
