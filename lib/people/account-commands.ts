/** What somebody does about their own sessions. */
import "server-only";
import { audit } from "#lib/audit.ts";
import type { Scope, SystemScope } from "#lib/scope.ts";

/** Ends one of the person's own sessions, at its next click. One that is over already, or somebody else's, is left alone. */
export async function endOneSession(scope: Scope, { sessionId }: { sessionId: string }): Promise<void> {
  const { actor, db } = scope;
  const ended = await db.session.updateMany({
    where: { id: sessionId, personId: actor.userId, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (ended.count > 0) await audit(scope, "ended a session", `session ${sessionId}`);
}

/** Ends every session of the person but this one. */
export async function endAllOtherSessions(scope: Scope): Promise<void> {
  const { sessionId, userId: personId } = scope.actor;
  const ended = await endOtherSessions(scope, { sessionId, personId });
  if (ended > 0) await audit(scope, "ended a session", `${ended} sessions`);
}

/** The same, where it goes with something else that is put on record. Answers with how many. */
export async function endOtherSessions(
  { db }: Scope | SystemScope,
  { sessionId, personId }: { readonly sessionId: string; readonly personId: string },
): Promise<number> {
  const ended = await db.session.updateMany({
    where: { personId, id: { not: sessionId }, endedAt: null },
    data: { endedAt: new Date() },
  });
  return ended.count;
}
