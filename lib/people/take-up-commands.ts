/**
 * Taking up a link: a role, with an account where there is none, or a new password. A link works once: the row is locked
 * before anything is made, so of two at the same moment the second finds it used.
 */
import "server-only";
import { audit } from "#lib/audit.ts";
import { PASSWORD_ISSUER } from "#lib/auth/issuers.ts";
import { hashToken } from "#lib/auth/session.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { dateColumn } from "#lib/dates.ts";
import { RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { asSystem, type SystemScope } from "#lib/scope.ts";
import { type Begun, beginSession, proveByPassword } from "./begin-commands.ts";
import { type Attempt, forget } from "./brake-commands.ts";
import { hashNewPassword } from "./password-commands.ts";
import { actingIn, listRolesToday } from "./queries.ts";
import type { Method } from "./sign-in-rules.ts";
import { findTakeUp, type Proof, type TakeUp } from "./take-up-queries.ts";

export const DEAD_LINK = "This link does not work any more, or never did. Ask whoever gave it to you for a new one.";
const PURPOSE = "taking up an invitation";

type Link = { readonly token: string };
/** A session that has begun; or where to go, when the role begins on a later day. */
export type TakenUp = Begun | { readonly where: string };

/** Takes up a role with a new account, or sets a new password for an account that is there. */
export async function takeUpWithNewPassword(input: Link & { newPassword: string }, visit: Visit): Promise<TakenUp> {
  const link = await findAlive(input, "a new password");
  const owner = { email: link.email, displayName: link.name };
  const hash = await hashNewPassword(input.newPassword, owner, "newPassword");
  return inOneGo(async (scope) => {
    const found = await lockAlive(scope, input, "a new password");
    if (!found.role) return setNewPassword(scope, found, hash, visit);
    const personId = await makeAccount(scope, found, hash);
    return takeUpRole(scope, { found, personId, visit, method: "invitation" });
  });
}

/** Takes up a role with the account that is there, shown to be theirs by its password. */
export async function takeUpWithPassword(input: Link & { password: string }, visit: Visit): Promise<TakenUp> {
  const { email } = await findAlive(input, "the present password");
  const { personId, attempt } = await proveByPassword({ email, password: input.password }, visit, "password");
  return inOneGo(async (scope) => {
    const found = await lockAlive(scope, input, "the present password");
    return takeUpRole(scope, { found, personId, visit, attempt, method: "invitation" });
  });
}

/** Takes up a role as a person of the demonstration, who is everybody's. */
export async function takeUpAsDemo(input: Link, visit: Visit): Promise<TakenUp> {
  return inOneGo(async (scope) => {
    const found = await lockAlive(scope, input, "the demonstration");
    return takeUpRole(scope, { found, personId: found.personId ?? "", visit, method: "demonstration" });
  });
}

async function findAlive({ token }: Link, proof: Proof): Promise<TakeUp> {
  return assertAlive(await asSystem(PURPOSE, (scope) => findTakeUp(scope, token)), proof);
}

async function lockAlive(scope: SystemScope, { token }: Link, proof: Proof): Promise<TakeUp> {
  await scope.db.$queryRaw`select 1 as one from invitation where token_hash = ${hashToken(token)} for update`;
  return assertAlive(await findTakeUp(scope, token), proof);
}

function assertAlive(found: TakeUp | null, proof: Proof): TakeUp {
  if (!found) throw new RuleBroken("", DEAD_LINK);
  if (found.proof !== proof) throw new RuleBroken("", "The account has changed meanwhile. Open the link again.");
  return found;
}

/** Two links for one new address at the same moment: the second meets the account that the first has made. */
async function inOneGo(work: (scope: SystemScope) => Promise<TakenUp>): Promise<TakenUp> {
  try {
    return await asSystem(PURPOSE, work);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "P2002") throw error;
    throw new RuleBroken("", "An account for this address was made at the same moment. Open the link again.");
  }
}

async function makeAccount({ db }: SystemScope, { email, name }: TakeUp, hash: string): Promise<string> {
  const id = uuidv7();
  await db.person.createMany({ data: { id, email, displayName: name } });
  await db.identity.createMany({ data: { issuer: PASSWORD_ISSUER, subject: id, personId: id } });
  await db.password.createMany({ data: { personId: id, hash, changedAt: new Date() } });
  return id;
}

type Taking = { found: TakeUp; personId: string; visit: Visit; attempt?: Attempt; method: Method };

async function takeUpRole(scope: SystemScope, taking: Taking): Promise<TakenUp> {
  const { found, personId, visit, attempt = [], method } = taking;
  const { areaId, email } = found;
  if (!found.role) throw new RuleBroken("", DEAD_LINK);
  const { role, organisationId, toOn } = found.role;
  const today = scope.today.toString();
  // Nobody held it before they took it up.
  const [, fromOn = today] = [found.role.fromOn, today].sort();
  const id = uuidv7();
  const days = { fromOn: dateColumn(fromOn), toOn: toOn === null ? null : dateColumn(toOn) };
  await scope.db.roleHolding.createMany({ data: { id, areaId, personId, organisationId, role, ...days } });
  await markUsed(scope, found, personId);
  await forget(scope, attempt);
  const onBehalf = actingIn(personId, { id, areaId, organisationId });
  await audit(scope, "took up an invitation", `role ${id}`, { onBehalf });
  const roles = await listRolesToday(scope, personId);
  if (roles.length === 0) return { where: `/sign-in?begins=${fromOn}` };
  return beginSession(scope, { personId, email, method, path: undefined, visit });
}

/** Whoever knew the old password, or had the old app, is out. */
async function setNewPassword(scope: SystemScope, found: TakeUp, hash: string, visit: Visit): Promise<TakenUp> {
  const { db } = scope;
  const personId = found.personId ?? "";
  const now = new Date();
  await db.password.updateMany({ where: { personId }, data: { hash, changedAt: now } });
  await db.session.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
  await db.secondStep.updateMany({ where: { personId }, data: { confirmedAt: null } });
  await db.recoveryCode.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
  await markUsed(scope, found, personId);
  const [role] = await listRolesToday(scope, personId);
  const onBehalf = role ? actingIn(personId, role) : null;
  await audit(scope, "changed the password", `person ${personId}`, { onBehalf });
  return beginSession(scope, { personId, email: found.email, method: "invitation", path: undefined, visit });
}

async function markUsed({ db }: SystemScope, { invitationId }: TakeUp, personId: string): Promise<void> {
  const used = await db.invitation.updateMany({
    where: { id: invitationId, usedAt: null, endedAt: null },
    data: { usedAt: new Date(), personId },
  });
  if (used.count !== 1) throw new RuleBroken("", DEAD_LINK);
}
