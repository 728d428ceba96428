import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Indicator } from "#components/indicators/indicator.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findIndicator } from "#lib/indicators/indicator-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Indicator" };

export default async function IndicatorPage({ params, searchParams }: PageProps<"/indicators/[code]">) {
  const { code } = await params;
  const { target } = await searchParams;
  const view = await asSignedIn((scope) => findIndicator(scope, code));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/indicators">
      <Indicator view={view} target={typeof target === "string" ? target : ""} />
    </PortalFrame>
  );
}
