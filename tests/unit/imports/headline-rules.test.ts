import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readNational } from "#lib/imports/national-rules.ts";
import { gridOf } from "./grids.ts";

const PUBLISHED = readFileSync("prisma/demo/dfe-benchmarks.csv", "utf8").trimEnd();

const [HEADINGS = "", ...LINES] = PUBLISHED.split("\n");

function read(lines: readonly string[]) {
  return readNational(gridOf([HEADINGS, ...lines].join("\n"), ","));
}

describe("the DfE extract of the 2025 release", () => {
  const table = read(LINES);

  test("raises a doubt at the four headlines that their settings do not add up to", () => {
    expect(table.doubts.map(({ message }) => message)).toEqual([
      "ehcplans of England for 2023/24 says 576,474, but its settings add up to 572,829: a gap of 3,645. Check it against the publication.",
      "new_ehc_plans of England for 2022 says 66,706, but its settings add up to 66,356: a gap of 350. Check it against the publication.",
      "new_ehc_plans of Yorkshire and The Humber for 2022 says 6,078, but its settings add up to 5,728: a gap of 350. Check it against the publication.",
      "new_ehc_plans of North East Lincolnshire for 2022 says 6,078, but its settings add up to 111: a gap of more than half. This row should not be used.",
    ]);
  });

  test("the regional total in the row of North East Lincolnshire is found without its note", () => {
    const noted = table.rows.find(({ state }) => state === "defect");
    const bare = read(LINES.map((line) => line.replace("KNOWN BAD: regional total in LA row", "")));
    expect(bare.rows.filter(({ state }) => state === "defect")).toEqual([]);
    expect(noted).toMatchObject({ value: 6078, asTyped: "6078", note: "KNOWN BAD: regional total in LA row" });
    expect(bare.doubts.filter(({ message }) => message.endsWith("This row should not be used."))).toMatchObject([
      { cell: noted?.cell },
    ]);
  });
});

describe("a headline and its settings", () => {
  const settings = {
    mainstream_total: "50",
    special_total: "30",
    ap_pru_total: "1",
    fe_total: "9",
    ed_elsewhere: "5",
    nm_early_years: "2",
    placement_unknown: "3",
  };
  const headlineAndSettings = (period: string, headline: string, changed: Record<string, string> = {}) =>
    Object.entries({ new_ehc_plans: headline, ...settings, ...changed }).map(
      ([variable, value]) => `newplans,Rutland,Calendar year,${period},${variable},${value}`,
    );

  test.each([
    ["agree", "2022", "100", {}, ""],
    ["differ by half", "2022", "150", {}, "a gap of 50. Check it against the publication."],
    ["differ by more than half", "2022", "151", {}, "a gap of more than half. This row should not be used."],
    ["differ the other way", "2024", "99", {}, "a gap of 1. Check it against the publication."],
    ["differ before unknown placements were counted", "2021", "151", {}, ""],
    ["cannot be compared, a setting being unavailable", "2022", "151", { placement_unknown: "x" }, ""],
    ["cannot be compared, a setting being a known defect", "2022", "151", { fe_total: "9,wrong" }, ""],
    ["cannot be compared, the headline being unavailable", "2022", "x", {}, ""],
  ])("%s", (_how, period, headline, changed, ending) => {
    const table = read(headlineAndSettings(period, headline, changed));
    expect(table.problems).toEqual([]);
    expect(table.doubts.map(({ cell, message }) => `${cell}: ${message.split(": ")[1]}`)).toEqual(
      ending === "" ? [] : [`F2: ${ending}`],
    );
  });

  test("are not compared when a setting is left out", () => {
    expect(read(headlineAndSettings("2022", "151").slice(0, -1)).doubts).toEqual([]);
  });
});

test("after two hundred doubts the rest are counted", () => {
  const headlines = LINES.filter((line) => /^newplans,England,Calendar year,2022,/.test(line));
  const areas = Array.from({ length: 1300 }, (_, index) => headlines.join("\n").replaceAll("England", `Area ${index}`));
  const { doubts } = read(areas);
  expect(doubts).toHaveLength(201);
  expect(doubts.at(-1)?.message).toBe("1,100 more are not listed, from this cell on.");
});
