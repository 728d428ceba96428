import { describe, expect, test } from "vitest";
import { NotAllowed } from "#lib/errors.ts";
import { findChecklist } from "#lib/indicators/checklist-queries.ts";
import { submitFigure } from "#lib/indicators/commands.ts";
import { publishMonth } from "#lib/indicators/publish-commands.ts";
import { listOwnAreaSeries, listSeries } from "#lib/indicators/queries.ts";
import type { PublishInput } from "#lib/indicators/schema.ts";
import { findMonthsToPublish, findSubmission } from "#lib/indicators/submission-queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import { asPublic } from "#lib/scope.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue, importing, TABLE } from "#tests/support/importing.ts";
import type { Seat } from "#tests/support/people.ts";

const database = await openTestDatabase();
const { world, asRole } = database;
await defineCatalogue();
const { bring, confirm } = importing(database);
await confirm(await bring(TABLE));

const PUBLICATION: Omit<PublishInput, "month" | "seen"> = {
  board: "The board",
  publishedOn: "2022-04-04",
  audience: "public",
  alreadyPublic: false,
  openPointsNote: "As printed.",
};

/** What the officer's form was filled in from. */
async function seenBy(seat: Seat, month: string): Promise<string> {
  return (await asRole(seat, (scope) => findChecklist(scope, month)))?.seen ?? "";
}

async function publish(month: string, wishes: Partial<PublishInput> = {}, seat: Seat = "data officer") {
  const seen = await seenBy(seat, month);
  return asRole(seat, (scope) => publishMonth(scope, { ...PUBLICATION, month, seen, ...wishes }), "write");
}

/** "state shown" of a cell as the public reads it; null when it is not there. */
async function shown(code: string, month: string, period: "months" | "printed" = "months") {
  const series = await asPublic((scope) => listSeries(scope, world.here.areaId, false, code));
  const figure = series.find(({ definition }) => definition.code === code)?.[period].find((at) => at.month === month);
  return figure ? `${figure.state} ${figure.asTyped}`.trim() : null;
}

describe("a month that is published", () => {
  test("is nobody else's before, and everybody's after", async () => {
    const leader = (seat: Seat) =>
      asRole(seat, async (scope) => (await listOwnAreaSeries(scope, "E01"))[0]?.months.length ?? 0);
    expect([await leader("icb leader"), await shown("E01", "2021-04")]).toEqual([0, null]);
    await publish("2021-04");
    expect([await leader("icb leader"), await shown("E01", "2021-04")]).toEqual([1, "reported 54"]);
    expect(await leader({ role: "icb leader", area: "elsewhere" })).toBe(0);
  });

  test("hides small numbers and rates without their two numbers", async () => {
    expect(await shown("D05", "2021-04")).toBe("small number c");
    expect(await shown("A01", "2021-04")).toBe("withheld");
    expect(await shown("D01", "2021-04")).toBe("to be confirmed Tbc");
  });

  test("withholds the year to date once a month of the year was hidden", async () => {
    await publish("2022-03");
    expect(await shown("E01", "2022-03", "printed")).toBe("reported 857");
    expect(await shown("D05", "2022-03", "printed")).toBe("withheld");
  });

  test("is shown as printed when the paper was public already", async () => {
    await publish("2021-05", { alreadyPublic: true });
    expect(await shown("D05", "2021-05")).toBe("reported 4");
    expect(await shown("A01", "2021-05")).toBe("reported 66.2%");
  });

  test("for the board is not shown to the forum or the public", async () => {
    await publish("2021-06", { audience: "board" });
    expect(await shown("E01", "2021-06")).toBeNull();
    const months = await asRole("forum representative", async (scope) => {
      return (await listOwnAreaSeries(scope, "E01"))[0]?.months.map(({ month }) => month);
    });
    expect(months).toEqual(["2021-04", "2021-05", "2022-03"]);
  });

  test("keeps what its board saw when a figure is revised, and says that it changed", async () => {
    const change = { code: "E01", month: "2021-05", typed: "86", numerator: null, denominator: null };
    const why = { source: "Case system", reason: "Counted again." };
    await asRole("data officer", (scope) => submitFigure(scope, { ...change, ...why }), "write");
    expect(await shown("E01", "2021-05")).toBe("reported 85");
    const own = await asRole("council leader", (scope) => listOwnAreaSeries(scope, "E01"));
    expect(own[0]?.months.find(({ month }) => month === "2021-05")).toMatchObject({
      asTyped: "86",
      star: "since published",
    });
    await publish("2021-05", { publishedOn: "2022-05-04" });
    expect(await shown("E01", "2021-05")).toBe("reported 86");
  });

  test("must have figures, have begun, and its board must have met", async () => {
    await expect(publish("2019-04", {})).rejects.toMatchObject({ field: "month" });
    await expect(publish("2021-07", { publishedOn: "2021-06-30" })).rejects.toMatchObject({ field: "publishedOn" });
    await expect(publish("2021-07", { publishedOn: "2199-01-01" })).rejects.toMatchObject({ field: "publishedOn" });
  });

  test.each(ROLES.filter((role) => role !== "data officer"))("is not for a %s to publish", async (role) => {
    await expect(publish("2021-07", {}, role)).rejects.toThrow(NotAllowed);
    expect(await asRole(role, (scope) => findMonthsToPublish(scope))).toBeNull();
    expect(await asRole(role, (scope) => findSubmission(scope))).toBeNull();
  });
});

