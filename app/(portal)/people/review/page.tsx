import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { Review } from "#components/people/review.tsx";
import { findReview } from "#lib/people/review-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Review of access" };

export default async function ReviewPage({ searchParams }: PageProps<"/people/review">) {
  const { sign, page } = await searchParams;
  const { actor, view } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, view: await findReview(scope, { sign, page }) };
  });
  if (!view) notFound();
  return (
    <PortalFrame actor={actor} current="/people">
      <Review area={actor.areaName} view={view} confirmed={actor.confirmed} />
    </PortalFrame>
  );
}
