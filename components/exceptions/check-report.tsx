import { GiveForm } from "#components/exceptions/give-form.tsx";
import { ReportAnswers } from "#components/exceptions/report-answers.tsx";
import { ReportFigure } from "#components/exceptions/report-figure.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { monthName } from "#lib/dates.ts";
import { exceptionPath } from "#lib/exceptions/paths.ts";
import type { ReportPage, ReportWords } from "#lib/exceptions/report-queries.ts";

/** The answers once more before the board gets them: afterwards they are kept as they are. */
export function CheckReport({ view, words }: { readonly view: ReportPage; readonly words: ReportWords }) {
  const back = exceptionPath(view.code, view.month);
  return (
    <>
      <PageHead above={<a href={back}>{`${view.name}, ${monthName(view.month)}`}</a>} title="Check your answers" />
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_24rem]">
        <div className="lg:order-last">
          <ReportFigure view={view} />
        </div>
        <div>
          <ReportAnswers words={words} changeAt={back} />
          <p className="my-6 max-w-3xl">
            Leaders, the chair and data officers read it once it is given. It is then kept as it is.
          </p>
          <GiveForm code={view.code} month={view.month} version={words.version} />
        </div>
      </div>
    </>
  );
}
