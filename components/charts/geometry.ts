/**
 * The sums behind every chart: scale, positions, broken lines, labels that keep clear of each other. Pure, in SVG units.
 */

const STEPS = [1, 2, 2.5, 5, 10, 20];
const MOST_TICKS = 5;
/** By letter, of those that are not about as wide as most small ones; a later row corrects an earlier. */
const LETTER_WIDTHS = new Map<string, number>([
  ...widths(0.68, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  ...widths(0.38, " .,:;'’!|1ijlrtI()-"),
  ...widths(0.92, "%@mwMW"),
]);

function widths(width: number, letters: string): (readonly [string, number])[] {
  return [...letters].map((letter) => [letter, width] as const);
}

export type Scale = { readonly min: number; readonly max: number; readonly ticks: readonly number[] };

/** A round scale that holds 0, `low` and `high` in at most five ticks; `whole` keeps the ticks to whole numbers. */
export function niceScale(low: number, high: number, whole = false): Scale {
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  const span = top - bottom > 1e-9 ? top - bottom : 1;
  const magnitude = 10 ** Math.floor(Math.log10(span / (MOST_TICKS - 1)));
  const steps = STEPS.map((step) => step * magnitude).filter((step) => !whole || Number.isInteger(step));
  const reach = (step: number) => [Math.floor(bottom / step + 1e-9), Math.ceil((bottom + span) / step - 1e-9)] as const;
  const fits = (step: number) => reach(step)[1] - reach(step)[0] < MOST_TICKS;
  const step = steps.find(fits) ?? (whole ? 1 : 10 * magnitude);
  const [first, last] = reach(step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => exact((first + index) * step));
  return { min: exact(first * step), max: exact(last * step), ticks };
}

/** Evenly spaced positions from `left` to `right`; a single one stands in the middle. */
export function xPositions(count: number, left: number, right: number): number[] {
  if (count === 1) return [(left + right) / 2];
  return Array.from({ length: count }, (_, index) => left + ((right - left) * index) / (count - 1));
}

/** An SVG path through the points that have a `y`. A gap breaks it; a point alone between gaps is a dot with round caps. */
export function pathWithGaps(points: readonly { readonly x: number; readonly y: number | null }[]): string {
  return points
    .map(({ x, y }, index) => {
      if (y === null) return "";
      if ((points[index - 1]?.y ?? null) !== null) return `L${tidy(x)} ${tidy(y)}`;
      return `M${tidy(x)} ${tidy(y)}${(points[index + 1]?.y ?? null) === null ? "h0" : ""}`;
    })
    .join("");
}

export type Label = { readonly y: number; readonly height: number; readonly weight?: number };

/**
 * The middles of labels stacked in one column, in the order given: each as near to its own `y` as the others allow, the
 * heavier moving less, none overlapping, and all between `top` and `bottom` if they fit. Least squares, pooled.
 */
export function spreadLabels(labels: readonly Label[], top: number, bottom: number): number[] {
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.y ?? 0) - (labels[b]?.y ?? 0));
  const pools: { weight: number; sum: number; members: number[] }[] = [];
  const offsets = new Map<number, number>();
  let filled = 0;
  for (const index of order) {
    const { y, height, weight = 1 } = labels[index] as Label;
    offsets.set(index, filled + height / 2);
    let pool = { weight, sum: weight * (y - filled - height / 2), members: [index] };
    filled += height;
    for (let above = pools.at(-1); above && above.sum / above.weight > pool.sum / pool.weight; above = pools.at(-1)) {
      pool = {
        weight: above.weight + pool.weight,
        sum: above.sum + pool.sum,
        members: [...above.members, ...pool.members],
      };
      pools.pop();
    }
    pools.push(pool);
  }
  const placed: number[] = [];
  for (const { weight, sum, members } of pools) {
    const start = Math.max(top, Math.min(sum / weight, bottom - filled));
    for (const index of members) placed[index] = start + (offsets.get(index) ?? 0);
  }
  return placed;
}

/** About how wide a text is: a little generous, as measured in Atkinson Hyperlegible Next. Bold is a twentieth wider. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += LETTER_WIDTHS.get(letter) ?? 0.54;
  return size * width;
}

/** The text in as few lines as fit `width`, then as even as they can be; a word longer than a line is not cut. */
export function wrapText(text: string, width: number, size: number): string[] {
  const fewest = fill(text, width, size);
  for (let narrower = width - size; narrower > 0; narrower -= size) {
    if (fill(text, narrower, size).length > fewest.length) return fill(text, narrower + size, size);
  }
  return fewest;
}

function fill(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** One decimal place: finer than a screen shows, and a third of the markup. */
export function tidy(position: number): number {
  return Math.round(position * 10) / 10;
}

function exact(tick: number): number {
  return Number(tick.toPrecision(12));
}
