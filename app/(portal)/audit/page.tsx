import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Acts } from "#components/audit/acts.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { readFilter } from "#lib/audit/filter-schema.ts";
import { findActs } from "#lib/audit/queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Record of acts" };

export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const asked = readFilter(await searchParams);
  const { actor, view } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, view: await findActs(scope, asked) };
  });
  if (!view) notFound();
  return (
    <PortalFrame actor={actor} current="/audit">
      <Acts area={actor.areaName} view={view} confirmed={actor.confirmed} />
    </PortalFrame>
  );
}
