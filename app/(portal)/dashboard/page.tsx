import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Dashboard } from "#components/indicators/dashboard.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findDashboard } from "#lib/indicators/dashboard-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage({ searchParams }: PageProps<"/dashboard">) {
  const { month } = await searchParams;
  const view = await asSignedIn((scope) => findDashboard(scope, typeof month === "string" ? month : undefined));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/dashboard">
      <Dashboard view={view} />
    </PortalFrame>
  );
}
