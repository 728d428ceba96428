import { describe, expect, test } from "vitest";
import type { FigureView, Series } from "#lib/indicators/figure.ts";
import type { State } from "#lib/indicators/schema.ts";
import { type MonthStanding, nextStep, owed, restingOnNothing, toPublish } from "#lib/indicators/submission-rules.ts";

type Cells = Readonly<Record<string, State>>;

function series(
  code: string,
  cells: Cells,
  more: { kind?: "count" | "rate"; by?: string; denominator?: number; place?: number } = {},
): Series {
  const { kind = "count", by = null, denominator = null, place = 1 } = more;
  const words = { meaning: "", numerator: "", denominator: "", exclusions: "", basis: "", source: "", law: "" };
  const months = Object.entries(cells).map(
    ([month, state]): FigureView => ({
      ...{ month, state, asTyped: "1", value: state === "reported" ? 1 : null },
      ...{ numerator: denominator && 1, denominator, star: "none" },
    }),
  );
  return {
    definition: {
      ...words,
      ...{ code, name: `Indicator ${code}`, shortName: code, unit: kind === "rate" ? "%" : "count", kind },
      ...{ direction: "context", denominatorCode: by, audience: "public", partOf: null, certainty: "verified" },
    },
    ...{ owners: ["Council"], ref: "", place, caveat: "", months, printed: [] },
  };
}

const NOT_IN_THE_TABLE = Number.MAX_SAFE_INTEGER;

describe("the gaps of the monthly table", () => {
  test("are by indicator and by what is missing, latest month first", () => {
    const all = [
      series("A", { "2022-01": "to be confirmed", "2022-02": "dash", "2022-03": "to be confirmed" }),
      series("B", { "2022-01": "reported", "2022-02": "reported", "2022-03": "not reported" }),
    ];
    expect(owed(all).map(({ code, gaps }) => [code, gaps])).toEqual([
      [
        "A",
        [
          { gap: "to be confirmed", months: ["2022-03", "2022-01"] },
          { gap: "dash", months: ["2022-02"] },
        ],
      ],
      ["B", [{ gap: "not reported", months: ["2022-03"] }]],
    ]);
  });

  test("count a month that another row of the table has, but not an indicator outside the table", () => {
    const all = [
      series("A", { "2022-01": "reported", "2022-02": "reported" }),
      series("B", { "2022-01": "reported" }),
      series("C", { "2022-01": "to be confirmed" }, { place: NOT_IN_THE_TABLE }),
    ];
    expect(owed(all)).toMatchObject([{ code: "B", gaps: [{ gap: "never submitted", months: ["2022-02"] }] }]);
  });
});

test("a row owes nothing for the months before it was first reported", () => {
  const all = [
    series("A", { "2022-01": "reported", "2022-02": "reported", "2022-03": "reported" }),
    series("B", { "2022-02": "reported" }),
  ];
  expect(owed(all)).toMatchObject([{ code: "B", gaps: [{ gap: "never submitted", months: ["2022-03"] }] }]);
});

test("a rate rests on nothing where neither it nor another row gives its denominator", () => {
  const reported = { "2022-01": "reported", "2022-02": "reported" } as const;
  const all = [
    series("A", reported, { kind: "rate" }),
    series("B", reported, { kind: "rate", denominator: 10 }),
    series("C", reported, { kind: "rate", by: "D" }),
    series("D", { "2022-01": "reported", "2022-02": "to be confirmed" }),
  ];
  expect(restingOnNothing(all).map(({ code, months }) => [code, months])).toEqual([
    ["A", ["2022-02", "2022-01"]],
    ["C", ["2022-02"]],
  ]);
});

const published = { board: "The board", publishedOn: "2022-04-04", audience: "public", alreadyPublic: true };
const standing = (month: string, given: MonthStanding["published"], changed = 0): MonthStanding => ({
  month,
  figures: 9,
  changed,
  published: given,
});

describe("the next thing to do", () => {
  const done = [standing("2022-03", published)];
  const gap = owed([series("A", { "2022-02": "to be confirmed", "2022-03": "not reported" })]);
  const resting = restingOnNothing([series("R", { "2022-03": "reported" }, { kind: "rate" })]);
  const waiting = { id: "1", fileName: "kpi.tsv" };
  const next = (found: Partial<Parameters<typeof nextStep>[0]>) =>
    nextStep({ waiting: null, months: done, owed: [], resting: [], ...found });

  test.each([
    ["a file that waits", { waiting, months: [], owed: gap }, "/imports/1"],
    ["the first import", { months: [] }, "/imports/new"],
    [
      "a month that is not published",
      { months: [standing("2022-04", null), ...done], owed: gap },
      "/publish?month=2022-04",
    ],
    ["a month that changed", { months: [standing("2022-03", published, 2)], owed: gap }, "/publish?month=2022-03"],
    ["the latest gap", { owed: gap, resting }, "/indicators/A/submit?month=2022-03"],
    ["a rate that rests on nothing", { resting }, "/indicators/R/submit?month=2022-03"],
  ])("is %s", (_what, found, href) => {
    expect(next(found)).toMatchObject({ href });
  });

  test("is nothing when everything is in", () => {
    expect(next({})).toBeNull();
  });

  test("names how many other months wait", () => {
    const months = ["2022-05", "2022-04", "2022-03"].map((month) => standing(month, null));
    expect(next({ months })?.sentence).toContain("2 others wait too.");
    expect(toPublish([...months, ...done])).toHaveLength(3);
  });
});
