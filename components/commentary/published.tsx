import type { ComponentProps } from "react";
import { SaidBy } from "#components/commentary/said.tsx";
import { WithdrawForm } from "#components/commentary/withdraw-form.tsx";
import type { CommentaryPage, FigureCommentary } from "#lib/commentary/page-queries.ts";
import { commentaryPath } from "#lib/commentary/paths.ts";
import { monthName } from "#lib/dates.ts";
import { list } from "#lib/indicators/numbers.ts";

/** What stands beside the figure, each organisation's with what it said before; or who may say something. */
export function Published(props: {
  readonly view: CommentaryPage;
  readonly about: FigureCommentary;
  /** Which of them the address asks to withdraw. */
  readonly withdraw: string;
}) {
  const { view, about } = props;
  const own = (organisationId: string) => about.writing?.organisationId === organisationId;
  if (about.said.length === 0)
    return (
      <p className="mt-6 max-w-3xl">
        Nobody has published a commentary on {monthName(about.month)}.{" "}
        {view.owners.length > 0 && `A leader of ${list(view.owners)} may write one.`}
      </p>
    );
  const withdrawing = (one: { id: string; organisationId: string }, earlier: number) =>
    own(one.organisationId) && (
      <Withdraw code={view.code} month={about.month} id={one.id} earlier={earlier} open={props.withdraw === one.id} />
    );
  return about.said.map(({ stands, before }) => (
    <section key={stands.id} className="mt-8">
      <h2 className="mb-2">{stands.organisation} says</h2>
      <SaidBy said={stands} to />
      {withdrawing(stands, before.length)}
      {before.length > 0 && (
        <>
          <h3 className="mt-6 mb-2">Said before</h3>
          <div className="grid gap-5">
            {before.map((one, place) => (
              <div key={one.id}>
                <SaidBy said={one} to />
                {withdrawing(one, before.length - place - 1)}
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  ));
}

type WithdrawProps = ComponentProps<typeof WithdrawForm> & { readonly open: boolean };

/** The form has an address of its own: folded away in the page, a refusal would be hidden where no script runs. */
function Withdraw({ open, ...form }: WithdrawProps) {
  if (open) return <WithdrawForm {...form} />;
  return (
    <p className="mt-1 print:hidden">
      <a href={`${commentaryPath(form.code, form.month)}&withdraw=${form.id}`}>Withdraw it</a>
    </p>
  );
}
