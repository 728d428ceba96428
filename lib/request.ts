import "server-only";
import { headers } from "next/headers.js";

/** The id of the request that is being answered, as proxy.ts gave it; null outside one (the seed, a test). */
export async function requestId(): Promise<string | null> {
  try {
    return (await headers()).get("x-request-id");
  } catch {
    return null;
  }
}
