/** Why the portal did not answer, in words: for the page in the browser (app/error.tsx) and for the one without script. */
export type Failing = { readonly title: string; readonly what: string };

/** By digest. The first two are those of lib/errors.ts Unavailable; Next.js lets nothing else through of an error. */
const PASSING: Readonly<Record<string, Failing>> = {
  PORTAL_BUSY: {
    title: "The portal is busy",
    what: "Too many people are asking at once. Nothing that you sent was stored. Try again in a minute.",
  },
  PORTAL_UNSAFE: {
    title: "The portal cannot be opened now",
    what: "Its database is not in a state in which it may be served, so nothing is shown. Whoever runs the portal finds the reason at /api/health.",
  },
};

const BY_STATUS: Readonly<Record<number, Failing>> = {
  400: {
    title: "What was sent cannot be read",
    what: "Nothing was stored. It may have been cut off on its way: go back in your browser and send it again.",
  },
  404: {
    title: "This page is not here, or not yours to see",
    what: "If you typed the address, check it. If you followed a link, what it leads to may belong to another organisation or another area, or you may have to sign in first.",
  },
  405: {
    title: "The portal does not answer this",
    what: "It shows pages and takes the forms that stand on them. Open the page again.",
  },
  409: {
    title: "The page is older than the portal",
    what: "The portal was renewed after you opened the page. Nothing was stored: open the page again and send it from there.",
  },
  413: {
    title: "This is too much for one form",
    what: "Nothing was stored. Go back in your browser, shorten what you typed and send it again.",
  },
};

const UNKNOWN: Failing = {
  title: "Something went wrong",
  what: "This is a fault of the portal, not of what you did. If you sent something, look whether it is there before you send it again.",
};

/** Whether the failure is one that passes: to be answered with 503 and not with 500. */
export function isPassing(digest: string | undefined): boolean {
  return Object.hasOwn(PASSING, digest ?? "");
}

export function failingWords(digest: string | undefined): Failing {
  return (isPassing(digest) && PASSING[digest ?? ""]) || UNKNOWN;
}

/** For an answer that says no more than its status. */
export function statusWords(status: number): Failing {
  return BY_STATUS[status] ?? UNKNOWN;
}

/** What a page says whose form the portal no longer knows. */
export const RENEWED: Failing = statusWords(409);
