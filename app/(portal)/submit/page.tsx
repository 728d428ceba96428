import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Submission } from "#components/indicators/submission.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findSubmission } from "#lib/indicators/submission-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "What to submit" };

export default async function SubmitPage({ searchParams }: PageProps<"/submit">) {
  const { stored } = await searchParams;
  const code = typeof stored === "string" ? stored : undefined;
  const view = await asSignedIn((scope) => findSubmission(scope, code));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/submit">
      <Submission view={view} code={code} />
    </PortalFrame>
  );
}
