/** The second step of somebody who is signed in: setting it up, replacing it, new recovery codes. */
import "server-only";
import { candidateSecret } from "#lib/auth/totp.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { asSystem } from "#lib/scope.ts";
import { endOtherSessions } from "./account-commands.ts";
import { assertConfirmed } from "./confirm-rules.ts";
import { type Owner, setUpAt } from "./own-account.ts";
import { keepSecondStep, makeRecoveryCodes, proveSecret } from "./second-step-commands.ts";

/** Sets up a second step, or replaces it; the other sessions, which never showed it, end. Answers with recovery codes. */
export async function setUpOwnStep(owner: Owner, { oneTimeCode }: { oneTimeCode: string }): Promise<readonly string[]> {
  assertMayChange(owner);
  const { sessionId, userId: personId } = owner.actor;
  return asSystem("setting up a second step", async (scope) => {
    const secret = candidateSecret(sessionId, await setUpAt(scope, personId));
    const step = proveSecret(secret, oneTimeCode);
    if (typeof step === "string") throw new RuleBroken("oneTimeCode", step);
    await endOtherSessions(scope, { sessionId, personId });
    return keepSecondStep(scope, owner.onRecord, secret, step);
  });
}

/** Ends the recovery codes there are and answers with new ones. */
export async function makeOwnCodes(owner: Owner): Promise<readonly string[]> {
  assertMayChange(owner);
  return asSystem("making recovery codes", async (scope) => {
    if (!(await setUpAt(scope, owner.actor.userId))) throw new NotAllowed();
    return makeRecoveryCodes(scope, owner.onRecord);
  });
}

/** The people of the demonstration are everybody's: nobody may shut the others out of one. */
function assertMayChange({ actor, method }: Owner): void {
  if (method === "demonstration") throw new NotAllowed();
  assertConfirmed({ actor });
}
