import { ConfirmFirst } from "#components/people/confirm-first.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Button, SelectField, TextField } from "#components/ui/form.tsx";
import { FILTER_FIELDS, filterAddress, isDay, THE_PORTAL } from "#lib/audit/filter-schema.ts";
import type { ActsView } from "#lib/audit/queries.ts";
import { ACTIONS } from "#lib/audit/schema.ts";
import type { FormState } from "#lib/form-state.ts";
import { ROLES } from "#lib/people/schema.ts";
import { roleName } from "#lib/people/words.ts";

const ROLE_CHOICES = [
  { value: THE_PORTAL, label: "The portal itself" },
  ...ROLES.map((role) => ({ value: role, label: roleName(role) })),
];
const ACTION_CHOICES = ACTIONS.map((action) => ({ value: action, label: action }));

/** A plain form: the address it makes shows the same acts to a colleague. Beside it, the same acts as a file. */
export function ActsFilter({ view, confirmed }: { readonly view: ActsView; readonly confirmed: boolean }) {
  const { asked, organisations } = view;
  const { typed, problems } = asked;
  const state = { typed, problems };
  const filtered = Object.values(typed).some((value) => value !== "");
  return (
    <section aria-label="Which acts" className="mt-6 bg-wash px-5 py-5 print:hidden">
      <form action="/audit" method="get" noValidate className="grid gap-5">
        <ErrorSummary state={state} />
        <div className="grid grid-cols-2 items-end gap-x-5 gap-y-4 lg:grid-cols-4">
          <DayField name="from" label="From" state={state} />
          <DayField name="until" label="Until" state={state} />
          <TextField name="person" label="Name or e-mail address" state={state} />
          <SelectField name="organisation" label="Organisation" choices={organisations} empty="Any" state={state} />
          <SelectField name="role" label="Role" choices={ROLE_CHOICES} empty="Any" state={state} />
          <SelectField name="action" label="What was done" choices={ACTION_CHOICES} empty="Anything" state={state} />
          <TextField name="request" label="Request id" state={state} />
        </div>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button>Show these acts</Button>
          {filtered && (
            <a href="/audit" className="py-2">
              Show every act
            </a>
          )}
        </div>
      </form>
      {problems.length === 0 && <ExportForm typed={typed} confirmed={confirmed} />}
    </section>
  );
}

/** What is no day is shown as it was typed, which a date field would not do. */
function DayField(props: { readonly name: "from" | "until"; readonly label: string; readonly state: FormState }) {
  const typed = props.state.typed[props.name] ?? "";
  return (
    <div className="col-span-2 sm:col-span-1">
      <TextField {...props} kind={typed === "" || isDay(typed) ? "date" : "text"} />
    </div>
  );
}

/** By POST, because the export is an act that goes on record. */
function ExportForm({ typed, confirmed }: { readonly typed: ActsView["asked"]["typed"]; readonly confirmed: boolean }) {
  return (
    <div className="mt-5 border-t border-line pt-4">
      {confirmed ? (
        <form action="/audit/export" method="post">
          {FILTER_FIELDS.map((name) => (
            <input key={name} type="hidden" name={name} value={typed[name] ?? ""} />
          ))}
          <Button secondary>Export these acts as a file</Button>
        </form>
      ) : (
        <ConfirmFirst what="export these acts as a file" path={`/audit?${filterAddress(typed)}`} />
      )}
      <p className="mt-1 text-[15px] text-soft">
        For a spreadsheet (CSV): every act you asked for, not this page alone. That you exported them goes on record.
      </p>
    </div>
  );
}
