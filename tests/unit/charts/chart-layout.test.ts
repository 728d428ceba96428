import { describe, expect, test } from "vitest";
import { type ChartLayout, layoutChart } from "#components/charts/chart-layout.ts";
import type { ChartSeries } from "#components/charts/chart-series.ts";

const MONTHS = "Apr 21,May 21,Jun 21,Jul 21,Aug 21,Sep 21,Oct 21,Nov 21,Dec 21,Jan 22,Feb 22,Mar 22".split(",");
const HEARINGS = [4, 4, 8, 5, null, 7, 11, 10, 13, 11, 4, 7];

function series(values: readonly (number | null)[], rest: Partial<ChartSeries> = {}): ChartSeries {
  const points = values.map((value, index) => ({
    key: `${index}`,
    label: MONTHS[index] ?? "",
    value,
    display: `${value}`,
    outside: false,
    missing: value === null ? "not reported" : undefined,
  }));
  return { title: "", description: "", points, unit: "count", band: null, mean: null, references: [], ...rest };
}

function keyWords(layout: ChartLayout) {
  return layout.keys.map(({ sample, lines }) => `${sample}: ${lines.join(" ")}`);
}

describe("a percentage", () => {
  test("is read on a scale whose top says so, and its band ends where percentages end", () => {
    const { ticks, band } = layoutChart(
      series([50, 96], { unit: "%", band: { lower: -12, upper: 130 }, clamp: [0, 100] }),
      "wide",
    );
    expect(ticks.map(({ text }) => text)).toEqual(["0", "25", "50", "75", "100%"]);
    expect(band).toMatchObject({ lower: 0, upper: 100 });
  });
});

describe("the scale", () => {
  test("holds the points, the band, the mean and every reference", () => {
    const references = [{ value: 88, label: "goal 88" }];
    const { scale } = layoutChart(series([1, 2], { references, band: { lower: -30, upper: 40 } }), "wide");
    expect([scale.min, scale.max]).toEqual([-50, 100]);
  });

  test("of a small count has no half ticks", () => {
    expect(layoutChart(series([0, 1]), "wide").ticks.map(({ text }) => text)).toEqual(["0", "1"]);
  });

  test("of a chart without a single value still has a zero line", () => {
    expect(layoutChart(series([null, null]), "wide").ticks.map(({ text }) => text)).toEqual(["0", "1"]);
  });
});

describe("names of lines", () => {
  const mean = { value: 53, label: "mean 53" };
  const nearby = [
    { value: 52, label: "England 52" },
    { value: 54, label: "region 54" },
  ];
  const long = [
    { value: 57.9, label: "England 2021, exceptions counted 57.9%" },
    { value: 59.9, label: "England 2021, exceptions left out 59.9%" },
  ];

  test("stand beside the wide chart without overlapping, the last value nearest to its point", () => {
    const { margin } = layoutChart(series([96, 53], { mean, references: nearby }), "wide");
    const ys = margin.map(({ y }) => y).sort((a, b) => a - b);
    expect(Math.min(...ys.slice(1).map((y, index) => y - (ys[index] ?? 0)))).toBeGreaterThanOrEqual(16);
    const moved = margin.map(({ kind, y, from }) => ({ kind, by: Math.abs(y - from) }));
    expect(moved.reduce((least, label) => (label.by < least.by ? label : least)).kind).toBe("last");
  });

  test("move under the chart when they are long, and on a phone always", () => {
    const words = long.map(({ label }) => `reference: ${label}`);
    expect(keyWords(layoutChart(series([50, 53], { mean, references: long }), "wide"))).toEqual(words);
    expect(keyWords(layoutChart(series([50, 53], { mean, references: long }), "narrow"))).toEqual([
      ...words,
      "mean: mean 53",
    ]);
  });

  test("a chart with more rows under it is taller by those rows", () => {
    const [plain, named] = [series([50, 53]), series([50, 53], { mean })].map((given) => layoutChart(given, "narrow"));
    expect((named?.height ?? 0) - (plain?.height ?? 0)).toBe(29);
  });
});

describe("a gap", () => {
  test("has its words in the chart where there is room, and under it where there is not", () => {
    const [wide, narrow] = [layoutChart(series(HEARINGS), "wide"), layoutChart(series(HEARINGS), "narrow")];
    expect(wide.gaps.map(({ lines }) => lines)).toEqual([["not reported"]]);
    expect(keyWords(wide)).toEqual([]);
    expect(keyWords(narrow)).toEqual(["gap: Aug 21: not reported"]);
  });

  test("of several points with the same words is one gap", () => {
    const { gaps } = layoutChart(series([null, null, null, 2, null, 3]), "wide");
    expect(gaps.map(({ name }) => name)).toEqual(["Apr 21 to Jun 21: not reported", "Aug 21: not reported"]);
  });

  test("at the end leaves the last value beside its own point, clear of the names in the margin", () => {
    const { margin, points } = layoutChart(series([1, 2, 3, null], { mean: { value: 3, label: "mean 3" } }), "wide");
    expect(margin).toMatchObject([{ kind: "mean" }, { kind: "last", lines: ["3"] }]);
    expect(margin.map(({ y }) => y)).toEqual([points[2]?.y, points[2]?.y]);
    expect(margin[1]?.x).toBeLessThan(points[3]?.x ?? 0);
  });
});

describe("the axis", () => {
  test.each([
    ["wide", ["Apr 21", "Jul 21", "Oct 21", "Jan 22", "Mar 22"]],
    ["narrow", ["Apr 21", "Jul 21", "Oct 21", "Mar 22"]],
  ] as const)("of a %s chart of a year names every third month and the last", (size, names) => {
    expect(layoutChart(series(HEARINGS), size).axis.map(({ text }) => text)).toEqual(names);
  });
});
