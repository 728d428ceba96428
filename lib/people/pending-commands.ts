/** The second step of a sign-in, once the password was right: a code, or setting up what makes the codes. */
import "server-only";
import { audit } from "#lib/audit.ts";
import { candidateSecret } from "#lib/auth/totp.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { RuleBroken } from "#lib/errors.ts";
import { countRefusedSignIn } from "#lib/metrics.ts";
import { asSystem, type SystemScope } from "#lib/scope.ts";
import { endOtherSessions } from "./account-commands.ts";
import { auditSignedIn } from "./begin-commands.ts";
import { brakesOf, countAttempt, forget, unlessTooMany } from "./brake-commands.ts";
import { findPending, type Pending } from "./pending-queries.ts";
import { actingIn, listRolesToday, type RoleView } from "./queries.ts";
import { keepSecondStep, proveSecret, refusalOfCode } from "./second-step-commands.ts";
import { type Awaiting, firstPage, MINUTES_TO_FINISH } from "./sign-in-rules.ts";

type Entered = { readonly oneTimeCode: string; readonly path?: string | undefined };
/** A sign-in that is finished: the page to go to, and the address that has now signed in in this browser. */
export type Finished = { readonly where: string; readonly known: string; readonly personId: string };

/** Finishes a sign-in with a code of the app or a recovery code. */
export async function enterCode({ oneTimeCode, path }: Entered, visit: Visit): Promise<Finished> {
  const { counted, outcome } = await asSystem("signing in", async (scope) => {
    const pending = await assertPending(scope, visit.token, "a code");
    const counted = await countAttempt(scope, brakesOf(pending.email, visit, "code"));
    if (typeof counted === "number") return { counted, outcome: null };
    const { roles, first } = await rolesOf(scope, pending);
    const onBehalf = actingIn(pending.personId, first);
    const refusal = await refusalOfCode(scope, onBehalf, oneTimeCode);
    if (refusal !== null) {
      await audit(scope, "was refused a sign-in", `person ${pending.personId}`, { onBehalf });
      return { counted, outcome: refusal };
    }
    await forget(scope, counted);
    await finish(scope, pending, first);
    return { counted, outcome: { where: firstPage(roles, path), known: pending.email, personId: pending.personId } };
  });
  unlessTooMany("oneTimeCode", counted);
  if (outcome !== null && typeof outcome !== "string") return outcome;
  countRefusedSignIn();
  throw new RuleBroken("oneTimeCode", outcome ?? "");
}

/** Sets up the second step that a role asks for, and so finishes the sign-in. Answers with recovery codes to show once. */
export async function setUpAtSignIn(
  { oneTimeCode, path }: Entered,
  visit: Visit,
): Promise<Finished & { readonly codes: readonly string[] }> {
  return asSystem("signing in", async (scope) => {
    const pending = await assertPending(scope, visit.token, "a second step");
    const secret = candidateSecret(pending.sessionId, null);
    const step = proveSecret(secret, oneTimeCode);
    if (typeof step === "string") throw new RuleBroken("oneTimeCode", step);
    const { roles, first } = await rolesOf(scope, pending);
    await finish(scope, pending, first);
    const codes = await keepSecondStep(scope, actingIn(pending.personId, first), secret, step);
    await endOtherSessions(scope, pending);
    return { codes, where: firstPage(roles, path), known: pending.email, personId: pending.personId };
  });
}

async function assertPending(scope: SystemScope, token: string | null, awaiting: Awaiting): Promise<Pending> {
  const pending = await findPending(scope, token);
  if (pending?.awaiting === awaiting) return pending;
  throw new RuleBroken("", `Signing in was not finished within ${MINUTES_TO_FINISH} minutes. Begin again.`, {
    href: "/sign-in",
    text: "Sign in",
  });
}

async function rolesOf(scope: SystemScope, pending: Pending): Promise<{ roles: readonly RoleView[]; first: RoleView }> {
  const roles = await listRolesToday(scope, pending.personId);
  const [first] = roles;
  if (!first) throw new RuleBroken("", "You hold no role in the portal today. Ask your administrator to add one.");
  return { roles, first };
}

/** Opens the session: from now on nothing is awaited of it. Of two at once, one finds it open already. */
async function finish(scope: SystemScope, pending: Pending, role: RoleView): Promise<void> {
  const opened = await scope.db.session.updateMany({
    where: { id: pending.sessionId, awaiting: pending.awaiting, endedAt: null },
    data: { awaiting: null, confirmedAt: new Date() },
  });
  if (opened.count !== 1) throw new RuleBroken("", "This sign-in has just been finished. Open the portal again.");
  await auditSignedIn(scope, pending.personId, role);
}
