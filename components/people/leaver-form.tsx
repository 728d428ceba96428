"use client";

import { Form } from "#components/ui/form.tsx";
import { handOverAction } from "#lib/people/register-actions.ts";

export function HandOverForm(props: { readonly roleId: string; readonly toRoleId: string; readonly endOn: string }) {
  return (
    <Form action={handOverAction} submit="Hand over and end the role">
      {() => (
        <>
          {Object.entries(props).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </>
      )}
    </Form>
  );
}
