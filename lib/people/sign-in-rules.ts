/** What a sign-in still asks for, and where it leads. */
import { landingPage, needsSecondStep } from "./policy.ts";
import type { Role } from "./schema.ts";

/** How somebody came in (session.method). */
export type Method = "password" | "demonstration" | "invitation";
/** The step without which a session opens nothing (session.awaiting). */
export type Awaiting = "a code" | "a second step";

/** Minutes in which a sign-in must be finished once the password was right. */
export const MINUTES_TO_FINISH = 10;

/** Whoever has set up a second step is asked for a code; whoever holds a role that needs one must set it up. */
export function awaitedOf(
  method: Method,
  isSetUp: boolean,
  roles: readonly { readonly role: Role }[],
): Awaiting | null {
  if (method === "demonstration") return null;
  if (isSetUp) return "a code";
  return roles.some(({ role }) => needsSecondStep(role)) ? "a second step" : null;
}

const STEP_PAGE: Readonly<Record<Awaiting, string>> = {
  "a code": "/sign-in/code",
  "a second step": "/sign-in/second-step",
};

/** The page that shows new recovery codes, once. */
export const CODES_PAGE = "/account/recovery-codes";

/** The page on which what is awaited is done. `path` is where they wanted to go. */
export function stepPage(awaiting: Awaiting, path: string | undefined): string {
  return withPath(STEP_PAGE[awaiting], path);
}

/** The first page of whoever is signed in. Somebody with several roles chooses first: a page belongs to a role. */
export function firstPage(roles: readonly { readonly role: Role }[], path: string | undefined): string {
  const [only, ...others] = roles;
  if (!only || others.length > 0) return "/roles";
  return path ?? landingPage(only.role);
}

export function withPath(page: string, path: string | undefined): string {
  return path === undefined ? page : `${page}?path=${encodeURIComponent(path)}`;
}
