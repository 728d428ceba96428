import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Button, SelectField, TextField } from "#components/ui/form.tsx";
import { problemOf } from "#lib/form-state.ts";
import type { LeaverPage } from "#lib/people/leaver-queries.ts";

/** The two questions, by GET: nothing is done yet, and the answers come back in the address to be checked. */
export function LeaverQuestions({ page: { role, successors, typed, problems } }: { readonly page: LeaverPage }) {
  const state = { typed, problems };
  const choices = successors.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }));
  return (
    <form action={`/people/${role.id}/leaver`} method="get" noValidate className="grid gap-6">
      <ErrorSummary state={state} />
      <SelectField
        name="toRoleId"
        label="Who takes over what they have in hand"
        hint="Whoever else holds the same role in the same organisation today."
        choices={choices}
        empty="Choose somebody"
        state={state}
      />
      <TextField
        name="endOn"
        label="The role ends on"
        hint="The first day without the role. What they have in hand goes over at once."
        kind={problemOf(state, "endOn") ? "text" : "date"}
        short
        initial={role.today}
        state={state}
      />
      <div>
        <Button>Check the answers</Button>
      </div>
    </form>
  );
}
