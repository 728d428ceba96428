import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Commentary } from "#components/commentary/commentary.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findCommentary } from "#lib/commentary/page-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Commentary" };

export default async function CommentaryPage({ params, searchParams }: PageProps<"/indicators/[code]/commentary">) {
  const { code } = await params;
  const { month, check, done, withdraw } = await searchParams;
  const one = (given: string | string[] | undefined) => (typeof given === "string" ? given : "");
  const view = await asSignedIn((scope) => findCommentary(scope, code, one(month) || undefined));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/indicators">
      <Commentary view={view} checking={check === "yes"} done={one(done)} withdraw={one(withdraw)} />
    </PortalFrame>
  );
}
