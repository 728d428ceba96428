import "server-only";
import { hashToken } from "#lib/auth/session.ts";
import type { SystemScope } from "#lib/scope.ts";
import { type Awaiting, MINUTES_TO_FINISH } from "./sign-in-rules.ts";

/** A sign-in whose password was right and that waits for its second step. */
export type Pending = {
  readonly sessionId: string;
  readonly personId: string;
  readonly email: string;
  readonly awaiting: Awaiting;
};

/** The sign-in that this browser has begun and not finished; null when there is none or its ten minutes are over. */
export async function findPending(scope: SystemScope, token: string | null): Promise<Pending | null> {
  if (token === null) return null;
  const session = await scope.db.session.findFirst({
    where: {
      ...{ tokenHash: hashToken(token), endedAt: null, awaiting: { not: null } },
      startedAt: { gt: new Date(Date.now() - MINUTES_TO_FINISH * 60_000) },
    },
    select: { id: true, personId: true, awaiting: true, person: { select: { email: true } } },
  });
  if (!session) return null;
  const { id, personId, awaiting, person } = session;
  return { sessionId: id, personId, email: person.email, awaiting: awaiting as Awaiting };
}
