import { ImportResult } from "#components/imports/import-result.tsx";
import { MonthlyPreview } from "#components/imports/monthly-preview.tsx";
import { NationalPreview } from "#components/imports/national-preview.tsx";
import { NotReadable } from "#components/imports/not-readable.tsx";
import type { ImportView } from "#lib/imports/queries.ts";

/** One file at the step it stands at: to be checked, or stored. */
export function ImportPage({ view }: { readonly view: ImportView }) {
  switch (view.step) {
    case "monthly table":
      return <MonthlyPreview view={view} />;
    case "national figures":
      return <NationalPreview view={view} />;
    case "stored":
      return <ImportResult view={view} />;
    case "not readable":
      return <NotReadable fileName={view.fileName} refusals={view.refusals} />;
  }
}
