import { Button } from "#components/ui/form.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Known, Meaning } from "#lib/imports/meaning-rules.ts";
import { LEFT_OUT } from "#lib/imports/schema.ts";

/** What each row means. Changing it asks for the page again, so that the table below always shows what would be stored. */
export function MeaningForm(props: {
  readonly importId: string;
  readonly meanings: readonly Meaning[];
  readonly definitions: readonly Known[];
  readonly undecided: readonly { readonly row: number; readonly message: string }[];
}) {
  const { importId, meanings, definitions, undecided } = props;
  return (
    <section className="mt-8">
      <h2>What the rows mean</h2>
      <form method="get" action={`/imports/${importId}`} className="mt-2 border-t-2 border-ink">
        {meanings.map((meaning) => {
          const problem = undecided.find(({ row }) => row === meaning.row)?.message;
          return <MeaningRow key={meaning.row} meaning={meaning} definitions={definitions} problem={problem} />;
        })}
        <div className="mt-4 flex flex-wrap items-center gap-4">
          <Button secondary>Check again</Button>
          <span className="text-soft">Shows the table below as it would be with these meanings.</span>
        </div>
      </form>
    </section>
  );
}

function MeaningRow(props: {
  readonly meaning: Meaning;
  readonly definitions: readonly Known[];
  readonly problem: string | undefined;
}) {
  const { row, ref, label, code, how } = props.meaning;
  const name = `row-${row}`;
  return (
    <div className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 md:grid-cols-[1fr_1fr]">
      <label htmlFor={name}>
        <span className="text-soft">Row {row}</span>{" "}
        <b className="font-semibold">{[ref, label].filter(Boolean).join(" ")}</b>
      </label>
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <select
            id={name}
            name={name}
            defaultValue={code ?? ""}
            aria-describedby={`${name}-how`}
            aria-invalid={props.problem ? true : undefined}
            className={`min-h-11 w-full max-w-md border-2 bg-paper px-2 py-1.5 ${props.problem ? "border-red" : "border-ink"}`}
          >
            <option value="">Choose what it means</option>
            <option value={LEFT_OUT}>Leave this row out</option>
            {props.definitions.map((definition) => (
              <option key={definition.code} value={definition.code}>
                {definition.code} {definition.name}
              </option>
            ))}
          </select>
          <span id={`${name}-how`}>
            {props.problem ? (
              <span className="font-semibold text-red">{props.problem}</span>
            ) : (
              <How how={how} leftOut={code === LEFT_OUT} />
            )}
          </span>
        </div>
      </div>
    </div>
  );
}

function How({ how, leftOut }: { readonly how: Meaning["how"]; readonly leftOut: boolean }) {
  if (leftOut) return <Tag>left out</Tag>;
  if (how === "suggested") return <Tag tone="amber">suggested, check it</Tag>;
  if (how === "remembered") return <Tag>remembered</Tag>;
  return <Tag>{how === "same name" ? "the same name" : "chosen"}</Tag>;
}
