import { z } from "zod";

/**
 * The page a form came from, to go back to: a path of this portal and never another site. A browser reads "//" and "/\"
 * as the start of another site's address, and drops tabs and line ends while it reads (WHATWG URL), so none may be there.
 */
export const pagePath = z.string().regex(/^\/(?![/\\])[!-~]{0,2000}$/, "This is not a page of the portal");

export const returnForm = z.object({ path: pagePath });

/** The same as an address or a hidden field brings it; anything else is no page to go back to. */
export const returnPath = pagePath.optional().catch(undefined);

/** Where to sign in, and come back from to `path`. `why` is what the page says first. */
export function signInPage(path?: string, why?: "unsent"): string {
  const known = new URLSearchParams({ ...(why ? { [why]: "yes" } : {}), ...(path ? { path } : {}) });
  return known.size > 0 ? `/sign-in?${known}` : "/sign-in";
}
