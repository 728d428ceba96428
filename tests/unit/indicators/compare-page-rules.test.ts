import { describe, expect, test } from "vitest";
import { comparison } from "#lib/indicators/compare-page-rules.ts";
import type { MonthChoice } from "#lib/indicators/dashboard-queries.ts";
import { paperRow } from "#tests/support/monthly-table.ts";

const PAPER = ["1", "2", "5"].map(paperRow);
const NO_YEAR = "The same month a year before, March 2021, has no figures here.";

function choices(...months: string[]): MonthChoice[] {
  const given = { board: "The board", publishedOn: "2022-04-04", audience: "board", alreadyPublic: false };
  const none = { openPoints: 0, openPointsNote: "" };
  return months.map((month) => ({ month, published: month === "2021-12" ? null : { ...given, ...none, month } }));
}

describe("beside March 2022", () => {
  const seen = choices("2022-03", "2022-02", "2021-12");
  const beside = (asked: string) => comparison(PAPER, seen, "2022-03", asked);

  test.each([
    ["", "", NO_YEAR],
    ["2022-02", "2022-02", NO_YEAR],
    ["2022-03", "", `This is March 2022 itself: choose another month. ${NO_YEAR}`],
    ["2021-03", "", "March 2021 has no figures here, so March 2022 cannot be compared with it."],
    ["2022-01", "", `January 2022 has no figures here, so March 2022 cannot be compared with it. ${NO_YEAR}`],
  ])("%j asks for %j, and the page says what it cannot", (asked, found, sentence) => {
    expect(beside(asked)).toMatchObject({ asked: found, sentence });
    expect(beside(asked).found === null).toBe(found === "");
  });

  test("only a month that the reader sees is offered", () => {
    expect(beside("").others.map(({ month }) => month)).toEqual(["2022-02", "2021-12"]);
    expect(beside("").shortcuts).toEqual([{ name: "The month before", month: "2022-02" }]);
    const withYear = comparison(PAPER, choices("2022-03", "2021-03"), "2022-03", "");
    expect(withYear.shortcuts).toEqual([{ name: "The same month a year before", month: "2021-03" }]);
    expect(withYear.sentence).toBe("The month before, February 2022, has no figures here.");
  });

  test("a month that no board was given says so", () => {
    expect(beside("2022-02").found?.notGiven).toBe("");
    expect(beside("2021-12").found?.notGiven).toBe(
      "December 2021 has not been given to a board yet: your organisation alone sees it.",
    );
  });

  test("a later month is held against it from the earlier to the later", () => {
    const found = comparison(PAPER, seen, "2022-02", "2022-03").found;
    expect(found).toMatchObject({ earlier: "2022-02", later: "2022-03" });
    expect(found?.headline).toContain("From February to March 2022: 1 rose, 1 fell and 1 cannot be compared.");
  });
});
