import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { Register } from "#components/people/register.tsx";
import { findRegister } from "#lib/people/register-queries.ts";
import { doneInWords } from "#lib/people/register-words.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "People and organisations" };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const { page, search, done } = await searchParams;
  const { actor, register } = await asSignedIn(async (scope) => {
    return { actor: scope.actor, register: await findRegister(scope, { page, search }) };
  });
  if (!register) notFound();
  return (
    <PortalFrame actor={actor} current="/people">
      <Register area={actor.areaName} register={register} done={doneInWords(done)} />
    </PortalFrame>
  );
}
