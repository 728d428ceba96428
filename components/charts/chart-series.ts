/**
 * What a chart is given: numbers to place and words to print, both settled by the caller.
 *
 * A chart decides nothing about its subject: which points count as outside, what a missing one is called and how a value
 * is worded all arrive with it. Every field survives the journey to a client component.
 */
export type ChartPoint = {
  readonly key: string;
  /** The point's name on the horizontal axis, as short as "Mar 22". */
  readonly label: string;
  readonly value: number | null;
  /** The value in words, as a reader should see it: "53%". */
  readonly display: string;
  readonly outside: boolean;
  /** Why there is no value, in the caller's words: "not reported". */
  readonly missing?: string | undefined;
};

export type ChartSeries = {
  readonly title: string;
  /** What the chart says, in sentences, for a reader who does not see it. */
  readonly description: string;
  /** In order, evenly spaced, none left out: a point without a value breaks the line. */
  readonly points: readonly ChartPoint[];
  /** "%", "count", or a word printed over the axis, such as "weeks". */
  readonly unit: string;
  /** The shaded band. A label, if given, is printed under the chart beside a patch of the same shade. */
  readonly band: { readonly lower: number; readonly upper: number; readonly label?: string | undefined } | null;
  readonly mean: { readonly value: number; readonly label: string } | null;
  readonly references: readonly { readonly value: number; readonly label: string }[];
  /** The values that are possible at all; the band is cut to them. */
  readonly clamp?: readonly [lowest: number, highest: number] | undefined;
};
