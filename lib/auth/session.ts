import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers.js";
import { openToken, SESSION_HOURS, sealToken, sessionCookieName } from "#lib/auth/options.ts";
import { env } from "#lib/env.ts";

/** 256 random bits: nobody guesses a session. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: reading the table gives nobody a session. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

export async function readSessionToken(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName());
  return cookie ? openToken(cookie.value) : null;
}

export async function keepSessionToken(token: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sealToken(token), {
    httpOnly: true,
    sameSite: "lax",
    secure: env().secure,
    path: "/",
    maxAge: SESSION_HOURS * 3600,
  });
}

export async function dropSessionToken(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), path: "/", secure: env().secure });
}
