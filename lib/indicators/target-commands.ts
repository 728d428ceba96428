import "server-only";
import { audit } from "#lib/audit.ts";
import { addDays, dateColumn, isoDate } from "#lib/dates.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { tellPartners } from "#lib/notices/commands.ts";
import type { Scope } from "#lib/scope.ts";
import { answersFor } from "./policy.ts";
import { type Audience, narrower, type TargetInput } from "./schema.ts";

/**
 * What the owner promises from a day on, and to a last day if it ends. A later promise stands beside the earlier one;
 * neither is edited (target-rules.ts says which one counts). Saying the same again changes nothing and tells nobody.
 */
export async function setTarget(scope: Scope, input: TargetInput): Promise<{ code: string }> {
  const { actor, db } = scope;
  const { code, fromOn, lastOn, target, tolerance, reason } = input;
  const indicator = await findOwned(scope, code);
  if (indicator.direction === "context")
    throw new RuleBroken("target", "This indicator is context: neither more nor less is better, so it has no target.");
  if (indicator.unit === "%" && target > 100) throw new RuleBroken("target", "A percentage cannot be over 100.");
  const toOn = lastOn === "" ? null : addDays(lastOn, 1);
  const latest = await db.target.findFirst({
    where: { areaId: actor.areaId, indicatorCode: code, fromOn: dateColumn(fromOn) },
    orderBy: { setAt: "desc" },
  });
  const same = latest && Number(latest.target) === target && Number(latest.tolerance) === tolerance;
  if (same && (latest.toOn === null ? null : isoDate(latest.toOn)) === toOn) return { code };
  await db.target.createMany({
    data: {
      ...{ id: uuidv7(), areaId: actor.areaId, indicatorCode: code, target, tolerance, reason },
      ...{ fromOn: dateColumn(fromOn), toOn: toOn === null ? null : dateColumn(toOn) },
      ...{ setByRoleId: actor.roleId, setByOrganisation: actor.organisationName, setAt: new Date() },
    },
  });
  await audit(scope, "set a target", `indicator ${code} from ${fromOn}`);
  await tellPartners(scope, {
    kind: "target set",
    audience: narrower(indicator.audience as Audience, "partners"),
    code,
  });
  return { code };
}

async function findOwned({ actor, db }: Scope, code: string) {
  const owners = await db.indicatorOwner.findMany({
    where: { areaId: actor.areaId, indicatorCode: code },
    select: {
      organisationId: true,
      areaIndicator: { select: { indicator: { select: { unit: true, direction: true, audience: true } } } },
    },
  });
  const ownerIds = owners.map((owner) => owner.organisationId);
  const [owner] = owners;
  if (!owner || !answersFor(actor, ownerIds)) throw new NotAllowed();
  return owner.areaIndicator.indicator;
}
