/** Shows again that it is they: with a code where a second step is set up, with the password otherwise. */
import "server-only";
import { audit } from "#lib/audit.ts";
import { verifyPassword } from "#lib/auth/passwords.ts";
import { RuleBroken } from "#lib/errors.ts";
import { asSystem, type SystemScope } from "#lib/scope.ts";
import { type Attempt, brakesOfSession, countAttempt, forget, lookingAt, unlessTooMany } from "./brake-commands.ts";
import { type Owner, setUpAt } from "./own-account.ts";
import { refusalOfCode } from "./second-step-commands.ts";

const WRONG_PASSWORD = "This is not your password. Enter the one that you sign in with.";

/** In the demonstration there is nothing to show, and nothing happens. */
export async function confirmWithCode(owner: Owner, { oneTimeCode }: { oneTimeCode: string }): Promise<void> {
  if (owner.method === "demonstration") return;
  const { counted, refusal } = await asSystem("confirming who it is", async (scope) => {
    const counted = await countAttempt(scope, brakesOfSession(owner.actor.sessionId));
    if (typeof counted === "number") return { counted, refusal: null };
    const refusal = await refusalOfCode(scope, owner.onRecord, oneTimeCode);
    if (refusal === null) await confirm(scope, owner, counted);
    return { counted, refusal };
  });
  unlessTooMany("oneTimeCode", counted);
  if (refusal !== null) throw new RuleBroken("oneTimeCode", refusal);
}

export async function confirmWithPassword(owner: Owner, { password }: { password: string }): Promise<void> {
  if (owner.method === "demonstration") return;
  const isSetUp = await asSystem("confirming who it is", (scope) => setUpAt(scope, owner.actor.userId));
  if (isSetUp) throw new RuleBroken("", "You have set up a second step: enter a code of your app instead.");
  const attempt = await provePresentPassword(owner, password, "password");
  await asSystem("confirming who it is", (scope) => confirm(scope, owner, attempt));
}

/** Throws a refusal on `field` unless it is the person's password. The attempt is to be forgotten with what it was for. */
export async function provePresentPassword(owner: Owner, password: string, field: string): Promise<Attempt> {
  const { counted, found } = await asSystem("confirming who it is", async (scope) => {
    const counted = await countAttempt(scope, brakesOfSession(owner.actor.sessionId));
    const personId = owner.actor.userId;
    return { counted, found: await scope.db.password.findUnique({ where: { personId }, select: { hash: true } }) };
  });
  const attempt = unlessTooMany(field, counted);
  const right = await lookingAt(attempt, () => verifyPassword(found?.hash ?? null, password));
  if (!right) throw new RuleBroken(field, WRONG_PASSWORD);
  return attempt;
}

async function confirm(scope: SystemScope, { actor, onRecord }: Owner, attempt: Attempt): Promise<void> {
  await forget(scope, attempt);
  await scope.db.session.updateMany({
    where: { id: actor.sessionId, endedAt: null, awaiting: null },
    data: { confirmedAt: new Date() },
  });
  await audit(scope, "confirmed that it is they", `session ${actor.sessionId}`, { onBehalf: onRecord });
}
