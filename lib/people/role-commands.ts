/** What the administrator of an area does with roles: giving them, and saying when they end. */
import "server-only";
import { audit } from "#lib/audit.ts";
import { dateColumn, isoDate, longDate } from "#lib/dates.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope } from "#lib/scope.ts";
import { assertGivable, findChangeable, keepAlone } from "./keep-alone.ts";
import type { ChangeEndInput, GiveRoleInput } from "./register-schema.ts";
import { endAtOnce } from "./role-rules.ts";

/** Gives a person known in the area a role in one of its organisations. Answers with the new role. */
export async function giveRole(scope: Scope, input: GiveRoleInput): Promise<{ roleId: string }> {
  await keepAlone(scope);
  await assertGivable(scope, input);
  const { personId, organisationId, role, fromOn, toOn } = input;
  if (personId === scope.actor.userId)
    throw new RuleBroken("", "Nobody gives themselves a role. Ask another administrator.");
  const person = await scope.db.person.findUnique({ where: { id: personId }, select: { endedOn: true } });
  if (!person) throw new NotAllowed();
  if (person.endedOn && isoDate(person.endedOn) <= scope.today.toString())
    throw new RuleBroken("", `This person is recorded as having left on ${longDate(isoDate(person.endedOn))}.`);
  const end = toOn === null ? {} : { fromOn: { lt: dateColumn(toOn) } };
  const same = await scope.db.roleHolding.findFirst({
    where: {
      ...{ areaId: scope.actor.areaId, personId, organisationId, role, ...end },
      OR: [{ toOn: null }, { toOn: { gt: dateColumn(fromOn) } }],
    },
    select: { id: true },
  });
  if (same) throw new RuleBroken("role", "They hold this role there already on those days. Change that one instead.");
  const roleId = uuidv7();
  const days = { fromOn: dateColumn(fromOn), toOn: toOn === null ? null : dateColumn(toOn) };
  await scope.db.roleHolding.createMany({
    data: { id: roleId, areaId: scope.actor.areaId, personId, organisationId, role, ...days },
  });
  await audit(scope, "gave a role", `role ${roleId} from ${fromOn}`);
  return { roleId };
}

/** Sets or moves the first day on which a role no longer holds. */
export async function changeEnd(scope: Scope, { roleId, was, toOn }: ChangeEndInput): Promise<{ roleId: string }> {
  await keepAlone(scope);
  const held = await findChangeable(scope, roleId);
  if (held.toOn !== was)
    throw new RuleBroken(
      "toOn",
      `Somebody else has changed this meanwhile: the role now ${held.toOn === "" ? "has no end" : `ends on ${longDate(held.toOn)}`}.`,
      { href: `/people/${roleId}`, text: "See the role as it is now" },
    );
  if (toOn < scope.today.toString()) throw new RuleBroken("toOn", "The day has passed: a role ends today or later.");
  if (toOn < held.fromOn)
    throw new RuleBroken("toOn", `The role begins on ${longDate(held.fromOn)}: it ends then or later.`);
  if (toOn === was) return { roleId };
  await setEnd(scope, roleId, toOn);
  return { roleId };
}

/** Ends a role now: whoever acts in it is signed out by their next click. */
export async function endRole(scope: Scope, { roleId }: { roleId: string }): Promise<{ roleId: string }> {
  await keepAlone(scope);
  const { fromOn } = await findChangeable(scope, roleId);
  await setEnd(scope, roleId, endAtOnce(fromOn, scope.today.toString()));
  return { roleId };
}

export async function setEnd(scope: Scope, roleId: string, toOn: string): Promise<void> {
  const { count } = await scope.db.roleHolding.updateMany({ where: { id: roleId }, data: { toOn: dateColumn(toOn) } });
  if (count === 0) throw new NotAllowed();
  await audit(scope, "ended a role", `role ${roleId} on ${toOn}`);
}
