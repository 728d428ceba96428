/**
 * Carries why a file was refused to the next page, and no further: a cookie for a minute, read on that page alone. Its
 * sentences quote nothing of the file, and nothing of them stands in an address.
 */
import "server-only";
import { cookies } from "next/headers.js";
import { z } from "zod";
import { env } from "#lib/env.ts";

const NAME = "portal.refused";
const SECONDS = 60;
const LONGEST = 300;

const kept = z.array(z.string().max(LONGEST)).max(5);

/** Where a refused file leads: the page reads the cookie only here, so that a later visit does not meet old words. */
export const REFUSED = "/imports/new?refused=yes";

export async function keepRefusals(sentences: readonly string[]): Promise<void> {
  const value = JSON.stringify(sentences.slice(0, 5).map((sentence) => sentence.slice(0, LONGEST)));
  (await cookies()).set(NAME, Buffer.from(value).toString("base64url"), {
    httpOnly: true,
    sameSite: "lax",
    secure: env().secure,
    path: "/imports/new",
    maxAge: SECONDS,
  });
}

export async function readRefusals(): Promise<readonly string[]> {
  const sent = (await cookies()).get(NAME)?.value ?? "";
  try {
    return kept.parse(JSON.parse(Buffer.from(sent, "base64url").toString()));
  } catch {
    return [];
  }
}
