import { z } from "zod";

/**
 * The page a form came from, to go back to: a path of this portal and never another site. A browser reads "//" and "/\"
 * as the start of another site's address, and drops tabs and line ends while it reads (WHATWG URL), so none may be there.
 */
export const returnForm = z.object({
  path: z.string().regex(/^\/(?![/\\])[!-~]{0,2000}$/, "This is not a page of the portal"),
});
