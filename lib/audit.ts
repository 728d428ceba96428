import { uuidv7 } from "#lib/ids.ts";
import type { Scope, SystemScope } from "#lib/scope.ts";

/**
 * Writes who did what, in the transaction that does it: no line, no act. `action` is the command in words; `subject` names
 * the record ("figure E01 2022-03"), never a sensitive value.
 */
export async function audit(scope: Scope | SystemScope, action: string, subject: string): Promise<void> {
  const who =
    "actor" in scope
      ? {
          areaId: scope.actor.areaId,
          personId: scope.actor.userId,
          roleHoldingId: scope.actor.roleId,
          organisationId: scope.actor.organisationId,
          role: scope.actor.role,
        }
      : { role: `the portal: ${scope.purpose}` };
  // createMany: no RETURNING, which row-level security would refuse to whoever may write the line but not read it.
  await scope.db.auditEntry.createMany({ data: { id: uuidv7(), at: new Date(), ...who, action, subject } });
}
