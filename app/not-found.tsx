import type { Metadata } from "next";
import { PageHead } from "#components/ui/page-head.tsx";
import { PublicFrame } from "#components/ui/public-frame.tsx";

export const metadata: Metadata = { title: "Not here" };

/** "Not yours" and "not there" look the same. */
export default function NotFound() {
  return (
    <PublicFrame current="">
      <PageHead title="This page is not here, or not yours to see" />
      <p className="mt-6 max-w-3xl">
        If you typed the address, check it. If you followed a link, what it leads to may belong to another organisation
        or another area, or you may have to sign in first.
      </p>
      <p className="mt-3">
        <a href="/">Go to the first page</a>
      </p>
    </PublicFrame>
  );
}
