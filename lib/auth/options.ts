/**
 * next-auth lives only here. It seals our session token into the cookie (an encrypted JWT); whether the session is alive
 * is asked of our own `session` rows on every request, so that ending it works at once.
 */
import { decode, encode } from "next-auth/jwt";
import { env } from "#lib/env.ts";

/** A session lives at most 12 hours, whatever is done with it; 30 minutes without a request end it (policies/people.sql). */
export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;

/** The __Host- prefix needs https; over http on this machine Safari would drop such a cookie. */
export function sessionCookieName(): string {
  return env().secure ? "__Host-portal.session" : "portal.session";
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
