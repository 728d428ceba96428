import "server-only";
import { audit } from "#lib/audit.ts";
import { DEMO_ADDRESS, DEMO_ISSUER } from "#lib/auth/issuers.ts";
import { verifyPassword } from "#lib/auth/passwords.ts";
import { hashToken, newToken } from "#lib/auth/session.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { env } from "#lib/env.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { countRefusedSignIn } from "#lib/metrics.ts";
import { asSystem, type SystemScope } from "#lib/scope.ts";
import { type Attempt, brakesOf, countAttempt, forget, lookingAt, unlessTooMany } from "./brake-commands.ts";
import { actingIn, findPassword, findWhose, listRolesToday } from "./queries.ts";
import { awaitedOf, firstPage, type Method, stepPage } from "./sign-in-rules.ts";

/** One sentence for a wrong password and for an address that nobody has: which of the two it was is nobody's to know. */
const REFUSED = "The e-mail address or the password is not right. Check both and try again.";
const NO_ROLE = "You hold no role in the portal today. Ask your administrator to add one.";

/** A session that has begun: what its cookie must carry, and the page to go to. */
export type Begun = {
  readonly token: string;
  readonly where: string;
  /** The address that has now signed in in this browser; null while a step is awaited, and in the demonstration. */
  readonly known: string | null;
};

type Proved = { readonly personId: string; readonly attempt: Attempt };

/** Who has this address and password. Throws a refusal on `field` otherwise, the same whether anybody has the address or not. */
export async function proveByPassword(
  { email, password }: { email: string; password: string },
  visit: Visit,
  field = "email",
): Promise<Proved> {
  const { counted, found } = await asSystem("signing in", async (scope) => {
    const counted = await countAttempt(scope, brakesOf(email, visit, "password"));
    return { counted, found: await findPassword(scope, email) };
  });
  const attempt = unlessTooMany(field, counted);
  // Outside any transaction: those who wait for a core must not hold the connections that pages need.
  const right = await lookingAt(attempt, () => verifyPassword(found?.hash ?? null, password));
  if (found && right) return { personId: found.personId, attempt };
  await asSystem("signing in", async (scope) => {
    const onBehalf = await findWhose(scope, email);
    await audit(scope, "was refused a sign-in", onBehalf ? `person ${onBehalf.personId}` : "", { onBehalf });
  });
  countRefusedSignIn();
  throw new RuleBroken(field, REFUSED);
}

type Asked = { email: string; password: string; path?: string | undefined };

/** Begins a session by password. The session of a token that came along ends. */
export async function beginWithPassword({ path, ...input }: Asked, visit: Visit): Promise<Begun> {
  const { personId, attempt } = await proveByPassword(input, visit);
  return asSystem("signing in", async (scope) => {
    await forget(scope, attempt);
    return beginSession(scope, { personId, email: input.email, method: "password", path, visit });
  });
}

/** Begins a session as a person of the demonstration, without a password; anywhere else it is nobody's to do. */
export async function beginAsDemo(input: { email: string; path?: string | undefined }, visit: Visit): Promise<Begun> {
  if (!env().demo || !input.email.endsWith(DEMO_ADDRESS)) throw new NotAllowed();
  return asSystem("signing in to the demonstration", async (scope) => {
    const person = await scope.db.person.findFirst({
      where: { email: input.email, identities: { some: { issuer: DEMO_ISSUER } } },
      select: { id: true },
    });
    if (!person) throw new RuleBroken("", "Nobody has this address here. Choose somebody from the list.");
    const { email, path } = input;
    return beginSession(scope, { personId: person.id, email, method: "demonstration", path, visit });
  });
}

type Beginning = {
  readonly personId: string;
  readonly email: string;
  readonly method: Method;
  readonly path: string | undefined;
  readonly visit: Visit;
};

/** Begins a session in the earliest role of today, which waits for a second step where one is asked for. */
export async function beginSession(scope: SystemScope, beginning: Beginning): Promise<Begun> {
  const { personId, email, method, path, visit } = beginning;
  const roles = await listRolesToday(scope, personId);
  const [first] = roles;
  if (!first) throw new RuleBroken("email", NO_ROLE);
  const step = await scope.db.secondStep.findUnique({ where: { personId }, select: { confirmedAt: true } });
  const awaiting = awaitedOf(method, Boolean(step?.confirmedAt), roles);
  const now = new Date();
  if (visit.token !== null) {
    const tokenHash = hashToken(visit.token);
    await scope.db.session.updateMany({ where: { tokenHash, endedAt: null }, data: { endedAt: now } });
  }
  const token = newToken();
  const when = { startedAt: now, lastSeenAt: now, confirmedAt: awaiting ? null : now };
  const who = { personId, roleHoldingId: first.id, browser: visit.browser };
  await scope.db.session.createMany({
    data: { id: uuidv7(), tokenHash: hashToken(token), ...who, ...when, method, awaiting },
  });
  if (awaiting) return { token, where: stepPage(awaiting, path), known: null };
  await auditSignedIn(scope, personId, first);
  return { token, where: firstPage(roles, path), known: method === "demonstration" ? null : email };
}

/** Puts on record that a session is open, in the role that it begins in. */
export async function auditSignedIn(
  scope: SystemScope,
  personId: string,
  role: Parameters<typeof actingIn>[1],
): Promise<void> {
  await audit(scope, "signed in", `person ${personId} in role ${role.id}`, { onBehalf: actingIn(personId, role) });
}
