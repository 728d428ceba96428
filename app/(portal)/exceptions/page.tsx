import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Exceptions } from "#components/exceptions/exceptions.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findExceptions } from "#lib/exceptions/queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Exception reports" };

export default async function ExceptionsPage() {
  const view = await asSignedIn(findExceptions);
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/exceptions">
      <Exceptions view={view} />
    </PortalFrame>
  );
}
