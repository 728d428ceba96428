import "server-only";
import { audit } from "#lib/audit.ts";
import { longDate } from "#lib/dates.ts";
import { RuleBroken } from "#lib/errors.ts";
import type { Scope } from "#lib/scope.ts";
import { findChangeable, keepAlone } from "./keep-alone.ts";
import { findSuccessors } from "./leaver-queries.ts";
import type { LeaverInput } from "./register-schema.ts";
import { setEnd } from "./role-commands.ts";

/** How many of each went to somebody else: what they say is not the administrator's to read. */
export type HandedOver = { readonly reports: number; readonly drafts: number; readonly files: number };

/**
 * Somebody leaves: what they still have in hand goes to another of their organisation, and their role ends on the day
 * given, in one transaction.
 */
export async function handOver(scope: Scope, input: LeaverInput): Promise<HandedOver> {
  await keepAlone(scope);
  const { roleId, toRoleId, endOn } = input;
  const { fromOn, toOn } = await findChangeable(scope, roleId);
  if (endOn < scope.today.toString()) throw new RuleBroken("endOn", "The day has passed: a role ends today or later.");
  if (endOn < fromOn) throw new RuleBroken("endOn", `The role begins on ${longDate(fromOn)}: it ends then or later.`);
  const successors = await findSuccessors(scope, roleId);
  if (!successors.some(({ id }) => id === toRoleId))
    throw new RuleBroken(
      "toRoleId",
      "Whoever takes over must hold the same role in the same organisation today. Choose again.",
    );
  const [moved] = await scope.db.$queryRaw<{ reports: bigint; drafts: bigint; files: bigint }[]>`
    select * from portal.hand_over(${roleId}::uuid, ${toRoleId}::uuid)`;
  const counts = {
    reports: Number(moved?.reports ?? 0),
    drafts: Number(moved?.drafts ?? 0),
    files: Number(moved?.files ?? 0),
  };
  const { reports, drafts, files } = counts;
  await audit(
    scope,
    "handed work over",
    `role ${roleId} to role ${toRoleId}: ${reports} reports, ${drafts} drafts, ${files} files`,
  );
  if (endOn !== toOn) await setEnd(scope, roleId, endOn);
  return counts;
}
