import type { Metadata } from "next";
import { DemoPeople } from "#components/people/demo-people.tsx";
import { SignInForm } from "#components/people/sign-in-form.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";
import { env } from "#lib/env.ts";
import { demoSignInAction, signInAction } from "#lib/people/actions.ts";
import { listDemoPeople } from "#lib/people/queries.ts";
import { returnPath } from "#lib/people/return-schema.ts";
import { whyHere } from "#lib/people/sign-in-words.ts";
import { asSystem } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const asked = await searchParams;
  const path = returnPath.parse(asked.path);
  const people = env().demo ? await asSystem("listing the people of the demonstration", listDemoPeople) : null;
  return (
    <PublicFrame current="/sign-in">
      <PageHead title="Sign in" below={whyHere(asked)} />
      {people && <DemoPeople groups={people} action={demoSignInAction} path={path} />}
      <section className="mt-10">
        <h2 className="mb-4">With your e-mail address and password</h2>
        <SignInForm action={signInAction} path={path} />
        <p className="mt-6 max-w-3xl text-soft">
          No account, or the password lost? Ask the administrator of your area for a link.
        </p>
      </section>
    </PublicFrame>
  );
}
