import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Progress } from "#components/indicators/progress.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";
import { findProgress } from "#lib/indicators/progress-queries.ts";
import { asPublic } from "#lib/scope.ts";

export const metadata: Metadata = { title: "How we are doing" };

export default async function ProgressPage({ searchParams }: PageProps<"/progress">) {
  await connection();
  const { area, month } = await searchParams;
  const one = (given: string | string[] | undefined) => (typeof given === "string" ? given : undefined);
  const view = await asPublic((scope) => findProgress(scope, one(area), one(month)));
  if (!view) notFound();
  return (
    <PublicFrame area={view.area.name} current="/progress">
      <Progress view={view} />
    </PublicFrame>
  );
}
