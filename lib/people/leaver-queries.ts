import "server-only";
import { dateColumn } from "#lib/dates.ts";
import type { FormState } from "#lib/form-state.ts";
import type { Scope } from "#lib/scope.ts";
import { leaverForm } from "./register-schema.ts";
import { findRole, type RolePage } from "./role-queries.ts";

export type Successor = { readonly id: string; readonly name: string; readonly email: string };

/**
 * Who may take over from a role: whoever else holds the same role in the same organisation today. Anybody else could do
 * nothing with it: the policies let a leader write for what leaders owe, and a data officer confirm files.
 */
export async function findSuccessors({ actor, db, today }: Scope, roleId: string): Promise<Successor[]> {
  const leaving = await db.roleHolding.findFirst({
    where: { id: roleId, areaId: actor.areaId },
    select: { organisationId: true, role: true },
  });
  if (!leaving) return [];
  const now = dateColumn(today.toString());
  const held = await db.roleHolding.findMany({
    where: {
      areaId: actor.areaId,
      organisationId: leaving.organisationId,
      role: leaving.role,
      id: { not: roleId },
      fromOn: { lte: now },
      OR: [{ toOn: null }, { toOn: { gt: now } }],
      person: { OR: [{ endedOn: null }, { endedOn: { gt: now } }] },
    },
    select: { id: true, person: { select: { displayName: true, email: true } } },
    orderBy: [{ person: { displayName: "asc" } }, { id: "asc" }],
  });
  return held.map(({ id, person }) => ({ id, name: person.displayName, email: person.email }));
}

export type LeaverPage = FormState & {
  readonly role: RolePage;
  readonly successors: readonly Successor[];
  /** What was answered, when both answers can be used: to be checked before it is done. */
  readonly answers: { readonly successor: Successor; readonly endOn: string } | null;
};

/** The page of somebody who leaves, with the answers that its address holds; null for anyone but the administrator. */
export async function findLeaver(
  scope: Scope,
  roleId: string,
  sent: { readonly toRoleId: unknown; readonly endOn: unknown },
): Promise<LeaverPage | null> {
  const role = await findRole(scope, roleId);
  if (!role) return null;
  const successors = await findSuccessors(scope, roleId);
  const page = { role, successors, answers: null, typed: {}, problems: [] };
  if (sent.toRoleId === undefined && sent.endOn === undefined) return page;
  const typed = { toRoleId: String(sent.toRoleId ?? ""), endOn: String(sent.endOn ?? "") };
  const read = leaverForm.safeParse({ ...typed, roleId });
  const problems = new Map((read.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
  const successor = successors.find(({ id }) => id === typed.toRoleId);
  if (!successor && !problems.has("toRoleId")) problems.set("toRoleId", "Choose somebody from the list");
  if (!problems.has("endOn") && typed.endOn < role.today)
    problems.set("endOn", "The day has passed: a role ends today or later");
  if (successor && problems.size === 0) return { ...page, typed, answers: { successor, endOn: typed.endOn } };
  return { ...page, typed, problems: [...problems].map(([field, message]) => ({ field, message })) };
}
