import { confirmPage } from "#lib/people/confirm-rules.ts";

/** Stands in place of a form while `!actor.confirmed`. `what` ends the sentence: "give a role"; `path` is the page to come back to. */
export function ConfirmFirst({ what, path }: { readonly what: string; readonly path: string }) {
  return (
    <p className="max-w-3xl border-l-4 border-brand pl-4">
      To {what}, <a href={confirmPage(path)}>show again that it is you</a>. You come back here.
    </p>
  );
}
