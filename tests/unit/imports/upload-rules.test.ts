import { describe, expect, test } from "vitest";
import { GRID_LIMITS } from "#lib/imports/grid.ts";
import { chosenRows, confirmForm, releaseAsked } from "#lib/imports/schema.ts";
import { cleanFileName, LARGEST_FILE_BYTES } from "#lib/imports/upload-rules.ts";

describe("the name of an uploaded file", () => {
  test.each([
    ["is kept as it is", "KPI März 2022.xlsx", "KPI März 2022.xlsx"],
    ["loses what nobody sees", "\u0000kpi\r\n\u202Etxt.exe\u200B", "kpitxt.exe"],
    ["loses half a character", "kpi\ud800.csv", "kpi\ufffd.csv"],
    ["is cut at 100 characters, not inside one", "😀".repeat(120), "😀".repeat(100)],
    ["is said to be none", " \t ", "A file without a name"],
  ])("%s", (_what, sent, shown) => {
    expect(cleanFileName(sent)).toBe(shown);
  });
});

test("the browser refuses what the reader refuses", () => {
  expect(LARGEST_FILE_BYTES).toBe(GRID_LIMITS.bytes);
});

describe("the form that confirms a file", () => {
  const sent = { importId: "01a202a7-7afe-7d22-bdfb-c5d36f0155d8", shown: "x" };

  test("says what each row means and leaves unsaid", () => {
    const found = confirmForm.parse({
      ...sent,
      "row-6": "E01",
      "caveat-6": " Late ones are not counted. ",
      other: "1",
    });
    expect([...found.chosen]).toEqual([[6, "E01"]]);
    expect([...found.caveats]).toEqual([[6, "Late ones are not counted."]]);
    expect(found).toMatchObject({ reason: "", release: "" });
  });

  test("names the row whose words are too long", () => {
    const found = confirmForm.safeParse({ ...sent, "caveat-12": "x".repeat(301) });
    expect(found.error?.issues).toMatchObject([{ path: ["caveat-12"], message: expect.stringContaining("300") }]);
  });

  test.each([{ "row-0": "E01" }, { "row-6": ["E01", "E02"] }, { "row-6x": "E01" }, { row: "E01" }])(
    "reads nothing out of %j",
    (odd) => {
      expect([...chosenRows(odd)]).toEqual([]);
    },
  );

  test.each([
    ["DfE, 2025 release", "DfE, 2025 release"],
    [" ", ""],
    ["x\u0000", ""],
    ["x".repeat(201), ""],
    [["a", "b"], ""],
    [undefined, ""],
  ])("an address that names the publication %j means %j", (typed, release) => {
    expect(releaseAsked(typed)).toBe(release);
  });
});
