/**
 * Which code of an app is accepted, and what is said of one that is not. A code of the 30 seconds before or after passes
 * (RFC 6238, section 5.2). One that would have been right minutes ago tells that a clock is wrong: it does not pass, but
 * the person learns why.
 */
const STEP_MINUTES = 0.5;
const STEPS_ACCEPTED = 1;
/** Five minutes either way. */
export const STEPS_LOOKED_AT = 10;

export const WRONG_CODE =
  "This code is not right. Enter the one that your app shows now, or one of your recovery codes.";
export const USED_CODE = "This code was used already. Wait until your app shows the next one, then enter that.";

/** Null when a code so many steps off is accepted, else the sentence that refuses it. `off` null: it is no code of these minutes. */
export function codeProblem(off: number | null): string | null {
  if (off === null) return WRONG_CODE;
  if (Math.abs(off) <= STEPS_ACCEPTED) return null;
  const minutes = Math.max(1, Math.round(Math.abs(off) * STEP_MINUTES));
  const about = `${minutes === 1 ? "a minute" : `${minutes} minutes`} ${off < 0 ? "slow" : "fast"}`;
  return `The clock of your phone is about ${about}, so its codes are not accepted. Set it to automatic in its settings, then enter a new code.`;
}

export type Typed = { readonly kind: "app" | "recovery"; readonly code: string } | null;

/** What somebody typed, spaces and hyphens taken out: six digits of the app, or a recovery code; null when it is neither. */
export function readCode(typed: string): Typed {
  const bare = typed
    .normalize("NFKC")
    .replaceAll(/[\s\-–]/g, "")
    .toLowerCase();
  if (/^\d{6}$/.test(bare)) return { kind: "app", code: bare };
  // Letters that look like a digit are not in the codes, so they were misread.
  const code = bare.replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return RECOVERY.test(code) ? { kind: "recovery", code } : null;
}

export const RECOVERY_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
export const RECOVERY_LENGTH = 12;
export const RECOVERY_CODES = 10;
const RECOVERY = new RegExp(`^[${RECOVERY_ALPHABET}]{${RECOVERY_LENGTH}}$`);

/** "abcd-efgh-jkmn", "ABCD EFGH": in groups of four, to read aloud and to type. */
export function inFours(text: string, between: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(between);
}
