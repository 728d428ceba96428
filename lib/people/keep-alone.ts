/**
 * What must hold before the administrator changes who may do what. The policies are the lock (prisma/policies/people.sql);
 * here are the sentences. Two administrators at once are put in a row by a lock of the area, so that the second is told
 * what the first has done.
 */
import "server-only";
import { dateColumn, isoDate, longDate } from "#lib/dates.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import type { Scope } from "#lib/scope.ts";
import { assertConfirmed } from "./confirm-rules.ts";
import { canKeepPeople } from "./policy.ts";
import type { GiveRoleInput } from "./register-schema.ts";
import { datesProblem, kindProblem, standingOf } from "./role-rules.ts";

/**
 * Refuses whoever does not keep the people of this area, and whoever has not shown that it is they; then waits for any
 * other administrator of the area. One whose role that other has ended does nothing any more.
 */
export async function keepAlone(scope: Scope): Promise<void> {
  const { actor, db } = scope;
  if (!canKeepPeople(actor)) throw new NotAllowed();
  assertConfirmed(scope);
  await db.$queryRaw`select 1 from pg_advisory_xact_lock(hashtextextended(${`people of ${actor.areaId}`}, 0))`;
  const own = await db.roleHolding.findUnique({ where: { id: actor.roleId }, select: { toOn: true } });
  if (!own || (own.toOn !== null && isoDate(own.toOn) <= scope.today.toString()))
    throw new RuleBroken("", "Another administrator has just ended your own role. Nothing was changed.");
}

/** Throws the sentence that says why nobody can be given this role there on those days. */
export async function assertGivable(
  scope: Scope,
  { organisationId, role, fromOn, toOn }: Omit<GiveRoleInput, "personId">,
): Promise<void> {
  const today = scope.today.toString();
  const wrongDays = datesProblem({ fromOn, toOn }, today);
  if (wrongDays) throw new RuleBroken(wrongDays.field, wrongDays.message);
  const organisation = await scope.db.organisation.findFirst({
    where: {
      id: organisationId,
      memberships: {
        some: {
          areaId: scope.actor.areaId,
          fromOn: { lte: dateColumn(today) },
          OR: [{ toOn: null }, { toOn: { gt: dateColumn(today) } }],
        },
      },
    },
    select: { kind: true },
  });
  if (!organisation)
    throw new RuleBroken("organisationId", "This organisation is not of this area today. Choose another.");
  const wrongKind = kindProblem(organisation.kind, role);
  if (wrongKind) throw new RuleBroken("role", wrongKind);
}

/** A role of the area that has not ended; its end is "" when it has none. */
export async function findChangeable(scope: Scope, roleId: string): Promise<{ fromOn: string; toOn: string }> {
  const { actor, db } = scope;
  const held = await db.roleHolding.findFirst({
    where: { id: roleId, areaId: actor.areaId },
    select: { fromOn: true, toOn: true, personId: true },
  });
  if (!held) throw new NotAllowed();
  if (held.personId === actor.userId)
    throw new RuleBroken("", "Nobody changes a role of their own. Ask another administrator.");
  const days = { fromOn: isoDate(held.fromOn), toOn: held.toOn && isoDate(held.toOn) };
  if (standingOf(days, scope.today.toString()) === "ended")
    throw new RuleBroken("", `This role has ended, on ${longDate(days.toOn ?? "")}. Give it again instead.`);
  return { fromOn: days.fromOn, toOn: days.toOn ?? "" };
}
