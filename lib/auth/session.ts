import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers.js";
import { cookieName, openToken, SESSION_HOURS, sealToken } from "#lib/auth/options.ts";
import { env } from "#lib/env.ts";

/** 256 random bits: nobody guesses a session. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: reading the table gives nobody a session. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

type Kept = Parameters<typeof cookieName>[0];

export async function readCookie(kept: Kept): Promise<string | undefined> {
  return (await cookies()).get(cookieName(kept))?.value;
}

/** Keeps a sealed value in the browser, out of reach of scripts and of other sites' forms. */
export async function keepCookie(kept: Kept, value: string, maxAge: number): Promise<void> {
  const reach = { httpOnly: true, sameSite: "lax", secure: env().secure, path: "/" } as const;
  (await cookies()).set(cookieName(kept), value, { ...reach, maxAge });
}

export async function dropCookie(kept: Kept): Promise<void> {
  (await cookies()).delete({ name: cookieName(kept), path: "/", secure: env().secure });
}

export async function readSessionToken(): Promise<string | null> {
  const cookie = await readCookie("session");
  return cookie === undefined ? null : openToken(cookie);
}

export async function keepSessionToken(token: string): Promise<void> {
  await keepCookie("session", await sealToken(token), SESSION_HOURS * 3600);
}

export async function dropSessionToken(): Promise<void> {
  await dropCookie("session");
}
