import type { ReactNode } from "react";

/** The one thing that may scroll sideways: a data table, in a region with a name that the keyboard can reach. */
export function ScrollRegion({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus (WCAG 2.1.1, axe scrollable-region-focusable)
    <section aria-label={name} tabIndex={0} className="overflow-x-auto focus-visible:bg-paper print:overflow-visible">
      {children}
    </section>
  );
}
