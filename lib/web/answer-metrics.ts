import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";
import { readMetrics } from "#lib/metrics.ts";

/** The counts for whoever brings the token of PORTAL_METRICS_TOKEN; without such a token the portal has no such page. */
export async function answerMetrics(authorization: string | null): Promise<Response> {
  const { metricsToken } = env();
  if (metricsToken === null) return words(404, "There is nothing here.");
  if (!isSame(authorization ?? "", `Bearer ${metricsToken}`)) {
    return words(401, "Send the token of PORTAL_METRICS_TOKEN.", { "www-authenticate": "Bearer" });
  }
  const { text, contentType } = await readMetrics();
  return new Response(text, { headers: { "content-type": contentType } });
}

/** Takes the same time wherever the two differ, and however long they are. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function words(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  return new Response(sentence, { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers } });
}
