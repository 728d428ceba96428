import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FiguresAtAGlance } from "#components/indicators/figures-at-a-glance.tsx";
import { Home } from "#components/people/home.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findDashboard } from "#lib/indicators/dashboard-queries.ts";
import { landingPage } from "#lib/people/policy.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Your work" };

export default async function HomePage() {
  const { actor, dashboard } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, dashboard: await findDashboard(scope, undefined) };
  });
  const landing = landingPage(actor.role);
  if (landing !== "/home") redirect(landing);
  return (
    <PortalFrame actor={actor} current="/home">
      <Home
        role={actor.role}
        organisation={actor.organisationName}
        figures={dashboard && <FiguresAtAGlance view={dashboard} />}
      />
    </PortalFrame>
  );
}
