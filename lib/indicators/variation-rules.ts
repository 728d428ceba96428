/**
 * Is this month a real change, or the usual month-to-month variation? Statistical process control by the XmR method.
 *
 * Every point shown counts: no moving range is screened out and no point is set aside. The rules are those the partnership
 * agreed: limits at the mean ± 2.66 × the mean moving range, four signals, and no limits under twelve points.
 * Months come in order, none left out; one without a value is a gap, and a gap is not a point. The change across a gap is
 * not a change between neighbours, so it is no moving range, and a gap ends every run: nobody knows what happened in it.
 */
export type Point = { readonly month: string; readonly value: number | null };

export type Signal = {
  readonly rule: "outside limits" | "seven one side" | "seven rising" | "seven falling" | "two of three outer third";
  readonly months: readonly string[];
  readonly side: "above" | "below";
};

export type Variation = {
  readonly points: number;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly signals: readonly Signal[];
  readonly longestRunFromEnd: { readonly side: "above" | "below"; readonly length: number } | null;
};

type Side = Signal["side"];
type SideOf = (value: number) => Side | null;
type Reported = { readonly month: string; readonly value: number };
type Run = { readonly side: Side; readonly months: readonly string[] };

const FEWEST_POINTS_FOR_LIMITS = 12;
const LIMITS_IN_MEAN_MOVING_RANGES = 2.66;
const POINTS_IN_A_RUN = 7;

/**
 * The mean, the natural limits and the signals of one monthly series, in the unit of its values.
 *
 * The limits are as computed: a percentage's may pass 0 or 100, and what a chart shows of them is the chart's matter.
 * They are null under twelve values, or when no two neighbouring months both have one; then no signal is given either.
 * A signal names its months, oldest first: each unbroken stretch once, and for two of three only the months in the outer
 * third. Rising is "above" and falling "below"; two equal months are neither. `longestRunFromEnd` counts back from the
 * last month, and is null when that month has no value or sits on the mean.
 */
export function variation(points: readonly Point[]): Variation {
  const stretches = withoutGaps(points);
  const values = stretches.flat().map(({ value }) => value);
  const mean = average(values);
  if (mean === null) return { points: 0, mean, lower: null, upper: null, signals: [], longestRunFromEnd: null };

  // Sums of decimals are wrong in their last digits, so a value this near to a line is on it.
  const blur = 1e-10 * Math.max(...values.map(Math.abs));
  const beyond = (low: number, high: number) => (value: number) =>
    value > high + blur ? "above" : value < low - blur ? "below" : null;
  const oneSide = stretches.flatMap((stretch) => stays(stretch, beyond(mean, mean)));
  const found = { points: values.length, mean, longestRunFromEnd: runUpTo(points.at(-1), oneSide) };

  const range = average(stretches.flatMap(changes).map(Math.abs));
  if (values.length < FEWEST_POINTS_FOR_LIMITS || range === null)
    return { ...found, lower: null, upper: null, signals: [] };

  const reach = LIMITS_IN_MEAN_MOVING_RANGES * range;
  const [lower, upper, third] = [mean - reach, mean + reach, (reach * 2) / 3];
  const outside = stretches.flatMap((stretch) => stays(stretch, beyond(lower, upper)));
  const moving = stretches.flatMap((stretch) => trends(stretch, beyond(0, 0)));
  const outer = stretches.flatMap((stretch) => twosOfThree(stretch, beyond(mean - third, mean + third)));
  const signals: Signal[] = [
    ...outside.map((run) => ({ rule: "outside limits" as const, ...run })),
    ...oneSide.filter(isSeven).map((run) => ({ rule: "seven one side" as const, ...run })),
    ...moving
      .filter(isSeven)
      .map((run) => ({ rule: `seven ${run.side === "above" ? "rising" : "falling"}` as const, ...run })),
    ...outer.map((run) => ({ rule: "two of three outer third" as const, ...run })),
  ];
  return { ...found, lower, upper, signals };
}

function withoutGaps(points: readonly Point[]): Reported[][] {
  const stretches: Reported[][] = [[]];
  for (const { month, value } of points) {
    if (value === null) stretches.push([]);
    else stretches.at(-1)?.push({ month, value });
  }
  return stretches;
}

function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function changes(stretch: readonly Reported[]): number[] {
  return stretch.slice(1).map(({ value }, before) => value - (stretch[before]?.value ?? value));
}

function stays(stretch: readonly Reported[], sideOf: SideOf): Run[] {
  const sides = stretch.map(({ value }) => sideOf(value));
  return groups(sides, 1).map(({ side, at }) => ({ side, months: monthsAt(stretch, at) }));
}

/** Months that keep rising or keep falling; the month from which a trend sets out belongs to it. */
function trends(stretch: readonly Reported[], sideOf: SideOf): Run[] {
  const moves = changes(stretch).map(sideOf);
  return groups(moves, 1).map(({ side, at }) => ({
    side,
    months: monthsAt(stretch, [...at, at.length + (at[0] ?? 0)]),
  }));
}

/** Two beyond a line with at most one neighbour between them are two of some three, wherever three exist. */
function twosOfThree(stretch: readonly Reported[], sideOf: SideOf): Run[] {
  const sides = stretch.length < 3 ? [] : stretch.map(({ value }) => sideOf(value));
  const pairs = groups(sides, 2).filter(({ at }) => at.length > 1);
  return pairs.map(({ side, at }) => ({ side, months: monthsAt(stretch, at) }));
}

/** The positions on each side, grouped where each is at most `apart` after the one before. */
function groups(sides: readonly (Side | null)[], apart: number) {
  return (["above", "below"] as const).flatMap((side) => {
    const found: number[][] = [];
    for (const [index, each] of sides.entries()) {
      if (each !== side) continue;
      const open = found.at(-1);
      if (open && index - (open.at(-1) ?? index) <= apart) open.push(index);
      else found.push([index]);
    }
    return found.map((at) => ({ side, at }));
  });
}

function monthsAt(stretch: readonly Reported[], positions: readonly number[]): string[] {
  return positions.flatMap((position) => stretch[position]?.month ?? []);
}

function runUpTo(last: Point | undefined, oneSide: readonly Run[]): Variation["longestRunFromEnd"] {
  const run = oneSide.find(({ months }) => months.at(-1) === last?.month);
  return run ? { side: run.side, length: run.months.length } : null;
}

function isSeven({ months }: Run): boolean {
  return months.length >= POINTS_IN_A_RUN;
}
