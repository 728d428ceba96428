/**
 * The one way a form reaches a command: same origin, zod, one scope, and what was typed handed back with a sentence when
 * a rule is broken (React 19 empties a form after an action) or when the session ended meanwhile.
 */
import "server-only";
import { headers } from "next/headers.js";
import type { z } from "zod";
import { readSessionToken } from "#lib/auth/session.ts";
import { NotAllowed, RuleBroken, SignedOut } from "#lib/errors.ts";
import type { FormState, Problem } from "#lib/form-state.ts";
import { isOwnOrigin } from "#lib/origin.ts";
import { signInPage } from "#lib/people/return-schema.ts";
import { asSession, type Scope } from "#lib/scope.ts";

/** In place of a page to go to: what the page of the form shows this once (FormState.shown). */
export type Shown = { readonly shown: Readonly<Record<string, string>> };

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** Never handed back to the browser. */
const SECRET_FIELDS = ["password", "presentPassword", "newPassword", "oneTimeCode"];

const UNREADABLE_FORM = "This did not come from a form of the portal. Open the page again and send it from there.";

/** What React adds to a form, and the one name that would change what an object is. */
const NOT_FIELDS = /^(\$ACTION.*|__proto__)$/s;

/**
 * A form of a signed-in person. `next` says where to go afterwards, from what the command answered.
 * Next.js lets a request without an Origin header through with a warning; here it is refused.
 */
export function formAction<S extends z.ZodType, R>(
  schema: S,
  command: (scope: Scope, input: z.output<S>) => Promise<R>,
  next: (answer: R, input: z.output<S>) => string | Shown,
): FormAction {
  return fromForm(schema, async (input) => {
    const token = await readSessionToken();
    const outcome = token === null ? null : await asSession(token, (scope) => command(scope, input), "write");
    if (!outcome) throw new SignedOut();
    return next(outcome.answer, input);
  });
}

/** A form that anyone may send. The command opens its own scope, asSystem or asPublic. */
export function publicFormAction<S extends z.ZodType>(
  schema: S,
  command: (input: z.output<S>) => Promise<string>,
): FormAction {
  return fromForm(schema, command);
}

function fromForm<S extends z.ZodType>(schema: S, work: (input: z.output<S>) => Promise<string | Shown>): FormAction {
  return async (_previous, form) => {
    await assertSameOrigin();
    // A call made by hand can bring anything in its place.
    if (!(form instanceof FormData)) return { typed: {}, problems: [{ field: "", message: UNREADABLE_FORM }] };
    const sent = fields(form);
    const typed = Object.fromEntries(Object.entries(sent).filter(([name]) => !SECRET_FIELDS.includes(name)));
    const found = schema.safeParse(sent);
    if (!found.success) return { typed, problems: problemsOf(found.error) };
    const outcome = await attempt(() => work(found.data));
    if (outcome instanceof RuleBroken) return { typed, problems: [problemFrom(outcome)] };
    if (typeof outcome === "object" && "shown" in outcome) return { typed: {}, problems: [], shown: outcome.shown };
    // Not at the top: the tests run this file in plain Node, where that module does not load.
    const { notFound, redirect } = await import("next/navigation.js");
    return outcome instanceof NotAllowed ? notFound() : redirect(outcome);
  };
}

/** Where to go next, or what was in the way. Anything else that is thrown reaches error.tsx. */
async function attempt(work: () => Promise<string | Shown>): Promise<string | Shown | RuleBroken | NotAllowed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignedOut && !(await isSentByScript())) return await signInAgain();
    if (error instanceof RuleBroken || error instanceof NotAllowed) return error;
    throw error;
  }
}

function problemFrom({ field, message, link }: RuleBroken): Problem {
  return { field, message, ...(link ? { link } : {}) };
}

async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** Without script the page would be made anew, which takes a session: the sign-in page says what happened instead. */
async function signInAgain(): Promise<string> {
  const from = URL.parse((await headers()).get("referer") ?? "");
  return signInPage(from && isOwnOrigin(from.origin) ? from.pathname + from.search : undefined, "unsent");
}

function fields(form: FormData): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && !NOT_FIELDS.test(name)) sent[name] = value;
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
