import "server-only";
import { headers } from "next/headers.js";
import { browserName } from "#lib/browser-name.ts";
import { clientAddress } from "#lib/request.ts";
import { KNOWN_SECONDS, type Known, readKnown, sealKnown } from "./known-browser.ts";
import { keepCookie, readCookie, readSessionToken } from "./session.ts";

/** What is known of a browser that comes to sign in. */
export type Visit = {
  /** The token of a session that it brings along. */
  readonly token: string | null;
  /** "Firefox on Windows" */
  readonly browser: string;
  /** The network address to count attempts by; "unknown" counts for nobody. */
  readonly address: string;
  readonly known: Known;
};

export async function visitNow(): Promise<Visit> {
  return {
    token: await readSessionToken(),
    browser: browserName((await headers()).get("user-agent") ?? ""),
    address: await clientAddress(),
    known: await readKnown(await readCookie("known")),
  };
}

/** From now on this browser is one in which the account has signed in. */
export async function keepKnown(visit: Visit, email: string): Promise<void> {
  await keepCookie("known", await sealKnown(visit.known, email), KNOWN_SECONDS);
}
