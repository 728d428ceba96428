import { Paragraphs } from "#components/commentary/paragraphs.tsx";
import { longDate } from "#lib/dates.ts";
import type { ReportWords } from "#lib/exceptions/report-queries.ts";

const NOTHING = "Nothing written yet";

export const QUESTIONS = {
  why: "Why the target was missed",
  doing: "What is being done",
  backOnTrackOn: "When it will be back on track",
} as const;

/** A report's three answers. `changeAt` leads to the form while it can still be changed. */
export function ReportAnswers({ words, changeAt }: { readonly words: ReportWords; readonly changeAt?: string }) {
  const date = words.backOnTrackOn === "" ? NOTHING : longDate(words.backOnTrackOn);
  const answers = [
    { name: "why", said: <Paragraphs words={words.why || NOTHING} /> },
    { name: "doing", said: <Paragraphs words={words.doing || NOTHING} /> },
    { name: "backOnTrackOn", said: <p className="mt-2">{date}</p> },
  ] as const;
  return (
    <dl className="mt-4 border-t border-line">
      {answers.map(({ name, said }) => (
        <div key={name} className="border-b border-line py-3">
          <dt className="flex flex-wrap justify-between gap-x-6 font-semibold">
            {QUESTIONS[name]}
            {changeAt && (
              <a href={`${changeAt}#${name}`} className="font-normal">
                Change<span className="sr-only"> {QUESTIONS[name]}</span>
              </a>
            )}
          </dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
