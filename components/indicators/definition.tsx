import type { ReactNode } from "react";
import type { Definition as Meaning } from "#lib/indicators/figure.ts";

const KINDS = {
  count: "A count over a month",
  stock: "A number on a day",
  rate: "A rate",
  measure: "A mean or median",
};
const DIRECTIONS = {
  higher: "Higher is better",
  lower: "Lower is better",
  context: "Context: neither more nor less is better",
};
const CERTAINTY: Record<string, string> = {
  verified: "Read in its primary source",
  secondary: "Read in a secondary source",
  derived: "Worked out from a published file",
  practice: "Common practice: check it before relying on it",
};

/** What the number is: the words that a board, a school and a parent can hold it to. */
export function Definition(props: {
  readonly definition: Meaning;
  readonly owners: readonly string[];
  readonly caveat: string;
}) {
  const { definition, owners, caveat } = props;
  return (
    <section>
      <h2>Definition and law</h2>
      <dl className="mt-2 border-t-2 border-ink text-base">
        <Line name="Kind">
          {KINDS[definition.kind]}. {DIRECTIONS[definition.direction]}.
        </Line>
        <Line name="Numerator">{definition.numerator}</Line>
        <Line name="Denominator">{definition.denominator}</Line>
        <Line name="Left out">{definition.exclusions}</Line>
        <Line name="Basis">{definition.basis}</Line>
        <Line name="Law or publication">{definition.law}</Line>
        <Line name="Source">{definition.source}</Line>
        <Line name="Certainty">{CERTAINTY[definition.certainty]}</Line>
        <Line name="Owner">{owners.join(", ")}</Line>
        <Line name="Code">{definition.code}</Line>
        <Line name="Not said in the paper">{caveat}</Line>
      </dl>
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[10rem_1fr]">
      <dt className="text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
