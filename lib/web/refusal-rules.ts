/** What is answered before any page is asked: a request that no page of the portal can have sent. */
import { statusWords } from "#lib/failure-words.ts";

export type Sent = {
  readonly method: string;
  /** As it stands in the first line of the request. */
  readonly url: string;
  /** Whether it says that it comes from one of our own pages. */
  readonly ownOrigin: boolean;
  /** How many bytes it says that it brings; NaN when it does not say. */
  readonly length: number;
};

export type Refusal = { readonly status: 400 | 403 | 405 | 413; readonly title: string; readonly what: string };

export const METHODS = ["GET", "HEAD", "POST"];

/** The form with the longest fields we have, many times over. Files go to UPLOAD, which counts for itself. */
export const LARGEST_FORM_BYTES = 2 * 1024 * 1024;
export const UPLOAD = "/imports/upload";

/** Null for what may go on to its page. */
export function refusalOf({ method, url, ownOrigin, length }: Sent): Refusal | null {
  if (!METHODS.includes(method)) return { status: 405, ...statusWords(405) };
  if (!isReadable(url)) {
    return {
      status: 400,
      title: "The address cannot be read",
      what: "It holds signs that no address of the portal has. If you followed a link, it may have been cut off; start from the first page.",
    };
  }
  if (method !== "POST") return null;
  if (!ownOrigin) {
    return {
      status: 403,
      title: "This did not come from a page of the portal",
      what: "Nothing was stored. Open the page again, at the address that you were given for the portal, and send it from there.",
    };
  }
  if (length > LARGEST_FORM_BYTES && pathOf(url) !== UPLOAD) return { status: 413, ...statusWords(413) };
  return null;
}

/** The path of a request's first line, without its query. */
export function pathOf(url: string): string {
  return url.split("?", 1)[0] ?? "";
}

/** UTF-8 without a NUL: what Postgres takes, and what every page may therefore look up as it stands. */
function isReadable(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    return !decodeURIComponent(url).includes("\u0000");
  } catch {
    return false;
  }
}
