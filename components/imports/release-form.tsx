import { Button } from "#components/ui/form.tsx";

/** Names the publication, and asks for the page again: only then can the file be held against what is stored of it. */
export function ReleaseForm(props: {
  readonly importId: string;
  readonly release: string;
  readonly releases: readonly string[];
}) {
  return (
    <form method="get" action={`/imports/${props.importId}`} className="mt-2 max-w-2xl">
      <label htmlFor="release" className="block font-semibold">
        The publication’s name and year
      </label>
      <p id="release-hint" className="text-soft">
        For example: DfE Education, health and care plans, 2025 release. It is shown wherever a figure of it is.
      </p>
      <input
        id="release"
        name="release"
        list="releases"
        maxLength={200}
        defaultValue={props.release}
        aria-describedby="release-hint"
        autoComplete="off"
        className="mt-1 block min-h-11 w-full border-2 border-ink bg-paper px-2.5 py-1.5"
      />
      <datalist id="releases">
        {props.releases.map((release) => (
          <option key={release} value={release} />
        ))}
      </datalist>
      <div className="mt-4">
        <Button secondary>Check against what is stored</Button>
      </div>
    </form>
  );
}
