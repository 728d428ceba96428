import "server-only";
import type { OnBehalf } from "#lib/audit.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { readSessionToken } from "#lib/auth/session.ts";
import { SignedOut } from "#lib/errors.ts";
import { asSession, type SystemScope } from "#lib/scope.ts";
import { actingIn } from "./queries.ts";
import type { Method } from "./sign-in-rules.ts";

/** Whoever sends a form about their own account, for what only the portal itself may read or write. */
export type Owner = { readonly actor: Actor; readonly method: Method; readonly onRecord: OnBehalf };

/** The signed-in person. Throws SignedOut when the session is over. */
export async function ownerNow(): Promise<Owner> {
  const token = await readSessionToken();
  const owner = token === null ? null : await findOwner(token);
  if (!owner) throw new SignedOut();
  return owner;
}

export async function findOwner(token: string): Promise<Owner | null> {
  const outcome = await asSession(token, async ({ actor, db }) => {
    const session = await db.session.findUnique({ where: { id: actor.sessionId }, select: { method: true } });
    const { roleId: id, areaId, organisationId } = actor;
    const onRecord = actingIn(actor.userId, { id, areaId, organisationId });
    return { actor, method: (session?.method ?? "password") as Method, onRecord };
  });
  return outcome?.answer ?? null;
}

/** When the second step was set up, or null. */
export async function setUpAt({ db }: Pick<SystemScope, "db">, personId: string): Promise<Date | null> {
  const step = await db.secondStep.findUnique({ where: { personId }, select: { confirmedAt: true } });
  return step?.confirmedAt ?? null;
}
