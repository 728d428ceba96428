import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Dashboard } from "#components/indicators/dashboard.tsx";
import { NewsStrip } from "#components/notices/news-strip.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findDashboard } from "#lib/indicators/dashboard-queries.ts";
import { findNewsOn } from "#lib/notices/queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Dashboard" };

export default async function DashboardPage({ searchParams }: PageProps<"/dashboard">) {
  const asked = await searchParams;
  const one = (given: string | string[] | undefined) => (typeof given === "string" ? given : undefined);
  const [month, other] = [one(asked.month), one(asked.with)];
  const { view, news } = await asSignedIn(async (scope) => {
    const found = await findDashboard(scope, month, other);
    // An address with a month in it was asked for: news waits on the plain page.
    return { view: found, news: (month ?? other) ? null : await findNewsOn(scope, "/dashboard") };
  });
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/dashboard">
      <Dashboard view={view} news={<NewsStrip news={news} />} />
    </PortalFrame>
  );
}
