import "server-only";
import { longMoment } from "#lib/dates.ts";
import type { Scope } from "#lib/scope.ts";
import { setUpAt } from "./own-account.ts";
import type { Method } from "./sign-in-rules.ts";

const HOURS_A_SESSION_LIVES = 12;
const MINUTES_UNSEEN = 30;

export type SessionView = {
  readonly id: string;
  readonly browser: string;
  /** "22 November 2026 at 14:05" */
  readonly since: string;
  readonly lastSeen: string;
  readonly isThisOne: boolean;
};

export type AccountView = {
  readonly name: string;
  readonly email: string;
  readonly method: Method;
  readonly sessions: readonly SessionView[];
  /** When the second step was set up, or null. */
  readonly setUp: string | null;
  readonly codesLeft: number;
  readonly rolesHeld: number;
  readonly confirmed: boolean;
};

/** The person's own account: their sessions that are alive, this one first, and how they sign in. */
export async function findAccount(scope: Scope): Promise<AccountView> {
  const { actor, db } = scope;
  const person = await db.person.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } });
  const { method, sessions } = await listSessions(scope);
  return {
    ...{ name: actor.displayName, email: person.email, method, sessions },
    ...{ rolesHeld: actor.rolesHeld, confirmed: actor.confirmed },
    ...(await findStep(scope)),
  };
}

/** Whether there is a second step, and how many recovery codes are left of it. */
export async function findStep(scope: Scope): Promise<{ setUp: string | null; codesLeft: number }> {
  const at = await setUpAt(scope, scope.actor.userId);
  // Prisma counts over the whole key, and of it the hash is nobody's to read.
  const [left] = await scope.db.$queryRaw<{ codes: number }[]>`select count(*)::int as codes from recovery_code
    where person_id = ${scope.actor.userId}::uuid and ended_at is null`;
  return { setUp: at && longMoment(at), codesLeft: at ? (left?.codes ?? 0) : 0 };
}

async function listSessions({ actor, db }: Scope): Promise<{ method: Method; sessions: SessionView[] }> {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const found = await db.session.findMany({
    where: {
      ...{ personId: actor.userId, endedAt: null },
      ...{ lastSeenAt: { gt: ago(MINUTES_UNSEEN) }, startedAt: { gt: ago(HOURS_A_SESSION_LIVES * 60) } },
    },
    select: { id: true, browser: true, startedAt: true, lastSeenAt: true, method: true },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
  });
  const isThisOne = ({ id }: { id: string }) => id === actor.sessionId;
  const sorted = [...found.filter(isThisOne), ...found.filter((session) => !isThisOne(session))];
  return {
    method: (found.find(isThisOne)?.method ?? "password") as Method,
    sessions: sorted.map((session) => ({
      id: session.id,
      browser: session.browser || "an unknown browser",
      since: longMoment(session.startedAt),
      lastSeen: longMoment(session.lastSeenAt),
      isThisOne: isThisOne(session),
    })),
  };
}
