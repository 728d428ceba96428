import { ButtonForm } from "#components/ui/form.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { DemoGroup } from "#lib/people/queries.ts";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** A button for each person of the demonstration. */
export function DemoPeople(props: {
  readonly groups: readonly DemoGroup[];
  readonly action: Action;
  readonly path?: string | undefined;
}) {
  return (
    <section aria-labelledby="demonstration" className="mt-8">
      <h2 id="demonstration">Choose who to sign in as</h2>
      <p className="mt-1 max-w-3xl">
        This is a demonstration that runs on this machine alone. The accounts are made up, nobody needs a password or a
        second step, and each one is a role that sees its own part of the same portal.
      </p>
      <div className="mt-6 gap-x-8 sm:columns-2 lg:columns-3">
        {props.groups.map((group) => (
          <section key={group.organisation} aria-label={group.organisation} className="mb-6 break-inside-avoid">
            <h3>{group.organisation}</h3>
            <ul className="mt-2 grid gap-2">
              {group.people.map((person) => (
                <li key={person.email}>
                  <ButtonForm
                    action={props.action}
                    fields={{ email: person.email, ...(props.path ? { path: props.path } : {}) }}
                    look="secondary"
                    label={
                      <>
                        {person.name} <span className="block font-normal text-soft">{person.email}</span>
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
