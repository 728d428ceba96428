import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FigurePage } from "#components/indicators/figure-page.tsx";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { findFigureForm } from "#lib/indicators/figure-form-queries.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Submit a figure" };

export default async function SubmitFigurePage({ params, searchParams }: PageProps<"/indicators/[code]/submit">) {
  const { code } = await params;
  const { month } = await searchParams;
  const view = await asSignedIn((scope) => findFigureForm(scope, code, typeof month === "string" ? month : undefined));
  if (!view) notFound();
  return (
    <PortalFrame actor={view.actor} current="/submit">
      <FigurePage view={view} />
    </PortalFrame>
  );
}
