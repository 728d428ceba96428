import "server-only";
import { audit } from "#lib/audit.ts";
import { commonPasswords } from "#lib/auth/common-passwords.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { asSystem } from "#lib/scope.ts";
import { endOtherSessions } from "./account-commands.ts";
import { forget } from "./brake-commands.ts";
import { provePresentPassword } from "./confirm-commands.ts";
import { assertConfirmed } from "./confirm-rules.ts";
import { type Owner, setUpAt } from "./own-account.ts";
import { guessProblem, type Owner as PasswordOwner } from "./password-rules.ts";

/** The hash of a new password, or a refusal on `field` when it is one of those that are tried first. */
export async function hashNewPassword(password: string, owner: PasswordOwner, field: string): Promise<string> {
  const problem = guessProblem(password, owner, await commonPasswords());
  if (problem !== null) throw new RuleBroken(field, problem);
  return hashPassword(password);
}

/**
 * Changes the person's own password, and ends their other sessions: whoever knew the old one is out. Whoever has a second
 * step shows that first: the password alone must not open what asks for both.
 */
export async function changePassword(
  owner: Owner,
  { presentPassword, newPassword }: { presentPassword: string; newPassword: string },
): Promise<void> {
  if (owner.method === "demonstration") throw new NotAllowed();
  const { userId: personId, sessionId, displayName } = owner.actor;
  const hasStep = (await asSystem("changing a password", (scope) => setUpAt(scope, personId))) !== null;
  if (hasStep) assertConfirmed(owner);
  const attempt = await provePresentPassword(owner, presentPassword, "presentPassword");
  if (newPassword === presentPassword) throw new RuleBroken("newPassword", "This is the password that you have.");
  const person = await asSystem("changing a password", ({ db }) =>
    db.person.findUnique({ where: { id: personId }, select: { email: true } }),
  );
  const hash = await hashNewPassword(newPassword, { email: person?.email ?? "", displayName }, "newPassword");
  await asSystem("changing a password", async (scope) => {
    await forget(scope, attempt);
    const now = new Date();
    await scope.db.password.updateMany({ where: { personId }, data: { hash, changedAt: now } });
    if (!hasStep)
      await scope.db.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { confirmedAt: now } });
    await endOtherSessions(scope, { sessionId, personId });
    await audit(scope, "changed the password", `person ${personId}`, { onBehalf: owner.onRecord });
  });
}
