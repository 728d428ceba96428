/**
 * Answers an upload: a file that is understood waits for confirmation on its own page, anything else is a sentence on the
 * page it came from, and nothing of it is kept. A route and not a server action, because the limit of an action's body
 * answers with a bare error. No transaction is open while the file is on its way or being read.
 */
import "server-only";
import { readSessionToken } from "#lib/auth/session.ts";
import { isOwnOrigin } from "#lib/origin.ts";
import { asSession } from "#lib/scope.ts";
import { readIn } from "./commands.ts";
import { canImport } from "./policy.ts";
import { readImport } from "./read-import.ts";
import { receiveUpload } from "./receive-upload.ts";
import { keepRefusals, REFUSED } from "./refusal-cookie.ts";

export async function answerUpload(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers.get("origin"))) return words(403, "This form was sent from another site.");
  const token = await readSessionToken();
  const who =
    token && (await asSession(token, async ({ actor, today }) => ({ may: canImport(actor), today: today.toString() })));
  if (!token || !who) return goTo("/sign-in");
  if (!who.answer.may) return words(404, "There is nothing here.");

  const upload = await receiveUpload(request);
  if ("refusal" in upload) return refuse([upload.refusal]);
  const read = await readImport(upload.bytes, who.answer.today);
  if ("refusals" in read) return refuse(read.refusals);
  const kept = await asSession(token, (scope) => readIn(scope, { ...upload, kind: read.kind }), "write");
  return goTo(kept ? `/imports/${kept.answer.importId}` : "/sign-in");
}

async function refuse(sentences: readonly string[]): Promise<Response> {
  await keepRefusals(sentences);
  return goTo(REFUSED);
}

/** 303: the browser fetches the next page and does not send the file there. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

function words(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
