/**
 * The cookie of a browser in which somebody has signed in before (OWASP, "Slow down online guessing attacks with device
 * cookies"): such a browser has a count of its own, so that whoever keeps failing elsewhere never keeps the owner out.
 * It names nobody: an account stands in it as a keyed hash.
 */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { keyedHash } from "./keys.ts";
import { openWords, sealWords } from "./options.ts";

const KIND = "known browser";
/** A desk that several people share; the one that signed in longest ago is forgotten first. */
const MOST_ACCOUNTS = 5;
export const KNOWN_SECONDS = 180 * 24 * 3600;

const known = z.array(z.object({ account: z.string().max(64), nonce: z.string().max(64) })).max(MOST_ACCOUNTS);
/** Which accounts signed in in this browser, the latest first. */
export type Known = z.output<typeof known>;

function nameOf(email: string): string {
  return Buffer.from(keyedHash("sign-in brake", `known:${email}`)).toString("base64url");
}

export async function readKnown(cookie: string | undefined): Promise<Known> {
  const found = cookie === undefined ? null : await openWords(KIND, cookie);
  return known.catch([]).parse(found?.accounts);
}

/** What tells this browser's count for the account from every other, or null where the account never signed in. */
export function nonceOf(accounts: Known, email: string): string | null {
  return accounts.find(({ account }) => account === nameOf(email))?.nonce ?? null;
}

/** The cookie to keep now that the account has signed in here. */
export async function sealKnown(accounts: Known, email: string): Promise<string> {
  const nonce = nonceOf(accounts, email) ?? randomBytes(18).toString("base64url");
  const others = accounts.filter(({ account }) => account !== nameOf(email));
  return sealWords(
    KIND,
    { accounts: [{ account: nameOf(email), nonce }, ...others].slice(0, MOST_ACCOUNTS) },
    KNOWN_SECONDS,
  );
}
