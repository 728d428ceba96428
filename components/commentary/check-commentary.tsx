import { Paragraphs } from "#components/commentary/paragraphs.tsx";
import { PublishCommentaryForm } from "#components/commentary/publish-commentary-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { commentaryPath } from "#lib/commentary/paths.ts";
import type { Draft } from "#lib/commentary/queries.ts";
import { AUDIENCE_WORDS } from "#lib/commentary/words.ts";
import { monthName } from "#lib/dates.ts";

type Props = { readonly code: string; readonly name: string; readonly month: string; readonly draft: Draft };

/** The last look before words leave the organisation. */
export function CheckCommentary({ code, name, month, draft }: Props) {
  const back = commentaryPath(code, month);
  return (
    <>
      <PageHead above={<a href={back}>{`Commentary on ${monthName(month)}`}</a>} title="Check before you publish" />
      <dl className="mt-6 max-w-3xl border-t border-line">
        {[
          { term: "Figure", said: `${name}, ${monthName(month)}` },
          { term: "Who may read it", said: AUDIENCE_WORDS[draft.audience] },
        ].map(({ term, said }) => (
          <div key={term} className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
            <dt className="font-semibold">{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
        <div className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
          <dt className="font-semibold">Your words</dt>
          <dd className="-mt-2">
            <Paragraphs words={draft.words} />
          </dd>
        </div>
      </dl>
      <p className="mt-6 max-w-3xl">
        Once published it is kept as it is. You can publish another in its place, or withdraw it with a reason.
      </p>
      <div className="mt-6">
        <PublishCommentaryForm code={code} month={month} version={draft.version} back={back} />
      </div>
    </>
  );
}
