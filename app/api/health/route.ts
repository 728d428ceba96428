import { env } from "#lib/env.ts";
import { whyNotServe } from "#lib/scope.ts";

export const dynamic = "force-dynamic";

/** For whoever watches the portal: 200 when it may be served, else 503 and why, without a secret in it. */
export async function GET(): Promise<Response> {
  const problem = whyNotStart() ?? (await whyNotServe());
  const headers = { "Cache-Control": "no-store" };
  if (problem === null) return Response.json({ status: "ok", database: "ok" }, { headers });
  return Response.json({ status: "unavailable", database: problem }, { status: 503, headers });
}

function whyNotStart(): string | null {
  try {
    env();
    return null;
  } catch (error) {
    return (error as Error).message.replaceAll(/\n- /g, " ");
  }
}
