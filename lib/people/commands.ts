/** Signing in and out as a browser does it: the commands, with the cookies that go with them. */
import "server-only";
import { audit } from "#lib/audit.ts";
import { dropCookie, dropSessionToken, keepSessionToken, readSessionToken } from "#lib/auth/session.ts";
import { keepCodes } from "#lib/auth/shown-once.ts";
import { keepKnown, type Visit, visitNow } from "#lib/auth/visit.ts";
import { RuleBroken } from "#lib/errors.ts";
import { asSession, type Scope } from "#lib/scope.ts";
import { beginAsDemo, beginWithPassword } from "./begin-commands.ts";
import { setUpAt } from "./own-account.ts";
import { enterCode, setUpAtSignIn } from "./pending-commands.ts";
import { needsSecondStep } from "./policy.ts";
import { listRolesToday } from "./queries.ts";
import type { Role } from "./schema.ts";
import { CODES_PAGE, withPath } from "./sign-in-rules.ts";
import { type TakenUp, takeUpAsDemo, takeUpWithNewPassword, takeUpWithPassword } from "./take-up-commands.ts";

/** Keeps what a session that has begun leaves in the browser; answers with the page to go to. */
async function inThisBrowser(begin: (visit: Visit) => Promise<TakenUp>): Promise<string> {
  const visit = await visitNow();
  const begun = await begin(visit);
  if ("token" in begun) {
    await keepSessionToken(begun.token);
    if (begun.known !== null) await keepKnown(visit, begun.known);
  }
  return begun.where;
}

/** Signs in, sets the cookie and answers with the page to go to. */
export async function signInWithPassword(input: Parameters<typeof beginWithPassword>[0]): Promise<string> {
  return inThisBrowser((visit) => beginWithPassword(input, visit));
}

/** The same for a person of the demonstration. */
export async function signInAsDemo(input: Parameters<typeof beginAsDemo>[0]): Promise<string> {
  return inThisBrowser((visit) => beginAsDemo(input, visit));
}

type Entered = Parameters<typeof enterCode>[0];

/** Finishes signing in with a code. */
export async function signInWithCode(input: Entered): Promise<string> {
  const visit = await visitNow();
  const { where, known } = await enterCode(input, visit);
  await keepKnown(visit, known);
  return where;
}

/** Finishes signing in by setting up a second step; leads to the recovery codes first. */
export async function signInWithNewStep(input: Entered): Promise<string> {
  const visit = await visitNow();
  const { where, known, personId, codes } = await setUpAtSignIn(input, visit);
  await keepKnown(visit, known);
  await keepCodes(personId, codes);
  return withPath(CODES_PAGE, where);
}

/** Ends the session, whatever becomes of its cookie. */
export async function endSession(scope: Scope): Promise<void> {
  await scope.db.session.updateMany({ where: { id: scope.actor.sessionId }, data: { endedAt: new Date() } });
  await audit(scope, "signed out", `session ${scope.actor.sessionId}`);
}

/** Signs out, also whoever has been signed out already. */
export async function signOut(): Promise<string> {
  const token = await readSessionToken();
  if (token !== null) await asSession(token, endSession, "write");
  await dropSessionToken();
  await dropCookie("codes");
  return "/sign-in?signed-out=yes";
}

/** From now on the session acts in another role that the person holds today. Answers with that role. */
export async function switchRole(scope: Scope, input: { roleId: string }): Promise<Role> {
  const roles = await listRolesToday(scope, scope.actor.userId);
  const chosen = roles.find((held) => held.id === input.roleId);
  if (!chosen) throw new RuleBroken("roleId", "You do not hold this role today. Choose another.");
  if (needsSecondStep(chosen.role) && !needsSecondStep(scope.actor.role)) await assertSecondStep(scope);
  await scope.db.session.updateMany({ where: { id: scope.actor.sessionId }, data: { roleHoldingId: chosen.id } });
  await audit(scope, "changed role", `to role ${chosen.id}`);
  return chosen.role;
}

/** A role that was given after signing in may ask for what signing in did not. */
async function assertSecondStep(scope: Scope): Promise<void> {
  const { sessionId, userId } = scope.actor;
  const session = await scope.db.session.findUnique({ where: { id: sessionId }, select: { method: true } });
  if (session?.method === "demonstration" || (await setUpAt(scope, userId))) return;
  throw new RuleBroken("roleId", "This role asks for a second step. Set it up in your account, then choose the role.", {
    href: "/account/second-step",
    text: "Set it up",
  });
}

/** Stays signed in: opening the scope was the act (portal.session_seen), there is nothing else to do. */
export async function keepSession(_scope: Scope): Promise<void> {}

type With<Command extends (input: never, visit: Visit) => unknown> = Parameters<Command>[0];

/** Takes up a link in this browser: answers with the first page, or the sign-in page when the role begins later. */
export async function takeUpWithNewPasswordHere(input: With<typeof takeUpWithNewPassword>): Promise<string> {
  return inThisBrowser((visit) => takeUpWithNewPassword(input, visit));
}

export async function takeUpWithPasswordHere(input: With<typeof takeUpWithPassword>): Promise<string> {
  return inThisBrowser((visit) => takeUpWithPassword(input, visit));
}

export async function takeUpAsDemoHere(input: With<typeof takeUpAsDemo>): Promise<string> {
  return inThisBrowser((visit) => takeUpAsDemo(input, visit));
}
