/** A page that helps to mend a problem. It opens in a new tab, so that what was typed stays. */
export type WayOut = { readonly href: string; readonly text: string };

/**
 * A rule of the domain was broken by what somebody sent. The message is a plain sentence that says what to do; the form
 * shows it beside `field` and keeps what was typed. Anything else that is thrown is our fault.
 */
export class RuleBroken extends Error {
  readonly field: string;
  readonly link: WayOut | undefined;

  constructor(field: string, message: string, link?: WayOut) {
    super(message);
    this.name = "RuleBroken";
    this.field = field;
    this.link = link;
  }
}

/** They must first show that it is still they. What they sent was not done. */
export class NotConfirmed extends RuleBroken {
  constructor() {
    super(
      "",
      "Nothing was changed yet: this needs you to show again that it is you. Do it in a new tab, then send this again. What you typed is still here.",
      { href: "/confirm", text: "Show that it is you" },
    );
    this.name = "NotConfirmed";
  }
}

/** Their session ended before they sent something. It was not done. */
export class SignedOut extends RuleBroken {
  constructor() {
    super(
      "",
      "You have been signed out, so nothing was changed. Sign in again in a new tab, then send this again. What you typed is still here.",
      { href: "/sign-in", text: "Sign in" },
    );
    this.name = "SignedOut";
  }
}

/** Not this person's to do. Shown as "not there": the two look the same. */
export class NotAllowed extends Error {
  constructor() {
    super("This is not yours to do.");
    this.name = "NotAllowed";
  }
}

/**
 * The portal cannot answer now, and why, in a sentence. `digest` is what reaches the browser in production, where Next.js
 * withholds messages; app/error.tsx says it in words.
 */
export class Unavailable extends Error {
  readonly digest: "PORTAL_BUSY" | "PORTAL_UNSAFE";

  constructor(digest: "PORTAL_BUSY" | "PORTAL_UNSAFE", message: string) {
    super(message);
    this.name = "Unavailable";
    this.digest = digest;
  }
}
