import { TargetForm } from "#components/indicators/target-form.tsx";
import { Tag, type Tone } from "#components/ui/tag.tsx";
import { longDate } from "#lib/dates.ts";
import type { TargetStanding } from "#lib/indicators/figure-rules.ts";
import type { IndicatorPage } from "#lib/indicators/indicator-queries.ts";
import { inUnit } from "#lib/indicators/numbers.ts";

const TONES: Record<TargetStanding, Tone> = { met: "green", "within tolerance": "amber", missed: "red" };
const WORDS: Record<TargetStanding, string> = {
  met: "Target met",
  "within tolerance": "Within tolerance",
  missed: "Target missed",
};

/** What the owner has promised. Nothing set: no colour, and nothing owed. */
export function Targets({ view }: { readonly view: IndicatorPage }) {
  const { promises, standing, series } = view;
  if (!view.exact || series.definition.direction === "context") return null;
  const { unit, code } = series.definition;
  return (
    <section className="mt-10">
      <h2>Target {standing && <Tag tone={TONES[standing]}>{WORDS[standing]}</Tag>}</h2>
      {promises.length === 0 ? (
        <p className="mt-2">Its owner has set no target and no tolerance, so the figure has no colour.</p>
      ) : (
        <ul className="mt-2 list-disc pl-5">
          {promises.map((promise) => (
            <li key={`${promise.fromOn} ${promise.target} ${promise.tolerance}`}>
              From {longDate(promise.fromOn)}: {inUnit(promise.target, unit)}, with a tolerance of{" "}
              {inUnit(promise.tolerance, unit)}, set by {promise.by}
            </li>
          ))}
        </ul>
      )}
      {view.canSetTarget && (
        <details className="mt-3">
          <summary className="py-2 font-semibold text-brand-2">Set a target</summary>
          <div className="mt-2 max-w-xl">
            <TargetForm code={code} unit={unit} />
          </div>
        </details>
      )}
    </section>
  );
}
