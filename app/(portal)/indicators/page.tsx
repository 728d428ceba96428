import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IndicatorList } from "#components/indicators/indicator-list.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { listIndicators } from "#lib/indicators/indicator-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Indicators" };

export default async function IndicatorsPage() {
  const view = await asSignedIn(listIndicators);
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/indicators">
      <IndicatorList area={view.actor.areaName} lines={view.lines} />
    </PortalFrame>
  );
}
