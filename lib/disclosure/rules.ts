/**
 * The small-number rule, for whoever stands outside the partnership (the forum, the public): domain/access.md, after the
 * DfE and GSS symbols. A count of 1 to 4 shows as `c`; a rate when its numerator is 1 to 4 or its denominator under 10;
 * a rate without its two numbers is not shown. When one part of a shown whole is hidden, the next smallest is hidden too.
 *
 * It does not apply to a figure that its publisher had already made public: that one is shown as published.
 */
import type { Kind, Period, ShownState, State } from "#lib/indicators/schema.ts";

export const HIDDEN = "c";
const SMALLEST_SHOWN = 5;
const SMALLEST_DENOMINATOR = 10;

export type Exact = {
  readonly code: string;
  readonly period: Period;
  readonly kind: Kind;
  readonly partOf: string | null;
  readonly state: State;
  readonly asTyped: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

export type Shown = {
  readonly code: string;
  readonly period: Period;
  readonly state: ShownState;
  readonly shown: string;
  readonly value: number | null;
};

/**
 * What may leave the partnership of the figures of one month, in their order. `hiddenBefore` holds the codes with a hidden
 * month earlier in the year: a year to date would give that month away, so it is withheld.
 */
export function protect(figures: readonly Exact[], hiddenBefore: ReadonlySet<string>): Shown[] {
  const hidden = new Map<Exact, ShownState>();
  for (const figure of figures) {
    const state = primary(figure);
    if (state) hidden.set(figure, state);
  }
  // What is hidden for another's sake can be a part or a whole in its turn, and its year to date goes with it.
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    withholdYears(figures, hiddenBefore, hidden);
    hideNextSmallest(figures, hidden);
  }
  return figures.map((figure) => shownAs(figure, hidden.get(figure)));
}

function shownAs(figure: Exact, hidden: ShownState | undefined): Shown {
  const { code, period } = figure;
  if (hidden === undefined) return { code, period, state: figure.state, shown: figure.asTyped, value: figure.value };
  return { code, period, state: hidden, shown: hidden === "small number" ? HIDDEN : "", value: null };
}

/** Whether a count is one that shows as `c`. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN;
}

function primary(figure: Exact): ShownState | null {
  if (figure.value === null) return null;
  if (figure.kind === "count" || figure.kind === "stock") return isSmall(figure.value) ? "small number" : null;
  if (figure.numerator === null || figure.denominator === null) return "withheld";
  return isSmall(figure.numerator) || figure.denominator < SMALLEST_DENOMINATOR ? "small number" : null;
}

function withholdYears(
  figures: readonly Exact[],
  hiddenBefore: ReadonlySet<string>,
  hidden: Map<Exact, ShownState>,
): void {
  for (const figure of figures) {
    if (figure.period !== "year to date" || figure.state !== "reported" || hidden.has(figure)) continue;
    const month = figures.find((other) => other.code === figure.code && other.period === "month");
    if (hiddenBefore.has(figure.code) || (month && hidden.has(month))) hidden.set(figure, "withheld");
  }
}

/** A whole and its parts are one sum: a single one of them that is hidden is what the others leave, so two are, or none. */
function hideNextSmallest(figures: readonly Exact[], hidden: Map<Exact, ShownState>): void {
  for (const whole of figures) {
    if (whole.value === null) continue;
    const parts = figures.filter(
      (part) => part.partOf === whole.code && part.period === whole.period && part.value !== null,
    );
    if (parts.length === 0) continue;
    // What the parts leave of the whole belongs to a part without a number: one more that is hidden.
    const left = whole.value - parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
    const hiddenOnes = [...parts, whole].filter((figure) => hidden.has(figure)).length + (isSmall(left) ? 1 : 0);
    if (hiddenOnes !== 1) continue;
    const [next] = parts
      .filter((part) => !hidden.has(part))
      .sort((one, other) => (one.value ?? 0) - (other.value ?? 0));
    hidden.set(next ?? whole, "small number");
  }
}