describe("what a data officer is told to do next", () => {
  const officer = () => asRole("data officer", (scope) => findSubmission(scope));

  test("is to publish what is submitted and not published, the latest month first", async () => {
    const page = await officer();
    expect(page?.next).toMatchObject({ href: "/publish?month=2022-02" });
    expect(page?.toPublish.map(({ month }) => month)).not.toContain("2021-05");
  });

  test("counts what has changed since a month was published", async () => {
    const change = { code: "E01", month: "2021-04", typed: "55", numerator: null, denominator: null };
    const why = { source: "Case system", reason: "Counted again." };
    await asRole("data officer", (scope) => submitFigure(scope, { ...change, ...why }), "write");
    const page = await asRole("data officer", (scope) => findMonthsToPublish(scope));
    expect(page?.months.find(({ month }) => month === "2021-04")).toMatchObject({ figures: 9, changed: 1 });
  });

  test("is the latest gap of the table once every month is published", async () => {
    for (const month of (await officer())?.toPublish ?? []) await publish(month.month, { publishedOn: "2022-05-04" });
    const page = await officer();
    expect(page?.next).toMatchObject({ href: "/indicators/D01/submit?month=2022-03" });
    expect(page?.owed.map(({ code }) => code)).toEqual(["E07a", "E07b", "D01", "D05", "S05"]);
    expect(page?.resting.map(({ code, months }) => [code, months.length])).toEqual([["E04", 12]]);
  });

  test("is to confirm a file that was read in, unless the same contents are stored already", async () => {
    await bring(TABLE);
    expect((await officer())?.next?.href).not.toMatch(/^\/imports/);
    const id = await bring(TABLE.replace("\t54\t", "\t56\t"));
    expect((await officer())?.next?.href).toBe(`/imports/${id}`);
  });

  test("is to import the table where nothing was submitted yet", async () => {
    const seat = { role: "data officer", area: "elsewhere" } as const;
    expect((await asRole(seat, (scope) => findSubmission(scope)))?.next).toMatchObject({ href: "/imports/new" });
  });
});

test("the last month of a year gives no hidden month away, in whatever order they are published", async () => {
  const seat = { role: "data officer", area: "elsewhere" } as const;
  await confirm(await bring(TABLE, seat), { seat });
  await publish("2022-03", {}, seat);
  const series = await asPublic((scope) => listSeries(scope, world.elsewhere.areaId, false));
  const printed = (code: string) => series.find(({ definition }) => definition.code === code)?.printed[0]?.state;
  expect([printed("D05"), printed("D01"), printed("E01")]).toEqual(["withheld", "withheld", "reported"]);
});
