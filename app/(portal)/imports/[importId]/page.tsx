import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportPage } from "#components/imports/import-page.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findImport } from "#lib/imports/queries.ts";
import { chosenRows, releaseAsked } from "#lib/imports/schema.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Check a file" };

export default async function CheckFilePage({ params, searchParams }: PageProps<"/imports/[importId]">) {
  const { importId } = await params;
  const sent = await searchParams;
  const asked = { chosen: chosenRows(sent), release: releaseAsked(sent.release) };
  const { actor, view } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, view: await findImport(scope, importId, asked) };
  });
  if (!view) notFound();
  return (
    <PortalFrame actor={actor} current="/imports/new">
      <ImportPage view={view} />
    </PortalFrame>
  );
}
