/**
 * next-auth lives only here. It seals what our cookies carry (an encrypted JWT): the session token, whose session is asked
 * of our own `session` rows on every request, so that ending it works at once; which accounts signed in here before; and
 * recovery codes on their way to the page that shows them.
 */
import { decode, encode } from "next-auth/jwt";
import { env } from "#lib/env.ts";

/** A session lives at most 12 hours, whatever is done with it; 30 minutes without a request end it (policies/people.sql). */
export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;

/** The __Host- prefix needs https; over http on this machine Safari would drop such a cookie. */
export function cookieName(name: "session" | "known" | "codes"): string {
  return env().secure ? `__Host-portal.${name}` : `portal.${name}`;
}

export function sessionCookieName(): string {
  return cookieName("session");
}

export async function sealToken(token: string): Promise<string> {
  return encode({ token: { session: token }, secret: env().secret, maxAge: SESSION_HOURS * 3600 });
}

/** The session token inside a cookie, or null when the cookie was not sealed by this portal or is too old. */
export async function openToken(cookie: string): Promise<string | null> {
  try {
    const found = await decode({ token: cookie, secret: env().secret });
    return typeof found?.session === "string" ? found.session : null;
  } catch {
    return null;
  }
}

/** Seals words for a cookie of another kind. `kind` is part of the key: one cookie cannot stand for another. */
export async function sealWords(kind: string, words: Record<string, unknown>, seconds: number): Promise<string> {
  return encode({ token: words, secret: env().secret, maxAge: seconds, salt: kind });
}

/** What sealWords sealed, or null when it was not, or is too old. */
export async function openWords(kind: string, cookie: string): Promise<Record<string, unknown> | null> {
  try {
    return await decode({ token: cookie, secret: env().secret, salt: kind });
  } catch {
    return null;
  }
}
