import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Report } from "#components/exceptions/report.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findReport } from "#lib/exceptions/report-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Exception report" };

export default async function ReportPage({ params, searchParams }: PageProps<"/exceptions/[code]/[month]">) {
  const { code, month } = await params;
  const { check, done } = await searchParams;
  const view = await asSignedIn((scope) => findReport(scope, code, month));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/exceptions">
      <Report view={view} checking={check === "yes"} done={typeof done === "string" ? done : ""} />
    </PortalFrame>
  );
}
