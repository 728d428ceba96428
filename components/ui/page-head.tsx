import type { ReactNode } from "react";

/** What a page is, and the few things to do with it. */
export function PageHead(props: {
  readonly title: string;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly tools?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4 border-b-2 border-ink pb-4">
      <div className={props.tools ? "md:min-w-96 md:flex-1" : undefined}>
        {props.above && <p className="mb-1 text-base text-soft">{props.above}</p>}
        <h1>{props.title}</h1>
        {props.below && <p className="mt-3 max-w-3xl text-lg">{props.below}</p>}
      </div>
      {props.tools && <div className="flex flex-wrap items-center gap-3 print:hidden">{props.tools}</div>}
    </div>
  );
}
