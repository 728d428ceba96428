import { CheckReport } from "#components/exceptions/check-report.tsx";
import { ReportAnswers } from "#components/exceptions/report-answers.tsx";
import { ReportFigure } from "#components/exceptions/report-figure.tsx";
import { ReportForm } from "#components/exceptions/report-form.tsx";
import { SeenForm } from "#components/exceptions/seen-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { longDate, longMoment, monthName } from "#lib/dates.ts";
import { exceptionPath } from "#lib/exceptions/paths.ts";
import type { ReportPage } from "#lib/exceptions/report-queries.ts";
import { sinceInWords, whoseMove } from "#lib/exceptions/words.ts";

const DONE: Readonly<Record<string, string>> = {
  saved: "The draft is saved. Only your organisation sees it.",
  given: "The report is given. The board reads it now.",
  seen: "Noted: the board has seen it.",
};

type Props = { readonly view: ReportPage; readonly checking: boolean; readonly done: string };

/** The exception report on one month of an indicator: written by its owner, read by the board, noted by the chair. */
export function Report({ view, checking, done }: Props) {
  const { exception, words } = view;
  if (checking && view.canWrite && words && words.version > 0) return <CheckReport view={view} words={words} />;
  const said = DONE[done.split("-")[0] ?? ""];
  return (
    <>
      <PageHead
        above={<a href="/exceptions">Exception reports</a>}
        title={`${view.name}, ${monthName(view.month)}`}
        below={
          exception && (
            <>
              <b className="font-semibold">Whose move is it?</b>{" "}
              <b className="font-semibold text-brand">{whoseMove(exception) ?? "Nobody’s"}</b>.{" "}
              {sinceInWords(exception)}
            </>
          )
        }
      />
      {said && (
        <p role="status" className="mt-6 border-4 border-brand px-5 py-3 font-semibold">
          {said}
        </p>
      )}
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_24rem] print:grid-cols-[1fr_20rem]">
        <div className="lg:order-last print:order-last">
          <ReportFigure view={view} />
        </div>
        <div>
          <Body view={view} done={done} />
        </div>
      </div>
    </>
  );
}

function Body({ view, done }: { readonly view: ReportPage; readonly done: string }) {
  const { exception, words } = view;
  if (exception === null) return <NotOwed view={view} />;
  if (view.canWrite && words) return <ReportForm key={done} code={view.code} month={view.month} words={words} />;
  const { owner, givenOn } = exception;
  return (
    <>
      <h2>{givenOn === null ? "The report" : `Given by ${owner.name}`}</h2>
      {givenOn === null ? (
        <p className="mt-2">
          {words
            ? `Your organisation has drafted it; a leader of ${owner.name} gives it.`
            : `${owner.name} owes the board a report and has not given it yet.`}
        </p>
      ) : (
        <p className="mt-1 text-soft">{view.givenAt ? longMoment(view.givenAt) : longDate(givenOn)}</p>
      )}
      {words && <ReportAnswers words={words} />}
      {!words && givenOn !== null && (
        <p className="mt-2">Its words are for the board: leaders, the chair and data officers.</p>
      )}
      {view.seenBy !== null && exception.seenOn && (
        <p className="mt-6 border-t-2 border-ink pt-3">
          Seen on {longDate(exception.seenOn)}: {view.seenBy}.
        </p>
      )}
      {view.canNote && <SeenForm code={view.code} month={view.month} board={view.board} />}
    </>
  );
}

function NotOwed({ view }: { readonly view: ReportPage }) {
  const { breach, code } = view;
  const other = breach?.coveredBy ?? view.owedFor;
  if (!breach)
    return (
      <p>
        No report is owed for {monthName(view.month)}: it is within the tolerance of its target, or it has no target, no
        number, or has not been given to a board.
      </p>
    );
  if (other === null || other === undefined)
    return <p>No organisation owns this indicator, so nobody owes a report.</p>;
  return (
    <p>
      The <a href={exceptionPath(code, other)}>report on {monthName(other)}</a> answers for {monthName(view.month)} too.
    </p>
  );
}
