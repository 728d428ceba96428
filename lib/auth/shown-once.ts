/**
 * Carries new recovery codes to the page that shows them, and no further: sealed in a cookie for ten minutes, so that the
 * page can be opened again when it was closed too soon, and gone when the person goes on.
 */
import "server-only";
import { z } from "zod";
import { openWords, sealWords } from "./options.ts";
import { keepCookie, readCookie } from "./session.ts";

const KIND = "recovery codes";
const SECONDS = 600;

const shown = z.object({ personId: z.string(), codes: z.array(z.string()) });

export async function keepCodes(personId: string, codes: readonly string[]): Promise<void> {
  await keepCookie("codes", await sealWords(KIND, { personId, codes }, SECONDS), SECONDS);
}

/** The codes that this person is to be shown in this browser, or null. */
export async function readCodes(personId: string): Promise<readonly string[] | null> {
  const cookie = await readCookie("codes");
  const found = shown.safeParse(cookie === undefined ? null : await openWords(KIND, cookie));
  return found.success && found.data.personId === personId ? found.data.codes : null;
}
