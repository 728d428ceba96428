import type { ReactNode } from "react";

/**
 * The one thing that may scroll sideways: a data table, in a region with a name that the keyboard can reach. Positioned,
 * so that words for screen readers inside it do not widen the page.
 */
export function ScrollRegion({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus (WCAG 2.1.1)
      tabIndex={0}
      className="relative overflow-x-auto focus-visible:bg-paper print:overflow-visible"
    >
      {children}
    </section>
  );
}
