import "server-only";
import { candidateSecret, qrPath, secretToShow } from "#lib/auth/totp.ts";
import { inFours } from "./second-step-rules.ts";

/** A key to set up, as a page shows it: to scan, to open in an app, to type in groups of four. */
export type NewStepView = {
  readonly qr: { readonly size: number; readonly path: string };
  readonly link: string;
  readonly key: string;
};

/** The key that this session may set up. `replaces` is when the one in force was set up, or null. */
export function newStepView(sessionId: string, email: string, replaces: Date | null): NewStepView {
  const { typed, link } = secretToShow(candidateSecret(sessionId, replaces), email);
  return { qr: qrPath(link), link, key: inFours(typed, " ") };
}
