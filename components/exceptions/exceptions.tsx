import { ExceptionTable } from "#components/exceptions/exception-table.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { canGiveReport, canNoteSeen } from "#lib/exceptions/policy.ts";
import type { ExceptionsPage } from "#lib/exceptions/queries.ts";
import { type Exception, openExceptions } from "#lib/exceptions/rules.ts";
import { plain } from "#lib/indicators/numbers.ts";

/** Every exception report of the area: the reader's own move first, then everybody else's, then what is done. */
export function Exceptions({ view }: { readonly view: ExceptionsPage }) {
  const { actor, exceptions, names } = view;
  const open = openExceptions(exceptions);
  const isOwn = ({ state, owner }: Exception) =>
    state === "given" ? canNoteSeen(actor) : canGiveReport(actor, owner.id);
  const own = open.filter(isOwn);
  const others = open.filter((one) => !isOwn(one));
  const seen = exceptions.filter(({ state }) => state === "seen").reverse();
  return (
    <>
      <PageHead
        title="Exception reports"
        above={actor.areaName}
        below="Where a month misses its target by more than the tolerance that its owner set, the owner tells the board why, what is being done, and when it will be back on track."
        tools={<PrintButton>Print</PrintButton>}
      />
      {open.length === 0 && <NothingOpen promised={view.promised} />}
      <ExceptionTable
        title={`${canNoteSeen(actor) ? "For the board to note" : "Yours to give"}: ${plain(own.length)}`}
        exceptions={own}
        names={names}
      />
      <ExceptionTable
        title={own.length > 0 ? `Others: ${plain(others.length)}` : `Owed or given: ${plain(others.length)}`}
        exceptions={others}
        names={names}
      />
      <ExceptionTable title={`Seen by the board: ${plain(seen.length)}`} exceptions={seen} names={names} />
    </>
  );
}

function NothingOpen({ promised }: { readonly promised: boolean }) {
  return (
    <p className="mt-6 max-w-3xl">
      {promised ? (
        "Nothing is owed: no published month is beyond the tolerance of its target, or the board has seen why."
      ) : (
        <>
          Nothing is owed: no owner has set a target yet. A leader sets one on the page of{" "}
          <a href="/indicators">an indicator that their organisation owns</a>.
        </>
      )}
    </p>
  );
}
