import { ButtonForm } from "#components/ui/form.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { SessionView } from "#lib/people/account-queries.ts";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** Where somebody is signed in. A session that they do not know is one to end. */
export function AccountSessions(props: {
  readonly sessions: readonly SessionView[];
  readonly endSession: Action;
  readonly endOthers: Action;
}) {
  return (
    <section aria-labelledby="sessions" className="mt-10 max-w-3xl">
      <h2 id="sessions">Where you are signed in</h2>
      <p className="mt-1">
        One that you do not know? End it, then change your password. A session that is ended opens nothing any more, at
        its next click.
      </p>
      <ul className="mt-3 divide-y divide-line border-t-2 border-ink">
        {props.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <p>
              <b className="inline-block font-semibold first-letter:uppercase">{session.browser}</b>{" "}
              {session.isThisOne && <Tag>This one</Tag>}
              <span className="block text-soft">
                since {session.since}, last seen {session.lastSeen}
              </span>
            </p>
            {!session.isThisOne && (
              <ButtonForm
                action={props.endSession}
                fields={{ sessionId: session.id }}
                look="secondary"
                label={
                  <>
                    End
                    <span className="sr-only">
                      {" "}
                      the session of {session.browser} since {session.since}
                    </span>
                  </>
                }
              />
            )}
          </li>
        ))}
      </ul>
      {props.sessions.length > 1 && (
        <div className="mt-4">
          <ButtonForm action={props.endOthers} label="End all others" look="secondary" />
        </div>
      )}
    </section>
  );
}
