import { CheckCommentary } from "#components/commentary/check-commentary.tsx";
import { ChooseMonth } from "#components/commentary/choose-month.tsx";
import { Paragraphs } from "#components/commentary/paragraphs.tsx";
import { Published } from "#components/commentary/published.tsx";
import { Write } from "#components/commentary/write.tsx";
import { Said as Figure } from "#components/indicators/figure-cell.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { CommentaryPage, FigureCommentary } from "#lib/commentary/page-queries.ts";
import { longMoment, monthName } from "#lib/dates.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";

const DONE: Readonly<Record<string, string>> = {
  saved: "The draft is saved. Only your organisation sees it.",
  published: "It is published, beside the figure.",
  withdrawn: "It is withdrawn. Your organisation still sees it below.",
};

type Props = {
  readonly view: CommentaryPage;
  readonly checking: boolean;
  readonly done: string;
  readonly withdraw: string;
};

/** What the owners of a figure say about one month of it, and where they write it. */
export function Commentary({ view, checking, done, withdraw }: Props) {
  const { about } = view;
  const above = <a href={indicatorPath(view.code)}>{view.name}</a>;
  if (about === null) return <ChooseMonth view={view} />;
  const { draft, writing } = about;
  const said = DONE[done.split("-")[0] ?? ""];
  if (checking && draft && writing?.given)
    return <CheckCommentary code={view.code} name={view.name} month={about.month} draft={draft} />;
  return (
    <>
      <PageHead
        above={above}
        title={`Commentary on ${monthName(about.month)}`}
        below={
          <>
            The figure: <Figure figure={about.figure} />
          </>
        }
      />
      {said && (
        <p role="status" className="mt-6 border-4 border-brand px-5 py-3 font-semibold">
          {said}
        </p>
      )}
      <Published view={view} about={about} withdraw={withdraw} />
      {writing ? <Write code={view.code} about={about} done={done} /> : <OwnDraft about={about} />}
      <Withdrawn about={about} />
    </>
  );
}

function OwnDraft({ about: { draft } }: { readonly about: FigureCommentary }) {
  if (!draft) return null;
  return (
    <section className="mt-10">
      <h2>Your organisation’s draft</h2>
      <p className="mt-1 text-soft">
        Saved on {longMoment(draft.writtenAt)}. Only your organisation sees it; its leader publishes it.
      </p>
      <Paragraphs words={draft.words} />
    </section>
  );
}

function Withdrawn({ about: { withdrawn } }: { readonly about: FigureCommentary }) {
  if (withdrawn.length === 0) return null;
  return (
    <section className="mt-10">
      <h2>Withdrawn</h2>
      <p className="mt-1 text-soft">Kept on record for your organisation. Nobody else sees it.</p>
      {withdrawn.map((one) => (
        <div key={one.id} className="mt-4 border-l-4 border-line pl-4">
          <p className="text-[15px] text-soft wrap-anywhere">
            Published on {one.publishedAt && longMoment(one.publishedAt)}, withdrawn on{" "}
            {one.withdrawnAt && longMoment(one.withdrawnAt)}: {one.withdrawnReason}
          </p>
          <Paragraphs words={one.words} />
        </div>
      ))}
    </section>
  );
}
