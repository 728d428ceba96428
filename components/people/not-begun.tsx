import { signInPage } from "#lib/people/return-schema.ts";
import { MINUTES_TO_FINISH } from "#lib/people/sign-in-rules.ts";

/** For whoever comes to the second step of a sign-in without its first, or too late. */
export function NotBegun({ path }: { readonly path: string | undefined }) {
  return (
    <p className="mt-6 max-w-3xl">
      No sign-in waits for this here: it was finished, or not within {MINUTES_TO_FINISH} minutes.{" "}
      <a href={signInPage(path)}>Sign in</a> with your e-mail address and password first.
    </p>
  );
}
