"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary, WayOut } from "#components/ui/error-summary.tsx";
import { type FormState, FRESH, problemOf } from "#lib/form-state.ts";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * A form that works without JavaScript. After a refusal the summary takes focus, names each problem and links to its
 * field; what was typed is still there. `children` gets the state, for the fields.
 */
export function Form(props: {
  readonly action: Action;
  readonly submit: string;
  readonly children?: (state: FormState) => ReactNode;
  readonly secondary?: boolean;
  readonly beside?: ReactNode;
}) {
  const [state, send, sending] = useActionState(props.action, FRESH);
  return (
    <form action={send} noValidate className="grid gap-6">
      <ErrorSummary state={state} />
      {props.children?.(state)}
      <div className="flex flex-wrap items-center gap-4">
        <Button secondary={props.secondary ?? false} busy={sending}>
          {props.submit}
        </Button>
        {props.beside}
      </div>
    </form>
  );
}

/** `name` and `value` tell a form's second button from its first. */
export function Button(props: {
  readonly children: ReactNode;
  readonly secondary?: boolean;
  readonly busy?: boolean;
  readonly name?: string;
  readonly value?: string;
}) {
  const colours = props.secondary ? "bg-paper text-brand" : "bg-brand text-white";
  return (
    <button
      type="submit"
      name={props.name}
      value={props.value}
      aria-disabled={props.busy || undefined}
      className={`min-h-11 cursor-pointer rounded-[3px] border-2 border-brand px-4 py-2 text-left font-semibold ${colours}`}
    >
      {props.children}
    </button>
  );
}

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly state: FormState;
  readonly hint?: ReactNode;
  readonly initial?: string;
};

/** The label, hint and problem around a control whose id is the field's name, so that the summary can link to it. */
export function Field(props: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const problem = problemOf(props.state, props.name);
  const described = [props.hint && `${props.name}-hint`, problem && `${props.name}-problem`].filter(Boolean).join(" ");
  return (
    <div className={problem ? "border-l-4 border-red pl-4" : undefined}>
      <label htmlFor={props.name} className="block font-semibold">
        {props.label}
      </label>
      {props.hint && (
        <p id={`${props.name}-hint`} className="text-soft">
          {props.hint}
        </p>
      )}
      {problem && (
        <p id={`${props.name}-problem`} className="font-semibold text-red">
          {problem}
        </p>
      )}
      {props.children({
        id: props.name,
        name: props.name,
        defaultValue: props.state.typed[props.name] ?? props.initial ?? "",
        "aria-describedby": described || undefined,
        "aria-invalid": problem ? true : undefined,
        className: `mt-1 block w-full min-h-11 border-2 bg-paper px-2.5 py-1.5 ${problem ? "border-red" : "border-ink"}`,
      })}
    </div>
  );
}

export type ControlProps = {
  readonly id: string;
  readonly name: string;
  readonly defaultValue: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
  readonly className: string;
};

type InputKind = "text" | "email" | "password" | "date" | "number" | "code";
/** A keyboard that suits what is typed. */
const KEYBOARD: Partial<Record<InputKind, "decimal" | "numeric">> = { number: "decimal", code: "numeric" };

export function TextField(
  props: FieldProps & { readonly kind?: InputKind; readonly autoComplete?: string; readonly short?: boolean },
) {
  const { kind = "text", autoComplete, short, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type={KEYBOARD[kind] ? "text" : (kind as "text")}
          inputMode={KEYBOARD[kind]}
          autoComplete={autoComplete ?? "off"}
          className={`${control.className} ${short ? "max-w-56" : "max-w-xl"}`}
        />
      )}
    </Field>
  );
}

export function TextArea(props: FieldProps) {
  return (
    <Field {...props}>
      {(control) => <textarea {...control} rows={3} className={`${control.className} max-w-2xl`} />}
    </Field>
  );
}

export type Choice = { readonly value: string; readonly label: string };

export function SelectField(props: FieldProps & { readonly choices: readonly Choice[]; readonly empty?: string }) {
  const { choices, empty, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <select key={control.defaultValue} {...control} className={`${control.className} max-w-xl`}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function RadioField(props: FieldProps & { readonly choices: readonly (Choice & { readonly hint?: string })[] }) {
  const problem = problemOf(props.state, props.name);
  const chosen = props.state.typed[props.name] ?? props.initial;
  return (
    <fieldset
      className={problem ? "border-l-4 border-red pl-4" : undefined}
      aria-describedby={problem ? `${props.name}-problem` : undefined}
    >
      <legend className="font-semibold">{props.label}</legend>
      {props.hint && <p className="text-soft">{props.hint}</p>}
      {problem && (
        <p id={`${props.name}-problem`} className="font-semibold text-red">
          {problem}
        </p>
      )}
      {props.choices.map((choice, place) => (
        <label key={choice.value} className="flex min-h-11 items-start gap-3 py-2">
          <input
            type="radio"
            id={place === 0 ? props.name : undefined}
            name={props.name}
            value={choice.value}
            defaultChecked={chosen === choice.value}
            className="mt-0.5 size-6 shrink-0 accent-brand"
          />
          <span>
            {choice.label}
            {choice.hint && <span className="block text-soft">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One button that does one thing: sign out, choose this person. `plain` looks like a link in a line of text. */
export function ButtonForm(props: {
  readonly action: Action;
  readonly label: ReactNode;
  readonly fields?: Readonly<Record<string, string>>;
  readonly look?: "primary" | "secondary" | "plain";
}) {
  const [state, send, sending] = useActionState(props.action, FRESH);
  const [problem] = state.problems;
  return (
    <form action={send} noValidate>
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {problem && (
        <p role="alert" className="font-semibold text-red">
          {problem.message} <WayOut problem={problem} />
        </p>
      )}
      {props.look === "plain" ? (
        <button type="submit" className="min-h-11 cursor-pointer underline underline-offset-3">
          {props.label}
        </button>
      ) : (
        <Button secondary={props.look === "secondary"} busy={sending}>
          {props.label}
        </Button>
      )}
    </form>
  );
}
