import { beforeAll, describe, expect, test } from "vitest";
import { publishCommentary } from "#lib/commentary/commands.ts";
import { findCommentary } from "#lib/commentary/page-queries.ts";
import { commenting } from "#tests/support/commentary.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue } from "#tests/support/importing.ts";

const database = await openTestDatabase();
const { asRole } = database;
const { makeMonth, draft } = commenting(database);
await defineCatalogue();

beforeAll(async () => {
  await makeMonth("2022-03", "partners", {
    D05: { value: 3, shown: "c" },
    E07: { value: 15 },
    E07a: { value: 11, shown: "c" },
    E07b: { value: 4, shown: "c" },
  });
  await makeMonth("2022-04", "public", { D05: { value: 2, shown: "c" } });
});

describe("words for the partnership or the public", () => {
  let version = 0;
  async function attempt(code: string, words: string, audience: "partners" | "board" = "partners", month = "2022-03") {
    ({ version } = await draft({ code, month, version, words, audience }));
    return asRole("council leader", (scope) => publishCommentary(scope, { code, month, version }), "write");
  }

  test.each([
    ["There were 3.", /“3”.*Tribunal hearings, March 2022/],
    ["Three in the month.", /“Three”/],
    ["Down to two in April.", /“two”.*April 2022/],
  ])("do not say the number of a hidden figure: %s", async (words, message) => {
    await expect(attempt("D05", words)).rejects.toThrow(message);
  });

  test("may say it to the board", async () => {
    await attempt("D05", "There were 3.", "board");
    version = 0;
  });

  test.each(["4 of them are over a year old.", "Of the 15, eleven are 30 weeks old."])(
    "do not say the number of a hidden part of it: %s",
    async (words) => {
      await expect(attempt("E07", words)).rejects.toThrow(/Open assessments/);
    },
  );

  test("may say what is shown", async () => {
    await attempt("E07", "15 are open, fewer than at any time in 2021.");
    const about = await asRole("forum representative", (scope) => findCommentary(scope, "E07", "2022-03"));
    expect(about?.about?.said.map(({ stands }) => stands.words)).toEqual([
      "15 are open, fewer than at any time in 2021.",
    ]);
  });
});
