import "server-only";
import { audit } from "#lib/audit.ts";
import { dateColumn, monthName } from "#lib/dates.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope } from "#lib/scope.ts";
import { appendFigures } from "./append-commands.ts";
import { fromForm, standing } from "./figure-rules.ts";
import { canSetTarget, canSubmit } from "./policy.ts";
import { findFigure } from "./queries.ts";
import type { FigureInput, Kind, TargetInput } from "./schema.ts";

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
  await audit(scope, before ? "revised a figure" : "submitted a figure", `figure ${code} ${month}`);
  return { code };
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
  const [latest] = await db.target.findMany({
    where: { areaId: actor.areaId, indicatorCode: code, fromOn: dateColumn(fromOn) },
    orderBy: { setAt: "desc" },
    take: 1,
  });
  if (latest && Number(latest.target) === promise.target && Number(latest.tolerance) === promise.tolerance)
    return { code };
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
