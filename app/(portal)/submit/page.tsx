import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Submission } from "#components/indicators/submission.tsx";
import { NewsStrip } from "#components/notices/news-strip.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findSubmission } from "#lib/indicators/submission-queries.ts";
import { findNewsOn } from "#lib/notices/queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "What to submit" };

export default async function SubmitPage({ searchParams }: PageProps<"/submit">) {
  const { stored } = await searchParams;
  const code = typeof stored === "string" ? stored : undefined;
  const { view, news } = await asSignedIn(async (scope) => {
    return { view: await findSubmission(scope, code), news: await findNewsOn(scope, "/submit") };
  });
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/submit">
      <Submission view={view} code={code} news={<NewsStrip news={news} />} />
    </PortalFrame>
  );
}
