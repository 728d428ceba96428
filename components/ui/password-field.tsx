"use client";

import { type ComponentProps, useState, useSyncExternalStore } from "react";
import { Field } from "./form.tsx";

/** A password, with a button that shows what was typed. The button stands there only where a script can do it. */
export function PasswordField(
  props: Omit<ComponentProps<typeof Field>, "children"> & {
    readonly autoComplete: "current-password" | "new-password";
  },
) {
  const { autoComplete, ...field } = props;
  const [isShown, show] = useState(false);
  const scripted = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <Field {...field}>
      {(control) => (
        <div className="flex max-w-xl flex-wrap items-end gap-x-3">
          <input
            {...control}
            type={isShown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            className={`${control.className} min-w-0 flex-1 basis-56`}
          />
          {scripted && (
            <button
              type="button"
              aria-pressed={isShown}
              aria-controls={control.id}
              onClick={() => show(!isShown)}
              className="mt-1 min-h-11 cursor-pointer px-1 underline underline-offset-3"
            >
              Show<span className="sr-only"> what I type: {field.label}</span>
            </button>
          )}
        </div>
      )}
    </Field>
  );
}
