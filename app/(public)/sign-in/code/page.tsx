import type { Metadata } from "next";
import { CodeForm } from "#components/people/code-form.tsx";
import { NotBegun } from "#components/people/not-begun.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";
import { readSessionToken } from "#lib/auth/session.ts";
import { codeAction } from "#lib/people/actions.ts";
import { findPending } from "#lib/people/pending-queries.ts";
import { returnPath } from "#lib/people/return-schema.ts";
import { asSystem } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Your code" };

export default async function CodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const path = returnPath.parse((await searchParams).path);
  const token = await readSessionToken();
  const pending = await asSystem("signing in", (scope) => findPending(scope, token));
  return (
    <PublicFrame current="/sign-in">
      <PageHead title="Your code" />
      {pending?.awaiting === "a code" ? (
        <div className="mt-6">
          <CodeForm
            action={codeAction}
            submit="Go on"
            label="Code"
            hint="The six digits that your authenticator app shows now, or one of your recovery codes."
            path={path}
          />
          <p className="mt-6 max-w-3xl text-soft">
            Neither the app nor a recovery code at hand? Ask the administrator of your area for a link for a new
            password: with it you set up the app again.
          </p>
        </div>
      ) : (
        <NotBegun path={path} />
      )}
    </PublicFrame>
  );
}
