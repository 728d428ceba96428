"use client";

import { unstable_isUnrecognizedActionError as isOfAnotherBuild } from "next/navigation";
import { Failure } from "#components/people/failure.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";

export default function ErrorPage({ error }: { readonly error: Error & { readonly digest?: string } }) {
  return (
    <PublicFrame current="">
      <title>Something went wrong – SEND partnership portal</title>
      <Failure digest={error.digest} renewed={isOfAnotherBuild(error)} again={() => location.reload()} />
    </PublicFrame>
  );
}
