/**
 * Answers a form that asks for a file: by POST and from one of our own pages, because an export is an act that goes on
 * record. Whatever stands in the way sends back to the page the form is on, with the reason as `refused`.
 */
import "server-only";
import { readSessionToken } from "#lib/auth/session.ts";
import { csvAnswer } from "#lib/csv.ts";
import { NotAllowed, NotConfirmed, RuleBroken } from "#lib/errors.ts";
import { isOwnOrigin } from "#lib/origin.ts";
import { confirmPage } from "#lib/people/confirm-rules.ts";
import { asSession, type Scope } from "#lib/scope.ts";

export type Export<Input> = {
  /** The file's name without its ending; the day is added. */
  readonly name: string;
  /** What the form asks for. */
  readonly read: (fields: Readonly<Record<string, string>>) => Input;
  /** The file's text. It refuses whoever may not, or has not shown that it is they; it writes its line of the record in the same transaction. */
  readonly make: (scope: Scope, input: Input) => Promise<string>;
  /** The page of the form, as it was; with `refused`, it says that the file would be too long. */
  readonly page: (input: Input, refused?: "too many") => string;
};

const MOST_BYTES = 65_536;

export async function answerExport<Input>(
  request: Request,
  { name, read, make, page }: Export<Input>,
): Promise<Response> {
  if (!isOwnOrigin(request.headers.get("origin"))) return words(403, "This form was sent from another site.");
  const token = await readSessionToken();
  if (token === null) return goTo("/sign-in");
  const fields = await readFields(request);
  if (fields === null) return words(400, "This form could not be read. Go back and send it again.");
  const input = read(fields);
  try {
    const made = await asSession(
      token,
      async (scope) => ({ text: await make(scope, input), today: scope.today }),
      "write",
    );
    return made ? csvAnswer(`${name}-${made.answer.today}.csv`, made.answer.text) : goTo("/sign-in");
  } catch (error) {
    if (error instanceof NotAllowed) return words(404, "There is nothing here.");
    if (error instanceof NotConfirmed) return goTo(confirmPage(page(input)));
    if (error instanceof RuleBroken) return goTo(page(input, error.field === "" ? "too many" : undefined));
    throw error;
  }
}

/** The fields of a form no longer than any of ours; null for anything else. The first of several by one name counts. */
async function readFields(request: Request): Promise<Record<string, string> | null> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES)) return null;
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  const fields: Record<string, string> = Object.create(null);
  for (const [field, value] of form) if (typeof value === "string" && !(field in fields)) fields[field] = value;
  return fields;
}

/** 303: the browser fetches the page and does not send the form there. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

function words(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
