import type { ReactNode } from "react";
import { SessionWarning } from "#components/people/session-warning.tsx";
import { ButtonForm } from "#components/ui/form.tsx";
import { PageFrame } from "#components/ui/page-frame.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import { IDLE_MINUTES } from "#lib/auth/options.ts";
import { longMoment } from "#lib/dates.ts";
import { keepSessionAction, signOutAction } from "#lib/people/actions.ts";
import { landingPage, placesOf } from "#lib/people/policy.ts";
import { roleName } from "#lib/people/words.ts";

/** The frame of a signed-in page. `current` is the place in the bar that this page belongs to. */
export function PortalFrame(props: { readonly actor: Actor; readonly current: string; readonly children: ReactNode }) {
  const { actor } = props;
  return (
    <PageFrame
      area={actor.areaName}
      home={landingPage(actor.role)}
      places={placesOf(actor)}
      current={props.current}
      corner={
        <>
          <a href="/account" className="py-2.5 underline underline-offset-3">
            {roleName(actor.role)}, {actor.organisationName}
            <span className="sr-only">: your account</span>
          </a>
          {actor.rolesHeld > 1 && (
            <a href="/roles" className="py-2.5 underline underline-offset-3">
              Change role
            </a>
          )}
          <ButtonForm action={signOutAction} label="Sign out" look="plain" />
        </>
      }
      footer={
        <>
          <a href="/accessibility" className="underline underline-offset-3 print:hidden">
            Accessibility
          </a>
          <a href="/progress" className="underline underline-offset-3 print:hidden">
            What the public sees
          </a>
          <span>
            {actor.areaName} SEND partnership portal, as it stood on {longMoment(new Date())}
          </span>
        </>
      }
    >
      <SessionWarning idleMinutes={IDLE_MINUTES} keep={keepSessionAction} />
      {props.children}
    </PageFrame>
  );
}
