import { ButtonForm } from "#components/ui/form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { RoleView } from "#lib/people/queries.ts";
import { roleName } from "#lib/people/words.ts";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/** The roles somebody holds today, to act in one of them. */
export function Roles(props: {
  readonly roles: readonly RoleView[];
  readonly currentId: string;
  readonly action: Action;
}) {
  return (
    <>
      <PageHead title="Your roles" below="You act in one role at a time, and see what that role may see." />
      <ul className="mt-4 max-w-3xl divide-y divide-line">
        {props.roles.map((held) => (
          <li key={held.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
            <p>
              <b className="font-semibold">{roleName(held.role)}</b>, {held.organisation}{" "}
              {held.id === props.currentId && <Tag>You act in this role now</Tag>}
              <span className="block text-soft">in the area of {held.area}</span>
            </p>
            <ButtonForm
              action={props.action}
              fields={{ roleId: held.id }}
              look={held.id === props.currentId ? "primary" : "secondary"}
              label={
                <>
                  {held.id === props.currentId ? "Continue" : "Act"} as {roleName(held.role)}
                  <span className="sr-only">
                    , {held.organisation}, {held.area}
                  </span>
                </>
              }
            />
          </li>
        ))}
      </ul>
    </>
  );
}
