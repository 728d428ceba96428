"use client";

import { Form } from "#components/ui/form.tsx";
import { publishCommentaryAction } from "#lib/commentary/actions.ts";

type Props = { readonly code: string; readonly month: string; readonly version: number; readonly back: string };

/** Publishes the very version that was read on this page. */
export function PublishCommentaryForm({ code, month, version, back }: Props) {
  return (
    <Form
      action={publishCommentaryAction}
      submit="Publish"
      beside={
        <a href={back} className="py-2.5">
          Change it
        </a>
      }
    >
      {() => (
        <>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="month" value={month} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
    </Form>
  );
}
