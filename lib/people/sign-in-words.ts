import { longDate } from "#lib/dates.ts";

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Why somebody is on the sign-in page, when it is not to sign in. */
export function whyHere(asked: Asked): string | null {
  if (asked["signed-out"]) return "You have signed out.";
  if (asked.unsent)
    return "You had been signed out, so what you sent was not done. Sign in and send it again: your browser’s Back button may bring back what you typed.";
  const begins = String(asked.begins);
  if (/^20\d\d-(0[1-9]|1[0-2])-\d\d$/.test(begins))
    return `Your account is ready. Your role begins on ${longDate(begins)}: sign in from that day on.`;
  return null;
}

const DONE: Readonly<Record<string, string>> = {
  ended: "The session has ended.",
  "ended-others": "Every other session of yours has ended.",
  password: "Your password is changed. Your other sessions have ended.",
};

/** What was just done to somebody's own account. */
export function doneToAccount(done: unknown): string | null {
  return typeof done === "string" && Object.hasOwn(DONE, done) ? (DONE[done] ?? null) : null;
}
