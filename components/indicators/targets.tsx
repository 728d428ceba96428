import { TargetForm } from "#components/indicators/target-form.tsx";
import { Tag, type Tone } from "#components/ui/tag.tsx";
import { longDate } from "#lib/dates.ts";
import type { TargetStanding } from "#lib/indicators/figure-rules.ts";
import type { IndicatorPage, TargetView } from "#lib/indicators/indicator-queries.ts";
import { indicatorPath } from "#lib/indicators/paths.ts";
import type { PromiseState } from "#lib/indicators/target-rules.ts";
import { holdsInWords, promiseInWords } from "#lib/indicators/target-words.ts";

const TONES: Record<TargetStanding, Tone> = { met: "green", "within tolerance": "amber", missed: "red" };
const WORDS: Record<TargetStanding, string> = {
  met: "Target met",
  "within tolerance": "Within tolerance",
  missed: "Target missed",
};
/** What is in force needs no word. */
const STATES: Partial<Record<PromiseState, string>> = { "to come": "to come", ended: "ended", replaced: "replaced" };

/**
 * What the owner has promised, with its history. Nothing set: no colour, and nothing owed. The form has an address of its
 * own, "?target=set": folded away in the page, a refusal would be hidden from whoever runs no script.
 */
export function Targets({ view, asked }: { readonly view: IndicatorPage; readonly asked: string }) {
  const { promises, standing, series } = view;
  if (series.definition.direction === "context") return null;
  const { unit, code } = series.definition;
  return (
    <section id="targets" className="mt-10">
      <h2>Target {standing && <Tag tone={TONES[standing]}>{WORDS[standing]}</Tag>}</h2>
      {promises.length === 0 ? (
        <p className="mt-2">Its owner has set no target and no tolerance, so the figure has no colour.</p>
      ) : (
        <ul className="mt-2 max-w-4xl border-t border-line">
          {promises.map((promise) => (
            <Promised key={`${promise.fromOn} ${promise.setAt}`} promise={promise} unit={unit} />
          ))}
        </ul>
      )}
      {view.moves.map((move) => (
        <p key={move.href} className="mt-3 max-w-4xl border-l-4 border-red pl-4">
          <a href={move.href} className="font-semibold">
            {move.name}
          </a>
          <span className="block">
            {move.owner}: {move.what}
          </span>
        </p>
      ))}
      {asked === "kept" && (
        <p role="status" className="mt-4 border-4 border-brand px-5 py-3 font-semibold">
          The target is kept, with the ones before it.
        </p>
      )}
      {view.canSetTarget && <SetTarget code={code} unit={unit} first={promises.length === 0} open={asked === "set"} />}
    </section>
  );
}

function Promised({ promise, unit }: { readonly promise: TargetView; readonly unit: string }) {
  const state = STATES[promise.state];
  return (
    <li className="border-b border-line py-2.5">
      {holdsInWords(promise)}: <b className="font-semibold">{promiseInWords(promise, unit)}</b>{" "}
      {state && <Tag>{state}</Tag>}
      <span className="block text-[15.5px] text-soft wrap-anywhere">
        Set by {promise.by} on {longDate(promise.setOn)}
        {promise.reason ? `: ${promise.reason}` : ""}
      </span>
    </li>
  );
}

function SetTarget(props: {
  readonly code: string;
  readonly unit: string;
  readonly first: boolean;
  readonly open: boolean;
}) {
  const { code, unit, first, open } = props;
  const words = first ? "Set a target" : "Set another target, or end one";
  if (!open)
    return (
      <p className="mt-3 print:hidden">
        <a href={`${indicatorPath(code)}?target=set#targets`} className="font-semibold">
          {words}
        </a>
      </p>
    );
  return (
    <div className="mt-6 max-w-xl print:hidden">
      <h3 className="mb-3">{words}</h3>
      <TargetForm code={code} unit={unit} />
    </div>
  );
}
