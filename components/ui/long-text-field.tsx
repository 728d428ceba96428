"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "#components/ui/form.tsx";
import { oneLineEnd } from "#lib/long-text.ts";

/** A box for paragraphs that says how many characters there are of how many. Without a script the hint says the limit. */
export function LongTextField(props: Omit<ComponentProps<typeof Field>, "children"> & { readonly longest: number }) {
  const { longest, hint, ...field } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? field.state.typed[field.name] ?? field.initial ?? "";
  const count = oneLineEnd(shown).trim().length;
  const said = `${count.toLocaleString("en-GB")} of ${longest.toLocaleString("en-GB")} characters`;
  return (
    <div>
      <Field
        {...field}
        hint={
          <>
            {hint} At most {longest.toLocaleString("en-GB")} characters. An empty line parts paragraphs.
          </>
        }
      >
        {(control) => (
          <textarea
            {...control}
            rows={8}
            onInput={(event) => setTyped(event.currentTarget.value)}
            className={`${control.className} max-w-3xl`}
          />
        )}
      </Field>
      <p className={`mt-1 text-[15px] ${count > longest ? "font-semibold text-red" : "text-soft"}`}>{said}</p>
    </div>
  );
}
