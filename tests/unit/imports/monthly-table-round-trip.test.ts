import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, monthName, monthsBetween, shortMonth } from "#lib/dates.ts";
import { cellAddress, type Grid } from "#lib/imports/grid.ts";
import { readMonthlyTable } from "#lib/imports/monthly-table-rules.ts";
import { TODAY } from "./grids.ts";

describe("any table of valid cells", () => {
  const digits = fc.integer({ min: 0, max: 99_999 }).map((number) => number.toLocaleString("en-GB"));
  const percentage = fc.integer({ min: 0, max: 1000 }).map((tenths) => `${tenths / 10}%`);
  const empty = fc.constantFrom("", "-", "–", "—", "Tbc", "TBC", "to be confirmed");
  const mark = fc.constantFrom("", "", "*");
  const figure = (number: fc.Arbitrary<string>) => fc.tuple(number, mark).map((parts) => parts.join(""));
  const spelling = fc.constantFrom(
    shortMonth,
    monthName,
    (month: string) => month,
    (month: string) => `${month}-01`,
  );

  const tables = fc
    .record({
      first: fc.integer({ min: 0, max: 290 }).map((count) => addMonths("2000-01", count)),
      length: fc.integer({ min: 3, max: 24 }),
      spell: spelling,
      hasYearToDate: fc.boolean(),
      titles: fc.array(fc.constantFrom("", "Monthly KPI", "* updated since last month's report"), { maxLength: 3 }),
      kinds: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
    })
    .chain(({ kinds, length, ...rest }) => {
      const row = (percent: boolean) =>
        fc.array(fc.oneof(figure(percent ? percentage : digits), empty), {
          minLength: length + (rest.hasYearToDate ? 1 : 0),
          maxLength: length + (rest.hasYearToDate ? 1 : 0),
        });
      return fc.record({ bodies: fc.tuple(...kinds.map(row)), length: fc.constant(length), rest: fc.constant(rest) });
    });

  test("reads back as itself, every cell under its own address and month", () => {
    fc.assert(
      fc.property(tables, ({ bodies, length, rest }) => {
        const months = monthsBetween(rest.first, addMonths(rest.first, length - 1));
        const head = ["", "", ...months.map(rest.spell), ...(rest.hasYearToDate ? ["YTD"] : [])];
        const lines = [
          ...rest.titles.map((title) => [title]),
          head,
          ...bodies.map((cells, index) => [`${index + 1}`, `Indicator ${index + 1}`, ...cells]),
        ];
        const grid: Grid = { format: "workbook", sheet: "KPI", rows: lines };
        const table = readMonthlyTable(grid, TODAY);

        expect(table.problems).toEqual([]);
        expect(table.months).toEqual(months);
        expect(table.notes.map(({ text }) => text)).toEqual(rest.titles.filter((title) => title !== ""));
        expect(table.rows.map(({ label }) => label)).toEqual(bodies.map((_, index) => `Indicator ${index + 1}`));
        table.rows.forEach(({ row, cells, yearToDate }) => {
          const typed = lines[row - 1] ?? [];
          expect(cells.map(({ month }) => month)).toEqual(months);
          expect(cells.map(({ cell }) => cell)).toEqual(months.map((_, index) => cellAddress(row, index + 3)));
          const shown = [...cells, ...(yearToDate ? [yearToDate] : [])].map(
            ({ typed: { asTyped, markedRevised } }) => asTyped + (markedRevised ? "*" : ""),
          );
          const written = typed.slice(2);
          expect(shown).toEqual(rest.hasYearToDate && written.at(-1) === "" ? written.slice(0, -1) : written);
        });
      }),
    );
  });
});
