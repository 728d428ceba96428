/**
 * Counts wrong sign-ins. An attempt is counted before anything is looked at and taken back when it was right: of a hundred
 * at the same moment only as many are looked at as are free, since each waits for the row that the one before it counts in.
 *
 * Every attempt takes the same statements, whether anybody has the address or not. Rows are keyed hashes and name nobody.
 */
import "server-only";
import { keyedHash } from "#lib/auth/keys.ts";
import { nonceOf } from "#lib/auth/known-browser.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { RuleBroken } from "#lib/errors.ts";
import { countRefusedSignIn } from "#lib/metrics.ts";
import { asSystem, type SystemScope } from "#lib/scope.ts";
import { type Count, type Counted, failuresNow, secondsToWait, waitSentence } from "./brake-rules.ts";

/** Where an attempt is counted. */
export type Brake = { readonly counted: Counted; readonly key: Uint8Array<ArrayBuffer> };
/** What is being tried: whoever has the password has not got the code, and right passwords forget no wrong code. */
export type Tried = "password" | "code";
/** An attempt that is counted as wrong, with what stood there before. */
export type Attempt = readonly { readonly brake: Brake; readonly at: Date; readonly before: Date }[];

/** Long past: a count that no longer holds, and goes when rows are next swept away. */
const FORGOTTEN = new Date(0);
const MOST_SWEPT = 20;

function brake(counted: Counted, of: string): Brake {
  return { counted, key: keyedHash("sign-in brake", `${counted}:${of}`) };
}

/** A known browser counts for itself and is slowed by no other; anyone else counts for the account and for the address. */
export function brakesOf(email: string, visit: Pick<Visit, "known" | "address">, tried: Tried): Brake[] {
  const nonce = nonceOf(visit.known, email);
  if (nonce !== null) return [brake("browser", `${email}:${nonce}:${tried}`)];
  const account = brake("account", `${email}:${tried}`);
  return visit.address === "unknown" ? [account] : [account, brake("address", visit.address)];
}

/** For somebody who is signed in and shows again that it is they: nobody else's attempts are in this count. */
export function brakesOfSession(sessionId: string): Brake[] {
  return [brake("session", sessionId)];
}

type Row = Count & { readonly key: Uint8Array };

/** Counts an attempt as wrong until it is taken back, or answers with the seconds to wait when it may not be made yet. */
export async function countAttempt({ db }: SystemScope, brakes: readonly Brake[]): Promise<Attempt | number> {
  const now = new Date();
  // The update of nothing locks a row that is there; in the order of the keys, so that no two wait for one another.
  const rows = await db.$queryRaw<Row[]>`
    insert into sign_in_brake as b (key, failures, last_at)
    select k, 1, ${FORGOTTEN}::timestamptz from unnest(${brakes.map(({ key }) => key)}::bytea[]) k order by k
    on conflict (key) do update set failures = b.failures returning key, failures, last_at as "lastAt"`;
  const counts = brakes.flatMap((of) => {
    const row = rows.find(({ key }) => Buffer.compare(key, of.key) === 0);
    return row ? [{ of, row }] : [];
  });
  const wait = Math.max(0, ...counts.map(({ of, row }) => secondsToWait(of.counted, row, now)));
  if (wait > 0) return wait;
  for (const { of, row } of counts) {
    const failures = failuresNow(of.counted, row, now) + 1;
    await db.signInBrake.updateMany({ where: { key: of.key }, data: { failures, lastAt: now } });
  }
  await db.$executeRaw`delete from sign_in_brake where key in (
    select key from sign_in_brake where last_at < now() - interval '25 hours' limit ${MOST_SWEPT} for update skip locked)`;
  return counts.map(({ of, row }) => ({ brake: of, at: now, before: row.lastAt }));
}

/** The attempt, or the refusal that says how long to wait. Outside the transaction that counted, which must not be undone. */
export function unlessTooMany(field: string, counted: Attempt | number): Attempt {
  if (typeof counted !== "number") return counted;
  countRefusedSignIn();
  throw new RuleBroken(field, waitSentence(counted));
}

/** Takes the attempt back, as if it had not been made. */
export async function takeBack({ db }: SystemScope, attempt: Attempt): Promise<void> {
  for (const {
    brake: { key },
    at,
    before,
  } of inOrder(attempt)) {
    await db.$executeRaw`update sign_in_brake set failures = greatest(1, failures - 1),
      last_at = case when failures = 1 then ${FORGOTTEN}::timestamptz when last_at = ${at}::timestamptz then ${before}::timestamptz
        else last_at end where key = ${key}`;
  }
}

/** Forgets what was counted: they have shown who they are. An address only takes the attempt back: it is shared. */
export async function forget(scope: SystemScope, attempt: Attempt): Promise<void> {
  for (const one of inOrder(attempt)) {
    if (one.brake.counted === "address") await takeBack(scope, [one]);
    else {
      const data = { failures: 1, lastAt: FORGOTTEN };
      await scope.db.signInBrake.updateMany({ where: { key: one.brake.key }, data });
    }
  }
}

/** Runs what looks at the attempt. When the portal cannot answer, the attempt is nobody's fault. */
export async function lookingAt<T>(attempt: Attempt, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof RuleBroken)) await asSystem("taking back an attempt", (scope) => takeBack(scope, attempt));
    throw error;
  }
}

function inOrder(attempt: Attempt): Attempt {
  return attempt.toSorted((one, other) => Buffer.compare(one.brake.key, other.brake.key));
}
