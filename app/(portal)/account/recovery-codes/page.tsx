import type { Metadata } from "next";
import { PortalFrame } from "#components/people/portal-frame.tsx";
import { RecoveryCodes } from "#components/people/recovery-codes.tsx";
import { readCodes } from "#lib/auth/shown-once.ts";
import { goOnAction } from "#lib/people/account-actions.ts";
import { findStep } from "#lib/people/account-queries.ts";
import { returnPath } from "#lib/people/return-schema.ts";
import { inFours } from "#lib/people/second-step-rules.ts";
import { asSignedIn } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Recovery codes" };

export default async function RecoveryCodesPage({ searchParams }: PageProps<"/account/recovery-codes">) {
  const path = returnPath.parse((await searchParams).path);
  const { actor, step } = await asSignedIn(async (scope) => ({ actor: scope.actor, step: await findStep(scope) }));
  const codes = await readCodes(actor.userId);
  return (
    <PortalFrame actor={actor} current="/account">
      <RecoveryCodes
        codes={codes?.map((code) => inFours(code, "-")) ?? null}
        left={step.codesLeft}
        goOn={goOnAction}
        path={path}
      />
    </PortalFrame>
  );
}
