import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesSince, openPoints, pointKey, readSeen, type Seen, seenText } from "#lib/indicators/checklist-rules.ts";
import { changesInWords, mending, openInWords, pointInWords } from "#lib/indicators/checklist-words.ts";
import type { Series } from "#lib/indicators/figure.ts";
import { MARCH, MONTHS, paperRow, seriesOf } from "#tests/support/monthly-table.ts";

const PAPER = ["1", "2", "2a", "2b", "3", "4", "5", "6", "7"].map(paperRow);
const NOT_IN_THE_PAPER = Number.MAX_SAFE_INTEGER;

function keys(all: readonly Series[], month: string): string[] {
  return openPoints(all, month).map(pointKey);
}

function points(all: readonly Series[], month: string): string[] {
  return openPoints(all, month).map((point) => `${pointKey(point)}: ${pointInWords(point)}`);
}

/** Not a row of the paper, so that its own history alone says what is expected. */
function outside(code: string, months: readonly string[]): Series {
  const series = seriesOf(
    code,
    months.map(() => "12"),
  );
  return {
    ...series,
    place: NOT_IN_THE_PAPER,
    months: series.months.map((figure, place) => ({ ...figure, month: months[place] ?? "" })),
  };
}

describe("the paper of 4 April 2022", () => {
  test("leaves these points open in March 2022", () => {
    expect(points(PAPER, MARCH)).toEqual([
      "E04 without its two numbers: 53% came without a numerator and a denominator, so nobody can check it or add it up.",
      "E04 year to date: The printed 28% cannot be rebuilt: no denominators were submitted.",
      "A01 year to date: The paper prints 50.1%; weighted by annual reviews due, the months give 50.9%.",
      "D01 not reported: Not reported.",
    ]);
  });

  test.each([
    [
      "2021-04",
      ["E04 without its two numbers", "E07a not reported", "E07b not reported", "D01 to be confirmed", "S05 dash"],
    ],
    ["2021-08", ["E04 without its two numbers", "E07a not reported", "E07b not reported", "D05 not reported"]],
    ["2022-01", ["E04 without its two numbers", "E07a not reported", "E07b not reported", "A01 not a whole number"]],
    ["2022-02", ["E04 without its two numbers"]],
  ])("leaves these open in %s", (month, expected) => {
    expect(keys(PAPER, month)).toEqual(expected);
  });

  test("says which whole numbers come near a rate that none gives", () => {
    expect(points(PAPER, "2022-01").at(-1)).toBe(
      "A01 not a whole number: January 2022’s revised 48.6% is not a whole number of 178: 86 is 48.3% and 87 is 48.9%.",
    );
  });
});

describe("a figure is missing", () => {
  const [first = "", second = "", third = "", fourth = "", fifth = "", sixth = "", seventh = ""] = MONTHS;
  test.each([
    [
      "of a row of the paper that other rows have",
      [seriesOf("E01", ["1", "2", "3"]), seriesOf("A00", ["1", "2"])],
      third,
      ["A00 never submitted"],
    ],
    [
      "of no row before it was first reported",
      [
        seriesOf("E01", ["1", "2"]),
        { ...seriesOf("A00", ["1", "2"]), months: seriesOf("A00", ["1", "2"]).months.slice(1) },
      ],
      first,
      [],
    ],
    ["of an indicator that came every month", [outside("V03a", [first, second])], third, ["V03a never submitted"]],
    [
      "of one that comes every quarter, in its month",
      [outside("V03a", [first, fourth])],
      seventh,
      ["V03a never submitted"],
    ],
    ["of one that comes every quarter, in between", [outside("V03a", [first, fourth])], sixth, []],
    [
      "of one that came every month, a year later",
      [outside("V03a", [first, second])],
      "2022-05",
      ["V03a never submitted"],
    ],
    ["of none that stopped coming over a year ago", [outside("V03a", [first, second])], "2022-06", []],
    [
      "of one that missed a quarter, in the next",
      [outside("V03a", [first, fourth])],
      MONTHS[9] ?? "",
      ["V03a never submitted"],
    ],
    ["of one that missed a quarter, in between", [outside("V03a", [first, fourth])], MONTHS[7] ?? "", []],
    ["of none that came once", [outside("V03a", [first])], second, []],
    ["of none that begins later", [outside("V03a", [fourth, fifth])], second, []],
  ])("%s", (_what, all, month, expected) => {
    expect(keys(all, month)).toEqual(expected);
  });

  test("and the sentence says why it is expected", () => {
    expect(points([outside("V03a", [first, fourth])], seventh)).toEqual([
      "V03a never submitted: Nothing was submitted, and it has come every 3 months.",
    ]);
  });
});

