import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notices } from "#components/notices/notices.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findNotices } from "#lib/notices/queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const { before } = await searchParams;
  const view = await asSignedIn((scope) => findNotices(scope, typeof before === "string" ? before : undefined));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/notices">
      <Notices view={view} />
    </PortalFrame>
  );
}
