import { CommentaryForm } from "#components/commentary/commentary-form.tsx";
import type { FigureCommentary } from "#lib/commentary/page-queries.ts";
import { longMoment, monthName } from "#lib/dates.ts";

/** Where a leader of the owner writes: the organisation's draft, or a new one. */
export function Write({
  code,
  about,
  done,
}: {
  readonly code: string;
  readonly about: FigureCommentary;
  /** What has just been done: a form of its own afterwards. */
  readonly done: string;
}) {
  const { draft, writing, month } = about;
  if (!writing) return null;
  const stands = about.said.find((one) => one.stands.organisationId === writing.organisationId)?.stands;
  return (
    <section className="mt-10 print:hidden">
      <h2>{draft ? "Your organisation’s draft" : stands ? "Say something else" : "Write a commentary"}</h2>
      {draft && (
        <p className="mt-1 text-soft">Saved on {longMoment(draft.writtenAt)}. Only your organisation sees it.</p>
      )}
      {!draft && stands && (
        <p className="mt-1 max-w-3xl">What you publish stands in place of the words above; they stay below it.</p>
      )}
      {!writing.given && (
        <p className="mt-2 max-w-3xl border-l-4 border-amber pl-4">
          {monthName(month)} has not been given to a board. You can draft now, and publish once it has.
        </p>
      )}
      <div className="mt-4">
        <CommentaryForm
          key={done}
          {...{ code, month, draft }}
          words={draft?.words ?? stands?.words ?? ""}
          audience={
            draft?.audience ?? stands?.audience ?? (writing.audiences.length === 1 ? (writing.audiences[0] ?? "") : "")
          }
          audiences={writing.audiences}
          given={writing.given}
        />
      </div>
    </section>
  );
}
