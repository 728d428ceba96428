import "server-only";
import { audit } from "#lib/audit.ts";
import { DEMO_ADDRESS, DEMO_ISSUER } from "#lib/auth/issuers.ts";
import { verifyPassword } from "#lib/auth/passwords.ts";
import { dropSessionToken, hashToken, keepSessionToken, newToken, readSessionToken } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { asSystem, type Scope, type SystemScope } from "#lib/scope.ts";
import { landingPage } from "./policy.ts";
import { findPassword, listRolesToday } from "./queries.ts";
import type { Role } from "./schema.ts";

/** One sentence for a wrong password and for an address that nobody has: which of the two it was is nobody's to know. */
const REFUSED = "The e-mail address or the password is not right. Check both and try again.";
const NO_ROLE = "You hold no role in the portal today. Ask your administrator to add one.";

/** A session that has begun: what its cookie must carry, and the page to go to. */
export type Begun = { readonly token: string; readonly where: string };

/** Begins a session by password. `former` is the token of a cookie that came along: that session ends. */
export async function beginWithPassword(
  input: { email: string; password: string },
  former: string | null,
): Promise<Begun> {
  const found = await asSystem("signing in", (scope) => findPassword(scope, input.email));
  // Outside any transaction: those who wait for a core must not hold the connections that pages need.
  const right = await verifyPassword(found?.hash ?? null, input.password);
  if (!found || !right) throw new RuleBroken("email", REFUSED);
  return asSystem("signing in", (scope) => beginSession(scope, found.personId, former));
}

/** Begins a session as a person of the demonstration, without a password; anywhere else it is nobody's to do. */
export async function beginAsDemo(input: { email: string }, former: string | null): Promise<Begun> {
  if (!env().demo || !input.email.endsWith(DEMO_ADDRESS)) throw new NotAllowed();
  return asSystem("signing in to the demonstration", async (scope) => {
    const person = await scope.db.person.findFirst({
      where: { email: input.email, identities: { some: { issuer: DEMO_ISSUER } } },
      select: { id: true },
    });
    if (!person) throw new RuleBroken("", "Nobody has this address here. Choose somebody from the list.");
    return beginSession(scope, person.id, former);
  });
}

async function beginSession(scope: SystemScope, personId: string, former: string | null): Promise<Begun> {
  const roles = await listRolesToday(scope, personId);
  const [first] = roles;
  if (!first) throw new RuleBroken("email", NO_ROLE);
  const now = new Date();
  if (former !== null) {
    await scope.db.session.updateMany({
      where: { tokenHash: hashToken(former), endedAt: null },
      data: { endedAt: now },
    });
  }
  const token = newToken();
  await scope.db.session.createMany({
    data: {
      id: uuidv7(),
      tokenHash: hashToken(token),
      personId,
      roleHoldingId: first.id,
      startedAt: now,
      lastSeenAt: now,
    },
  });
  await audit(scope, "signed in", `person ${personId} in role ${first.id}`);
  return { token, where: roles.length > 1 ? "/roles" : landingPage(first.role) };
}

async function inThisBrowser(begin: (former: string | null) => Promise<Begun>): Promise<string> {
  const { token, where } = await begin(await readSessionToken());
  await keepSessionToken(token);
  return where;
}

/** Signs in, sets the cookie and answers with the page to go to. */
export async function signInWithPassword(input: { email: string; password: string }): Promise<string> {
  return inThisBrowser((former) => beginWithPassword(input, former));
}

/** The same for a person of the demonstration. */
export async function signInAsDemo(input: { email: string }): Promise<string> {
  return inThisBrowser((former) => beginAsDemo(input, former));
}

/** Ends the session, whatever becomes of its cookie. */
export async function endSession(scope: Scope): Promise<void> {
  await scope.db.session.updateMany({ where: { id: scope.actor.sessionId }, data: { endedAt: new Date() } });
  await audit(scope, "signed out", `session ${scope.actor.sessionId}`);
}

export async function signOut(scope: Scope): Promise<void> {
  await endSession(scope);
  await dropSessionToken();
}

/** From now on the session acts in another role that the person holds today. Answers with that role. */
export async function switchRole(scope: Scope, input: { roleId: string }): Promise<Role> {
  const roles = await listRolesToday(scope, scope.actor.userId);
  const chosen = roles.find((held) => held.id === input.roleId);
  if (!chosen) throw new RuleBroken("roleId", "You do not hold this role today. Choose another.");
  await scope.db.session.updateMany({ where: { id: scope.actor.sessionId }, data: { roleHoldingId: chosen.id } });
  await audit(scope, "changed role", `to role ${chosen.id}`);
  return chosen.role;
}

/** Stays signed in: opening the scope was the act (portal.session_seen), there is nothing else to do. */
export async function keepSession(_scope: Scope): Promise<void> {}
