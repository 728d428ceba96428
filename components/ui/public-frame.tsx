import type { ReactNode } from "react";
import { PageFrame } from "./page-frame.tsx";

const PLACES = [{ href: "/progress", name: "How we are doing" }];

/** The frame of a page that anyone may read. */
export function PublicFrame(props: { readonly area?: string; readonly current: string; readonly children: ReactNode }) {
  return (
    <PageFrame
      area={props.area ?? "Local area"}
      home="/"
      places={PLACES}
      current={props.current}
      corner={
        <a href="/sign-in" className="py-2.5 underline underline-offset-3">
          Sign in
        </a>
      }
      footer={
        <a href="/accessibility" className="underline underline-offset-3 print:hidden">
          Accessibility
        </a>
      }
    >
      {props.children}
    </PageFrame>
  );
}
