import type { Action } from "#lib/audit/schema.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope, SystemScope } from "#lib/scope.ts";

/** Whose act it is when the portal acts for somebody: signing in, before there is an actor. */
export type OnBehalf = {
  readonly areaId: string;
  readonly personId: string;
  readonly roleHoldingId: string;
  readonly organisationId: string;
};

/**
 * Writes who did what, in the transaction that does it: no line, no act. `subject` names the record ("figure E01 2022-03"),
 * never a sensitive value; `purpose` is why, where somebody was asked. The line carries the request's id.
 */
export async function audit(
  scope: Scope | SystemScope,
  action: Action,
  subject: string,
  more: { readonly purpose?: string; readonly onBehalf?: OnBehalf | null } = {},
): Promise<void> {
  const who =
    "actor" in scope
      ? {
          areaId: scope.actor.areaId,
          personId: scope.actor.userId,
          roleHoldingId: scope.actor.roleId,
          organisationId: scope.actor.organisationId,
          role: scope.actor.role,
        }
      : { ...more.onBehalf, role: `the portal: ${scope.purpose}` };
  const what = { action, subject, purpose: more.purpose ?? "", requestId: scope.requestId };
  // createMany: no RETURNING, which row-level security would refuse to whoever may write the line but not read it.
  await scope.db.auditEntry.createMany({ data: { id: uuidv7(), at: new Date(), ...who, ...what } });
}
