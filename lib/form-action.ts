/**
 * The one way a form reaches a command: same origin, zod, one scope, and what was typed handed back with a sentence when
 * a rule is broken (React 19 empties a form after an action).
 */
import "server-only";
import { headers } from "next/headers.js";
import type { z } from "zod";
import { RuleBroken } from "#lib/errors.ts";
import type { FormState, Problem } from "#lib/form-state.ts";
import { isOwnOrigin } from "#lib/origin.ts";
import { asSignedIn, type Scope } from "#lib/scope.ts";

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Never handed back to the browser. */
const SECRET_FIELDS = ["password"];

/**
 * A form of a signed-in person. `next` says where to go afterwards, from what the command answered.
 * Next.js lets a request without an Origin header through with a warning; here it is refused.
 */
export function formAction<S extends z.ZodType, R>(
  schema: S,
  command: (scope: Scope, input: z.output<S>) => Promise<R>,
  next: (answer: R, input: z.output<S>) => string,
): FormAction {
  return fromForm(schema, async (input) => {
    const answer = await asSignedIn((scope) => command(scope, input), "write");
    return next(answer, input);
  });
}

/** A form that anyone may send. The command opens its own scope, asSystem or asPublic. */
export function publicFormAction<S extends z.ZodType>(
  schema: S,
  command: (input: z.output<S>) => Promise<string>,
): FormAction {
  return fromForm(schema, command);
}

function fromForm<S extends z.ZodType>(schema: S, work: (input: z.output<S>) => Promise<string>): FormAction {
  return async (_previous, form) => {
    await assertSameOrigin();
    const sent = fields(form);
    const typed = Object.fromEntries(Object.entries(sent).filter(([name]) => !SECRET_FIELDS.includes(name)));
    const found = schema.safeParse(sent);
    if (!found.success) return { typed, problems: problemsOf(found.error) };
    let where: string;
    try {
      where = await work(found.data);
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      return { typed, problems: [{ field: error.field, message: error.message }] };
    }
    const { redirect } = await import("next/navigation.js");
    return redirect(where);
  };
}

function fields(form: FormData): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && !name.startsWith("$ACTION")) sent[name] = value;
  return sent;
}

/** One sentence a field: the first thing to mend. */
function problemsOf(error: z.ZodError): Problem[] {
  const seen = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    if (!seen.has(field)) seen.set(field, issue.message);
  }
  return [...seen].map(([field, message]) => ({ field, message }));
}

async function assertSameOrigin(): Promise<void> {
  if (!isOwnOrigin((await headers()).get("origin"))) throw new Error("A form was sent from another site.");
}
