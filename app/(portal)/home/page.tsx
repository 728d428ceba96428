import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FiguresAtAGlance } from "#components/indicators/figures-at-a-glance.tsx";
import { NewsStrip } from "#components/notices/news-strip.tsx";
import { Home } from "#components/people/home.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findDashboard } from "#lib/indicators/dashboard-queries.ts";
import { findNewsOn } from "#lib/notices/queries.ts";
import { landingPage } from "#lib/people/policy.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Your work" };

export default async function HomePage() {
  const { actor, dashboard, news } = await asSignedIn(async (scope) => {
    const dashboard = await findDashboard(scope, undefined);
    return { actor: scope.actor, dashboard, news: await findNewsOn(scope, "/home") };
  });
  const landing = landingPage(actor.role);
  if (landing !== "/home") redirect(landing);
  return (
    <PortalFrame actor={actor} current="/home">
      <Home
        role={actor.role}
        organisation={actor.organisationName}
        news={<NewsStrip news={news} />}
        figures={dashboard && <FiguresAtAGlance view={dashboard} />}
      />
    </PortalFrame>
  );
}
