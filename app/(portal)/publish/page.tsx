import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Publishing } from "#components/indicators/publishing.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findMonthsToPublish } from "#lib/indicators/submission-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Publish a month" };

export default async function PublishPage({ searchParams }: PageProps<"/publish">) {
  const { month, published } = await searchParams;
  const asked = typeof month === "string" ? month : undefined;
  const view = await asSignedIn((scope) => findMonthsToPublish(scope, asked));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/publish">
      <Publishing view={view} published={published} />
    </PortalFrame>
  );
}
