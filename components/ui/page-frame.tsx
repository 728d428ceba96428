import type { ReactNode } from "react";

export type Place = { readonly href: string; readonly name: string };

/**
 * The frame of every page: skip link, bar, navigation, main, footer. On a phone the navigation folds into one Menu line,
 * a details element, so that the first screen is the content and no script is needed.
 */
export function PageFrame(props: {
  readonly area: string;
  readonly home: string;
  readonly places: readonly Place[];
  readonly current: string;
  readonly corner: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <a
        href="#main"
        className="absolute left-2 top-2 z-10 -translate-y-24 bg-focus px-3 py-2 text-ink focus:translate-y-0 print:hidden"
      >
        Skip to the content
      </a>
      <header className="bg-brand text-white print:hidden">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 pb-2 pt-3.5">
          <a href={props.home} className="py-1 text-[19px] leading-tight no-underline">
            <b className="font-bold">{props.area}</b> SEND partnership
          </a>
          <div className="flex flex-wrap items-center gap-x-4 text-[15px]">{props.corner}</div>
        </div>
        {props.places.length > 0 && <Navigation places={props.places} current={props.current} />}
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-page px-5 pb-18 pt-8 print:p-0 focus-visible:bg-paper focus-visible:outline-none"
      >
        {props.children}
      </main>
      <footer className="border-t border-line bg-wash text-[15px] text-soft print:bg-paper">
        <div className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-1 px-5 py-5 print:px-0 print:py-2">
          {props.footer}
        </div>
      </footer>
    </>
  );
}

function Navigation({ places, current }: { readonly places: readonly Place[]; readonly current: string }) {
  const links = places.map((place) => (
    <li key={place.href}>
      <a
        href={place.href}
        aria-current={place.href === current ? "page" : undefined}
        className="block border-l-4 border-transparent px-3 py-2.5 no-underline hover:border-[#7fb9bd] aria-[current]:border-white forced-colors:not-aria-[current]:border-[Canvas] aria-[current]:font-semibold md:border-b-4 md:border-l-0 md:pb-2"
      >
        {place.name}
      </a>
    </li>
  ));
  return (
    <>
      <nav aria-label="Main" className="mx-auto hidden max-w-page px-2 md:block">
        <ul className="flex flex-wrap gap-1">{links}</ul>
      </nav>
      <details className="border-t border-white/25 md:hidden">
        <summary className="px-5 py-2.5 font-semibold">Menu</summary>
        <nav aria-label="Main">
          <ul className="pb-2 pl-2">{links}</ul>
        </nav>
      </details>
    </>
  );
}
