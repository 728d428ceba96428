import { describe, expect, test } from "vitest";
import { type Known, meaningProblems, meanings } from "#lib/imports/meaning-rules.ts";
import type { ReadRow } from "#lib/imports/monthly-table-rules.ts";
import { readCell, type TypedCell } from "#lib/indicators/cell-rules.ts";

const KNOWN: readonly Known[] = [
  { code: "E01", name: "Requests for an EHC needs assessment", shortName: "Requests", unit: "count", kind: "count" },
  { code: "E04", name: "Assessments completed within 20 weeks", shortName: "20 weeks", unit: "%", kind: "rate" },
  { code: "A00", name: "Annual reviews due", shortName: "Reviews due", unit: "count", kind: "count" },
  { code: "A01", name: "Annual reviews completed", shortName: "Reviews done", unit: "%", kind: "rate" },
];

function row(label: string, typed = "54", number = 6): ReadRow {
  const cell = { cell: `C${number}`, month: "2021-04", typed: readCell(typed) as TypedCell };
  return { row: number, ref: "1", label, cells: [cell], yearToDate: null };
}

function meaning(label: string, typed: string, remembered = "", chosen?: string) {
  const before = remembered === "" ? [] : [{ label, code: remembered, caveat: "A caveat." }];
  const choices = new Map(chosen === undefined ? [] : [[6, chosen]]);
  const [found] = meanings([row(label, typed)], KNOWN, before, choices);
  return `${found?.code ?? "nothing"}, ${found?.how}`;
}

describe("what a row means", () => {
  test.each([
    ["is remembered from an earlier file", "Any label", "54", "E01", undefined, "E01, remembered"],
    ["is what was chosen, whatever is remembered", "Any label", "54", "E01", "A00", "A00, chosen"],
    ["is remembered when the choice is the same", "Any label", "54", "E01", "E01", "E01, remembered"],
    ["is left out when that was chosen", "Any label", "54", "E01", "-", "-, chosen"],
    ["is not known when the choice was taken back", "Annual reviews due", "54", "E01", "", "nothing, not known"],
    ["is not known when the choice is no indicator here", "Any label", "54", "", "X99", "nothing, not known"],
    ["is the indicator of the same name, capitals apart", "ANNUAL REVIEWS DUE", "54", "", undefined, "A00, same name"],
    ["is the indicator of the same short name", "requests", "54", "", undefined, "E01, same name"],
    ["is suggested by shared words", "New EHC Needs Assessment Requests", "54", "", undefined, "E01, suggested"],
    ["is never suggested across units", "Number of Annual Reviews due", "54%", "", undefined, "A01, suggested"],
    ["is not known when too little is shared", "EHE with EHCP", "54", "", undefined, "nothing, not known"],
    ["is not remembered for an indicator that is gone", "EHE with EHCP", "54", "Z99", undefined, "nothing, not known"],
  ])("%s", (_what, label, typed, remembered, chosen, expected) => {
    expect(meaning(label, typed, remembered, chosen)).toBe(expected);
  });

  test("is suggested to one row only, the most alike", () => {
    const rows = [
      row("Reviews due in the year", "1", 6),
      row("Annual reviews due", "2", 7),
      row("Reviews due", "3", 8),
    ];
    const found = meanings(rows, [KNOWN[2] as Known], [], new Map());
    expect(found.map(({ code, how }) => `${code} ${how}`)).toEqual([
      "null not known",
      "A00 same name",
      "A00 same name",
    ]);
    const suggested = meanings(
      [row("Reviews due soon", "1", 6), row("Reviews due annual", "2", 7)],
      [KNOWN[2] as Known],
      [],
      new Map(),
    );
    expect(suggested.map(({ code }) => code)).toEqual([null, "A00"]);
  });

  test("keeps what the row leaves unsaid with it", () => {
    const remembered = [{ label: "Any", code: "E01", caveat: "Late ones are not counted." }];
    expect(meanings([row("Any")], KNOWN, remembered, new Map())[0]?.caveat).toBe("Late ones are not counted.");
  });
});

describe("what keeps rows from being stored", () => {
  const rows = [row("One", "1", 6), row("Other", "2", 7)];
  const problems = (codes: readonly string[]) =>
    meaningProblems(meanings(rows, KNOWN, [], new Map(codes.map((code, place) => [place + 6, code]))));

  test("is a row without a meaning, or two with the same; a row left out does not", () => {
    expect(problems(["E01", "A00"])).toEqual([]);
    expect(problems(["-", "-"])).toEqual([]);
    expect(problems(["E01", "E01"])).toMatchObject([{ row: 7, message: expect.stringContaining("Rows 6 and 7") }]);
    expect(problems(["E01", ""])).toMatchObject([{ row: 7, message: expect.stringContaining("Other") }]);
  });
});
