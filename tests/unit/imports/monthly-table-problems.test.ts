import { describe, expect, test } from "vitest";
import { readDrawn, said } from "./grids.ts";

describe("what is wrong is named by its cell", () => {
  const head = "| | Apr 21 | May 21 | Jun 21 | YTD";
  const layout =
    "The layout is a row of at least three months side by side, such as Apr 21, May 21 and Jun 21, and under it one row " +
    "for each indicator, with its label in the cell before the months. Change the file and upload it again.";
  const again = "Correct the cell and upload the file again.";

  test.each<[string, string[], [string, string][]]>([
    [
      "a file without months",
      ["Name | Apr | May | Jun", "Requests | 1 | 2 | 3"],
      [["A1", `This file is not in the layout of the monthly table: it has no row of months. ${layout}`]],
    ],
    [
      "only two months side by side",
      ["| Apr 21 | May 21", "Requests | 1 | 2"],
      [["A1", `This file is not in the layout of the monthly table: it has no row of months. ${layout}`]],
    ],
    [
      "months without rows",
      ["Monthly KPI", head, "Footnote"],
      [["A1", `This file has no rows under its months. ${layout}`]],
    ],
    [
      "a month twice",
      ["| | Apr 21 | May 21 | Jun 21 | Jun 21", "1 | Requests | 1 | 2 | 3 | 4"],
      [["F1", "June 2021 is in cell E1 already. Give each month one column."]],
    ],
    [
      "a month left out",
      ["| | Apr 21 | May 21 | Jun 21 | Aug 21", "1 | Requests | 1 | 2 | 3 | 4"],
      [["F1", "August 2021 comes after June 2021. Put the months in order, with July 2021 here."]],
    ],
    [
      "a misspelt month",
      ["| | Apr 21 | May 21 | Jnu 21 | Jul 21 | Aug 21 | Sep 21", "1 | Requests | 1 | 2 | 3 | 4 | 5 | 6"],
      [["E1", '"Jnu 21" is neither a month nor the year to date. Correct it, or remove the column.']],
    ],
    [
      "a month that nobody typed",
      ["| | Apr 21 | May 21 | Jun 21 | | Aug 21", "1 | Requests | 1 | 2 | 3 | 4 | 5"],
      [["F1", "A month is missing here. Type it, or remove the column."]],
    ],
    [
      "a misspelt first month",
      ["| | Arp 21 | May 21 | Jun 21 | Jul 21", "1 | Requests | 54 | 2 | 3 | 4"],
      [["C2", '"54" stands under no month. Type the month above it, or empty the cell.']],
    ],
    [
      "a column that is no month",
      ["| | Apr 21 | May 21 | Jun 21 | Target | YTD", "1 | Requests | 1 | 2 | 3 | high | 6"],
      [["F1", '"Target" is neither a month nor the year to date. Correct it, or remove the column.']],
    ],
    [
      "a quarter among the months",
      ["| | Apr 21 | May 21 | Jun 21 | Q1 | Jul 21", "1 | Requests | 1 | 2 | 3 | 6 | 4"],
      [["F1", '"Q1" is neither a month nor the year to date. Correct it, or remove the column.']],
    ],
    [
      "a total among the months",
      ["| | Apr 21 | May 21 | Jun 21 | Total | Jul 21", "1 | Requests | 1 | 2 | 3 | 6 | 4"],
      [["F1", '"Total" is neither a month nor the year to date. Correct it, or remove the column.']],
    ],
    [
      "a second year to date",
      [`${head} | Total`, "1 | Requests | 1 | 2 | 3 | 6 | 6"],
      [["G1", '"Total" is neither a month nor the year to date. Correct it, or remove the column.']],
    ],
    [
      "a value under no month",
      ["| | Apr 21 | May 21 | Jun 21", "1 | Requests | 1 | 2 | 3 | 857"],
      [["F2", '"857" stands under no month. Type the month above it, or empty the cell.']],
    ],
    [
      "a value under no month in a row that is empty otherwise",
      ["| | Apr 21 | May 21 | Jun 21", "Requests | 54", "1 | Reviews | 1 | 2 | 3"],
      [["B2", '"54" stands under no month. Type the month above it, or empty the cell.']],
    ],
    [
      "figures above the first months",
      ["| | Apr | May", "1 | Requests | 54 | 85", "", head, "2 | Reviews | 1 | 2 | 3 | 6"],
      [["C2", '"54" stands under no month. Type the month above it, or empty the cell.']],
    ],
    [
      "a label twice",
      [head, "1 | Tribunal hearings | 1 | 2 | 3 | 6", "2 | tribunal hearings | 1 | 2 | 3 | 6"],
      [
        [
          "B3",
          'Cells B2 and B3 hold the same label, "tribunal hearings". Give each row its own label, or remove one of the two.',
        ],
      ],
    ],
    [
      "a number but no label",
      [head, "2a | | 1 | 2 | 3 | 6"],
      [["B2", "This row has no label. Type it in the cell before the first month."]],
    ],
    [
      "neither number nor label",
      [head, "| | 1 | 2 | 3 | 6"],
      [["B2", "This row has no label. Type it in the cell before the first month."]],
    ],
    [
      "words where a figure should be",
      [head, "1 | Requests | 1 | n/a | 3 | 4"],
      [["D2", `"n/a" is not a number, Tbc, a dash or empty. ${again}`]],
    ],
    [
      "many words where a figure should be",
      [head, "1 | Requests | 1 | not known until the school replies | 3 | 4"],
      [["D2", `"not known until the …" is not a number, Tbc, a dash or empty. ${again}`]],
    ],
    ["a figure below zero", [head, "1 | Requests | 1 | -5 | 3 | 4"], [["D2", `"-5" is below zero. ${again}`]]],
    [
      "a figure with too many digits",
      [head, "1 | Weeks | 1 | 0.123456 | 3 | 4"],
      [["D2", '"0.123456" is too long a number. Use at most ten digits before the point and four after it.']],
    ],
    [
      "a figure over ten digits",
      [head, "1 | Deficit | 1,234,567,890,123 | 2 | 3 | 4"],
      [["C2", '"1,234,567,890,123" is too long a number. Use at most ten digits before the point and four after it.']],
    ],
    [
      "a figure of more characters than its form takes",
      [head, `1 | Requests | ${"5".padStart(41, "0")} | ${"6".padStart(40, "0")} | 3 | 4`],
      [
        [
          "C2",
          '"00000000000000000000…" is too long a number. Use at most ten digits before the point and four after it.',
        ],
      ],
    ],
    [
      "a year to date that cannot be read",
      [head, "1 | Requests | 1 | 2 | 3 | six"],
      [["F2", `"six" is not a number, Tbc, a dash or empty. ${again}`]],
    ],
    [
      "a percentage without its sign",
      [head, "1 | Rate | 26.7% | 19.4 | 8.0% | 18%"],
      [["D2", `"19.4" has no % sign, but the rest of the row has. ${again}`]],
    ],
    [
      "a year to date without its % sign",
      [head, "1 | Rate | 26.7% | - | 8.0% | 18"],
      [["F2", `"18" has no % sign, but the rest of the row has. ${again}`]],
    ],
    [
      "as many figures with a % sign as without",
      [head, "1 | Rate | 26.7% | Tbc | 8 | -"],
      [["E2", `"8" has no % sign, but the rest of the row has. ${again}`]],
    ],
    [
      "a % sign among counts",
      [head, "1 | Requests | 1 | 2% | 3 | Tbc"],
      [["D2", `"2%" has a % sign, but the rest of the row has none. ${again}`]],
    ],
    [
      "a percentage above 100",
      [head, "1 | Rate | 100% | 100.1% | 0% | 67%"],
      [["D2", `"100.1%" is more than 100%. ${again}`]],
    ],
    [
      "a figure for a month that has not begun",
      ["| | Oct 26 | Nov 26 | Dec 26", "1 | Requests | 1 | 2 |", "2 | Reviews | 1 | 2 | Tbc"],
      [["E1", "December 2026 has not begun, but cell E3 is not empty. Correct the month, or empty its column."]],
    ],
    [
      "months of which none has begun",
      ["| | Apr 62 | May 62 | Jun 62 | YTD", "1 | Requests | | | | 6"],
      [["C1", "None of the months in this row has begun. Check the years."]],
    ],
  ])("%s", (_what, lines, problems) => {
    expect(readDrawn(lines).problems).toEqual(problems.map(([cell, message]) => ({ cell, message })));
  });

  test("and the rest of the table is read all the same", () => {
    const { rows } = readDrawn([head, "1 | Requests | 1 | n/a | 3 | 4", "2 | Reviews | 5 | 6 | 7 | 18"]);
    expect(rows.map(({ cells }) => cells.map(said))).toEqual([
      ["1", "3"],
      ["5", "6", "7"],
    ]);
  });

  test("and after two hundred the rest are counted", () => {
    const wrong = Array.from({ length: 70 }, (_, index) => `${index} | Row number ${index} | n/a | n/a | n/a`);
    const { problems } = readDrawn([head, ...wrong]);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toEqual({ cell: "E68", message: "10 more are not listed, from this cell on." });
  });
});
