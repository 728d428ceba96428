/**
 * Codes of an authenticator app (TOTP, RFC 6238): six digits, SHA-1, 30 seconds, which is what every app can do. Which code
 * is accepted is a rule (lib/people/second-step-rules.ts).
 */
import { timingSafeEqual } from "node:crypto";
import { generateSync, generateURI, ScureBase32Plugin } from "otplib";
import { encode } from "uqr";
import { keyedHash } from "./keys.ts";

export const STEP_SECONDS = 30;
const SECRET_BYTES = 20;

export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / STEP_SECONDS);
}

export function codeOfStep(secret: Uint8Array, step: number): string {
  return generateSync({ secret, epoch: step * STEP_SECONDS });
}

/** How many steps off the code is, the nearest first, within `furthest`; null when it is none of them. */
export function stepsOff(secret: Uint8Array, code: string, now: number, furthest: number): number | null {
  const typed = Buffer.from(code);
  const distances = Array.from({ length: furthest }, (_, index) => [-index - 1, index + 1]).flat();
  // All are made, whichever is right: how long it takes says nothing.
  const right = [0, ...distances].filter((off) => {
    const made = Buffer.from(codeOfStep(secret, now + off));
    return made.length === typed.length && timingSafeEqual(made, typed);
  });
  return right[0] ?? null;
}

/**
 * A secret to set up in this session. It is made of the session's id, so that it is the same however often the page is
 * opened and nothing is kept before a code proves it; `replaces` is when the one that it replaces was set up.
 */
export function candidateSecret(sessionId: string, replaces: Date | null): Uint8Array<ArrayBuffer> {
  const made = keyedHash("candidate for a second step", `${sessionId} ${replaces?.toISOString() ?? ""}`);
  return made.slice(0, SECRET_BYTES);
}

/** A secret as people type it (base32) and as an app takes it up by a link. */
export function secretToShow(secret: Uint8Array, account: string): { readonly typed: string; readonly link: string } {
  const typed = new ScureBase32Plugin().encode(secret, { padding: false });
  return { typed, link: generateURI({ issuer: "SEND partnership portal", label: account, secret: typed }) };
}

/** A QR code as an SVG path in a square of `size` units, with the quiet zone of four that readers need. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const runs = data.flatMap((row, y) => {
    const line = row.map((dark) => (dark ? "1" : "0")).join("");
    return [...line.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`);
  });
  return { size, path: runs.join("") };
}
