import { describe, expect, test } from "vitest";
import { doubtfulFirst, type Held, type Sign, signsOf } from "#lib/people/review-rules.ts";

const TODAY = "2026-11-22";
const IN_ORDER: Held = {
  ...{ fromOn: "2021-04-01", toOn: null, lastUsedOn: TODAY, personEndedOn: null },
  ...{ needsSecondStep: true, hasSecondStep: true },
};

describe("a role that is reviewed", () => {
  test.each<[string, Partial<Held>, Sign[]]>([
    ["in order", {}, []],
    ["never used", { lastUsedOn: null }, ["never used"]],
    ["last used 89 days ago", { lastUsedOn: "2026-08-25" }, []],
    ["last used 90 days ago", { lastUsedOn: "2026-08-24" }, ["not used for 90 days"]],
    ["ending in 30 days", { toOn: "2026-12-22" }, ["ends within 30 days"]],
    ["ending in 31 days", { toOn: "2026-12-23" }, []],
    ["of somebody who left today", { personEndedOn: TODAY }, ["person left"]],
    ["of somebody who leaves tomorrow", { personEndedOn: "2026-11-23" }, []],
    ["with a password alone", { hasSecondStep: false }, ["no second step"]],
    ["that needs no second step", { hasSecondStep: false, needsSecondStep: false }, []],
    [
      "doubtful in every way",
      { lastUsedOn: null, toOn: "2026-11-23", personEndedOn: "2026-01-01", hasSecondStep: false },
      ["person left", "no second step", "never used", "ends within 30 days"],
    ],
  ])("%s: is looked at because of %j", (_what, more, signs) => {
    expect(signsOf({ ...IN_ORDER, ...more }, TODAY)).toEqual(signs);
  });

  test("stands before those that are less doubtful, and otherwise where it stood", () => {
    const rows: { readonly name: string; readonly signs: readonly Sign[] }[] = [
      { name: "a", signs: [] },
      { name: "b", signs: ["ends within 30 days"] },
      { name: "c", signs: ["never used"] },
      { name: "d", signs: ["never used", "ends within 30 days"] },
      { name: "e", signs: ["person left"] },
      { name: "f", signs: [] },
    ];
    expect(doubtfulFirst(rows).map(({ name }) => name)).toEqual(["e", "d", "c", "b", "a", "f"]);
  });
});
