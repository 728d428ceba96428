import { readKnown, sealKnown } from "#lib/auth/known-browser.ts";
import type { Visit } from "#lib/auth/visit.ts";

/** A browser that comes to sign in: by default a new one, from an address that nobody counts. */
export function visit(wishes: Partial<Visit> = {}): Visit {
  return { token: null, browser: "Firefox on Windows", address: "unknown", known: [], ...wishes };
}

/** The same browser once this account has signed in in it. */
export async function knownVisit(email: string, wishes: Partial<Visit> = {}): Promise<Visit> {
  const known = await readKnown(await sealKnown([], email));
  return visit({ ...wishes, known });
}
