import type { FigureView } from "#lib/indicators/figure.ts";

/** For the body of a table of figures: its cells, unless they say otherwise, once and not on each of a hundred. */
export const FIGURE_CELLS =
  "[:where(&_td)]:border-b [:where(&_td)]:border-line [:where(&_td)]:px-1.5 [:where(&_td)]:py-1.5 [:where(&_td)]:text-right";

/**
 * One honest cell: a number as typed, `Tbc`, a dash, a true 0, a month nobody reported (hatched) and one that was never
 * submitted never look alike, and each says what it is to a screen reader.
 */
export function FigureCell({ figure }: { readonly figure: FigureView | null }) {
  if (figure === null || figure.state === "not reported") {
    return (
      <td className="hatched">
        <span className="sr-only">{figure === null ? "not submitted" : "not reported"}</span>
      </td>
    );
  }
  return (
    <td>
      <Said figure={figure} />
    </td>
  );
}

/** The words of one figure, without its cell. */
export function Said({ figure }: { readonly figure: FigureView }) {
  switch (figure.state) {
    case "to be confirmed":
      return (
        <abbr title="to be confirmed" className="italic text-amber no-underline">
          {figure.asTyped}
        </abbr>
      );
    case "dash":
      return (
        <abbr title="a dash whose meaning the paper does not give" className="text-soft no-underline">
          –
        </abbr>
      );
    case "small number":
      return (
        <abbr title="hidden by the small-number rule" className="text-soft no-underline">
          c
        </abbr>
      );
    case "withheld":
      return <span className="text-[13px] text-soft">not shown</span>;
    case "not reported":
      return <span className="text-soft">not reported</span>;
    case "reported":
      return figure.star === "none" ? (
        figure.asTyped
      ) : (
        <b className="font-semibold">
          {figure.asTyped}
          <sup className="text-red">*</sup>
          <span className="sr-only">
            {figure.star === "in the paper" ? " revised, marked so in the paper" : " revised since it was published"}
          </span>
        </b>
      );
  }
}
