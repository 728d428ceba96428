"use client";

import { Form, TextArea } from "#components/ui/form.tsx";
import { withdrawCommentaryAction } from "#lib/commentary/actions.ts";

type Props = {
  readonly code: string;
  readonly month: string;
  readonly id: string;
  /** How many were said before this one: they go with it. */
  readonly earlier: number;
};

/** Takes back what was published, with a reason. What was said before it goes too, or it would stand again. */
export function WithdrawForm({ code, month, id, earlier }: Props) {
  return (
    <section className="mt-4 max-w-2xl print:hidden">
      <h3>Withdraw it</h3>
      <p className="mb-4">
        Nobody outside your organisation sees it afterwards.
        {earlier > 0 && " What was said before it is withdrawn too."}
      </p>
      <Form action={withdrawCommentaryAction} submit="Withdraw">
        {(state) => (
          <>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="month" value={month} />
            <input type="hidden" name="id" value={id} />
            <TextArea name="reason" label="Why it is withdrawn" hint="Kept with it." state={state} />
          </>
        )}
      </Form>
    </section>
  );
}
