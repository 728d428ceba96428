import "server-only";
import { audit } from "#lib/audit.ts";
import { monthName } from "#lib/dates.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import type { Scope } from "#lib/scope.ts";
import { appendFigures } from "./append-commands.ts";
import { fromForm, standing } from "./figure-rules.ts";
import { canSubmit } from "./policy.ts";
import { findFigure } from "./queries.ts";
import type { FigureInput, Kind } from "./schema.ts";

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
