import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { niceScale, pathWithGaps, spreadLabels, textWidth, wrapText, xPositions } from "#components/charts/geometry.ts";

describe("a scale", () => {
  test.each([
    ["a percentage up to 59", 0, 59, [0, 20, 40, 60]],
    ["a percentage up to 77.8", 0, 77.8, [0, 20, 40, 60, 80]],
    ["a full percentage stays at 100", 3, 100, [0, 25, 50, 75, 100]],
    ["a count that starts high still starts at 0", 353_995, 638_745, [0, 200_000, 400_000, 600_000, 800_000]],
    ["shares of one", 0.1, 0.3, [0, 0.1, 0.2, 0.3]],
    ["below zero", -5, 6, [-5, 0, 5, 10]],
    ["nothing but zero", 0, 0, [0, 0.25, 0.5, 0.75, 1]],
  ])("%s", (_name, low, high, ticks) => {
    expect(niceScale(low, high).ticks).toEqual(ticks);
  });

  test("a small count has no half ticks", () => {
    expect(niceScale(0, 1, true).ticks).toEqual([0, 1]);
    expect(niceScale(0, 3, true).ticks).toEqual([0, 1, 2, 3]);
    expect(niceScale(0, 9, true).ticks).toEqual([0, 5, 10]);
  });

  test("whatever the figures, at most five ticks hold them all and zero", () => {
    const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(figure, figure, fc.boolean(), (one, other, whole) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const { min, max, ticks } = niceScale(low, high, whole);
        const near = 1e-6 * (max - min);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks).toContain(0);
        expect(min).toBeLessThanOrEqual(low + near);
        expect(max).toBeGreaterThanOrEqual(high - near);
        expect([ticks[0], ticks.at(-1)]).toEqual([min, max]);
        if (whole) expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe("a line", () => {
  test("spreads its points over the whole width, and one alone stands in the middle", () => {
    expect(xPositions(5, 10, 50)).toEqual([10, 20, 30, 40, 50]);
    expect(xPositions(1, 10, 50)).toEqual([30]);
    expect(xPositions(0, 10, 50)).toEqual([]);
  });

  test.each<[string, (number | null)[], string]>([
    ["runs through every point", [5, 6, 7], "M0 5L1 6L2 7"],
    ["breaks at a gap", [5, 6, null, 7, 8], "M0 5L1 6M3 7L4 8"],
    ["starts and ends late", [null, 5, 6, null], "M1 5L2 6"],
    ["is a dot between gaps", [null, 5, null, 6, 7], "M1 5h0M3 6L4 7"],
    ["is nothing without points", [null, null], ""],
  ])("%s", (_name, ys, path) => {
    expect(pathWithGaps(ys.map((y, x) => ({ x, y })))).toBe(path);
  });
});

describe("labels in one column", () => {
  const labels = fc.array(
    fc.record({
      y: fc.integer({ min: 0, max: 200 }),
      height: fc.integer({ min: 10, max: 40 }),
      weight: fc.integer({ min: 1, max: 8 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test("labels that are apart stay where they belong", () => {
    const apart = [
      { y: 20, height: 16 },
      { y: 120, height: 16 },
      { y: 60, height: 32 },
    ];
    expect(spreadLabels(apart, 0, 200)).toEqual([20, 120, 60]);
  });

  test("two that meet share the way, and the heavier moves less", () => {
    const meeting = [
      { y: 100, height: 16 },
      { y: 100, height: 16 },
    ];
    expect(spreadLabels(meeting, 0, 200)).toEqual([92, 108]);
    const [light, heavy] = spreadLabels(
      [
        { y: 100, height: 16 },
        { y: 100, height: 16, weight: 3 },
      ],
      0,
      200,
    );
    expect([light, heavy]).toEqual([88, 104]);
  });

  test("whatever the labels, none overlaps another and they keep their order", () => {
    fc.assert(
      fc.property(labels, (given) => {
        const placed = spreadLabels(given, 0, 300).map((y, index) => ({
          y,
          from: given[index]?.y ?? 0,
          height: given[index]?.height ?? 0,
        }));
        placed.sort((a, b) => a.y - b.y);
        for (const [index, label] of placed.entries()) {
          const above = placed[index - 1];
          if (!above) continue;
          expect(label.y - label.height / 2).toBeGreaterThanOrEqual(above.y + above.height / 2 - 1e-9);
          expect(label.from).toBeGreaterThanOrEqual(above.from);
        }
      }),
    );
  });

  test("labels that fit stay inside the chart", () => {
    fc.assert(
      fc.property(labels, (given) => {
        for (const [index, y] of spreadLabels(given, 0, 300).entries()) {
          const half = (given[index]?.height ?? 0) / 2;
          expect(y - half).toBeGreaterThanOrEqual(-1e-9);
          expect(y + half).toBeLessThanOrEqual(300 + 1e-9);
        }
      }),
    );
  });
});

describe("words", () => {
  test("a short label stays on one line", () => {
    expect(wrapText("England 57.9%", 168, 13)).toEqual(["England 57.9%"]);
  });

  test("a long label is broken into lines about as long as each other", () => {
    expect(wrapText("Goal agreed by the board in June 2021: 18 weeks", 190, 13)).toEqual([
      "Goal agreed by the board",
      "in June 2021: 18 weeks",
    ]);
  });

  test("whatever the words, none is lost and only a single long word is wider than its line", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9%]{1,14}$/), { maxLength: 10 }), (words) => {
        const lines = wrapText(words.join(" "), 80, 13);
        expect(lines.join(" ")).toBe(words.join(" "));
        for (const line of lines) if (line.includes(" ")) expect(textWidth(line, 13)).toBeLessThanOrEqual(80);
      }),
    );
  });
});
