/**
 * Showing again that it is you, before what would hurt most if somebody else sat at the screen: giving and ending roles,
 * taking data out. It holds for ten minutes (portal.session_opened); signing in counts.
 */
import type { Actor } from "#lib/auth/actor.ts";
import { NotConfirmed } from "#lib/errors.ts";

/** For the command. Throws NotConfirmed, which the form says in a sentence that keeps what was typed. */
export function assertConfirmed({ actor }: { readonly actor: Actor }): void {
  if (!actor.confirmed) throw new NotConfirmed();
}

/** The page on which they show it, and from which they come back to `path`. */
export function confirmPage(path: string): string {
  return `/confirm?path=${encodeURIComponent(path)}`;
}
