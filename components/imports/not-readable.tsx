import { PageHead } from "#components/ui/page-head.tsx";

/** A waiting file that cannot be read any more, because what is asked of a file has changed since. */
export function NotReadable({
  fileName,
  refusals,
}: {
  readonly fileName: string;
  readonly refusals: readonly string[];
}) {
  return (
    <>
      <PageHead
        above={<a href="/imports/new">Import a file</a>}
        title="This file can no longer be read"
        below={<b className="font-semibold wrap-anywhere">{fileName}</b>}
      />
      <ul className="mt-6 list-disc pl-5">
        {refusals.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="mt-4">Nothing of it was stored. Mend the file and upload it again.</p>
    </>
  );
}