test("parts that do not make the whole are open, and parts that do are not", () => {
  const whole = (value: string) => seriesOf("E07", [value]);
  const parts = [seriesOf("E07a", ["70"]), seriesOf("E07b", ["5"])];
  expect(keys([whole("75"), ...parts], "2021-04")).toEqual([]);
  expect(points([whole("80"), ...parts], "2021-04")).toEqual([
    "E07 parts: In April 2021, 70 + 5 is 75, not the 80 reported as open assessments past 20 weeks.",
  ]);
});

test("a rate with its two numbers, or a row that gives its denominator, rests on something", () => {
  const rate = seriesOf("E04", ["50%"]);
  const own = { ...rate, months: rate.months.map((figure) => ({ ...figure, numerator: 5, denominator: 10 })) };
  expect(keys([own], "2021-04")).toEqual([]);
  expect(keys([seriesOf("A01", ["50%"]), seriesOf("A00", ["10"])], "2021-04")).toEqual([]);
});

describe("each point leads to the form that mends it", () => {
  const hrefs = (month: string) => openPoints(PAPER, month).map((point) => mending(point, month).href);
  test("the month's own, the month without a denominator, or a new file", () => {
    expect(hrefs(MARCH)).toEqual([
      "/indicators/E04/submit?month=2022-03",
      "/indicators/E04/submit?month=2022-03",
      "/imports/new",
      "/indicators/D01/submit?month=2022-03",
    ]);
    expect(hrefs("2021-08").at(-1)).toBe("/indicators/D05/submit?month=2021-08");
  });
});

test.each([
  [0, "No point is open"],
  [1, "1 point is open"],
  [12, "12 points are open"],
])("%i: %s", (count, said) => {
  expect(openInWords(count)).toBe(said);
});

describe("what changed between seeing the list and sending the form", () => {
  const seen = (figures: Record<string, string>, ...open: string[]): Seen => {
    return { figures: new Map(Object.entries(figures)), points: new Set(open) };
  };
  const before = seen({ "E01 month": "1", "D01 month": "1" }, "D01 to be confirmed");
  const names: Record<string, string> = { E01: "Requests", D01: "Mediation meetings", D05: "Tribunal hearings" };
  const say = (now: Seen) => {
    const changes = changesSince(before, now);
    return changes && changesInWords(changes, (code) => names[code] ?? code);
  };

  test.each([
    ["nothing", before, null],
    [
      "a figure that is confirmed",
      seen({ "E01 month": "1", "D01 month": "2" }),
      "no longer open: mediation meetings (to be confirmed); another figure: mediation meetings",
    ],
    [
      "a figure that is revised, and no point",
      seen({ "E01 month": "2", "D01 month": "1" }, "D01 to be confirmed"),
      "another figure: requests",
    ],
    [
      "a new figure and its point",
      seen({ "E01 month": "1", "D01 month": "1", "D05 month": "1" }, "D01 to be confirmed", "D05 dash"),
      "open now: tribunal hearings (dash); another figure: tribunal hearings",
    ],
  ])("is %s", (_what, now, expected) => {
    const whole = `The month has changed since you opened this page; ${expected}. Look at the list again, then publish.`;
    expect(say(now)).toBe(expected === null ? null : whole);
  });

  test("is found however the list is carried", () => {
    const code = fc.stringMatching(/^[A-Z]\d{2}[a-z]?$/);
    const figures = fc.dictionary(
      code.map((text) => `${text} month`),
      fc.nat({ max: 99 }).map(String),
    );
    const open = fc.array(code.map((text) => `${text} year to date`));
    fc.assert(
      fc.property(figures, open, (known, keysOpen) => {
        const now = seen(known, ...keysOpen);
        expect(changesSince(readSeen(seenText(now)), now)).toBeNull();
      }),
    );
  });

  test.each(["", "#", "E01", "=|=|#||", "__proto__=1#constructor"])("%j is a list that nobody was shown", (text) => {
    expect(changesSince(readSeen(text), before)).not.toBeNull();
  });
});
