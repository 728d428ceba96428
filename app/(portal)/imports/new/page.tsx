import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportList } from "#components/imports/import-list.tsx";
import { Layouts } from "#components/imports/layouts.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { listImports } from "#lib/imports/queries.ts";
import { readRefusals } from "#lib/imports/refusal-cookie.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Import a file" };

export default async function NewImportPage({ searchParams }: PageProps<"/imports/new">) {
  const { refused } = await searchParams;
  const { actor, imports } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, imports: await listImports(scope) };
  });
  if (!imports) notFound();
  return (
    <PortalFrame actor={actor} current="/imports/new">
      <PageHead
        title="Import a file"
        below="The portal shows what it understood, cell by cell. Nothing is stored until you confirm it."
      />
      <div className="mt-8">
        <UploadForm refusals={refused === undefined ? [] : await readRefusals()} />
      </div>
      <Layouts />
      <ImportList imports={imports} />
    </PortalFrame>
  );
}
