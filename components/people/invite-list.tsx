import { longDate } from "#lib/dates.ts";
import type { InvitationView } from "#lib/people/invite-queries.ts";
import { roleName } from "#lib/people/words.ts";

/** The links that were given to somebody and still open something. */
export function InvitationList({ invitations }: { readonly invitations: readonly InvitationView[] }) {
  return (
    <section aria-labelledby="invitations" className="mt-12">
      <h2 id="invitations">Links not used yet</h2>
      {invitations.length === 0 ? (
        <p className="mt-2">None.</p>
      ) : (
        <ul className="mt-3 border-t-2 border-ink">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="grid gap-x-6 border-b border-line py-2.5 lg:grid-cols-[20rem_1fr_auto]">
              <p className="wrap-anywhere">
                {invitation.name}
                <span className="block text-[15px] text-soft">{invitation.email}</span>
              </p>
              <p className="wrap-anywhere">
                {invitedTo(invitation)}
                <span className="block text-[15px] text-soft">Works until {invitation.until}.</span>
              </p>
              <a href={`/people/invitations/${invitation.id}`} className="py-1">
                Change<span className="sr-only"> the link of {invitation.name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** "SENCO at Example Primary School, from 1 March 2026." */
export function invitedTo({ kind, role, organisation, fromOn, toOn }: InvitationView): string {
  if (kind === "new password" || !role || !fromOn) return "To set a new password.";
  const until = toOn === null ? "" : ` until ${longDate(toOn)}`;
  return `${roleName(role)} at ${organisation}, from ${longDate(fromOn)}${until}.`;
}
