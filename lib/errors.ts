/**
 * A rule of the domain was broken by what somebody sent. The message is a plain sentence that says what to do; the form
 * shows it beside `field` and keeps what was typed. Anything else that is thrown is our fault.
 */
export class RuleBroken extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.name = "RuleBroken";
    this.field = field;
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
