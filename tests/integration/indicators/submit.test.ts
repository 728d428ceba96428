import { describe, expect, test } from "vitest";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { submitFigure } from "#lib/indicators/commands.ts";
import { findFigureForm } from "#lib/indicators/figure-form-queries.ts";
import { listRevisions } from "#lib/indicators/queries.ts";
import type { FigureInput } from "#lib/indicators/schema.ts";
import { ROLES } from "#lib/people/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue } from "#tests/support/importing.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, asRole } = await openTestDatabase();
await defineCatalogue();

type Typed = Partial<FigureInput> & Pick<FigureInput, "code" | "month" | "typed">;

function submit(typed: Typed, seat: Seat = "data officer") {
  const input = { numerator: null, denominator: null, source: "Case system", reason: "", ...typed };
  return asRole(seat, (scope) => submitFigure(scope, input), "write");
}

function revisions(code: string) {
  return asRole("data officer", (scope) => listRevisions(scope, code));
}

describe("a figure typed in", () => {
  test("is kept as typed, with where it came from", async () => {
    await submit({ code: "E01", month: "2022-03", typed: "1,121" });
    expect(await revisions("E01")).toMatchObject([
      { month: "2022-03", asTyped: "1,121", state: "reported", source: "Case system", cell: null, revision: 1 },
    ]);
  });

  test("that says the same again is refused, however it is written", async () => {
    await expect(submit({ code: "E01", month: "2022-03", typed: "1121" })).rejects.toThrow(/already says this/);
  });

  test("that changes needs a reason, and the earlier one stays", async () => {
    const change = { code: "E01", month: "2022-03", typed: "122" };
    await expect(submit(change)).rejects.toMatchObject({ field: "reason" });
    await submit({ ...change, reason: "A typing error." });
    expect((await revisions("E01")).map(({ asTyped, reason }) => [asTyped, reason])).toEqual([
      ["122", "A typing error."],
      ["1,121", null],
    ]);
  });

  test("for a month that has not begun is refused", async () => {
    await expect(submit({ code: "E01", month: "2199-01", typed: "1" })).rejects.toMatchObject({ field: "month" });
  });

  test.each([
    ["a rate without its sign", { typed: "53" }, "typed"],
    ["a rate that its two numbers do not give", { typed: "53%", numerator: 60, denominator: 100 }, "typed"],
    ["a numerator alone", { typed: "53%", numerator: 53 }, "denominator"],
    ["words", { typed: "about half" }, "typed"],
  ])("is refused with the field to mend: %s", async (_what, typed, field) => {
    await expect(submit({ code: "E04", month: "2022-03", ...typed })).rejects.toMatchObject({ field });
  });

  test("may gain its two numbers later, with a reason", async () => {
    const month = { code: "E04", month: "2022-03", typed: "53%" };
    await submit(month);
    await submit({ ...month, numerator: 53, denominator: 100, reason: "The two numbers were asked for." });
    const form = await asRole("data officer", (scope) => findFigureForm(scope, "E04", "2022-03"));
    expect(form?.current).toMatchObject({ asTyped: "53%", numerator: "53", denominator: "100" });
  });

  test("by two people at the same moment is stored once; the other is told", async () => {
    const said = { code: "D01", month: "2022-03" };
    const second = { role: "data officer", number: 2 } as const;
    const outcomes = await Promise.allSettled([
      submit({ ...said, typed: "3" }),
      submit({ ...said, typed: "4" }, second),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(RuleBroken);
    expect(await owner.figure.count({ where: { indicatorCode: "D01" } })).toBe(1);
  });

  test.each(ROLES.filter((role) => role !== "data officer"))("is not for a %s, nor is its form", async (role) => {
    await expect(submit({ code: "E01", month: "2022-02", typed: "1" }, role)).rejects.toThrow(NotAllowed);
    expect(await asRole(role, (scope) => findFigureForm(scope, "E01", "2022-02"))).toBeNull();
  });
});

describe("the form for a figure", () => {
  test.each(["X99", "E01'--", "E01\u0000"])("is not there for an indicator called %j", async (code) => {
    expect(await asRole("data officer", (scope) => findFigureForm(scope, code, "2022-03"))).toBeNull();
  });

  test.each(["2199-01", "March", undefined])("asks for the month first when the address names %s", async (month) => {
    const form = await asRole("data officer", (scope) => findFigureForm(scope, "E01", month));
    expect(form).toMatchObject({ month: null, current: null });
  });
});
