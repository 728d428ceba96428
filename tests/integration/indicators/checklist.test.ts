import { describe, expect, test } from "vitest";
import { RuleBroken } from "#lib/errors.ts";
import { findChecklist } from "#lib/indicators/checklist-queries.ts";
import { submitFigure } from "#lib/indicators/commands.ts";
import { findDashboard } from "#lib/indicators/dashboard-queries.ts";
import { publishMonth } from "#lib/indicators/publish-commands.ts";
import type { FigureInput, PublishInput } from "#lib/indicators/schema.ts";
import { ROLES } from "#lib/people/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue, importing, TABLE } from "#tests/support/importing.ts";
import type { Seat } from "#tests/support/people.ts";

const database = await openTestDatabase();
const { asRole, owner } = database;
await defineCatalogue();
const { bring, confirm } = importing(database);
await confirm(await bring(TABLE));
const SECOND: Seat = { role: "data officer", number: 2 };

function list(month: string, seat: Seat = "data officer") {
  return asRole(seat, (scope) => findChecklist(scope, month));
}

const GIVEN = { board: "The board", publishedOn: "2022-04-04", audience: "partners", alreadyPublic: false } as const;

async function publish(month: string, wishes: Partial<PublishInput> = {}, seat: Seat = "data officer") {
  const seen = (await list(month))?.seen ?? "";
  const input = { ...GIVEN, openPointsNote: "As printed.", month, seen, ...wishes };
  return asRole(seat, (scope) => publishMonth(scope, input), "write");
}

function submit(figure: Pick<FigureInput, "code" | "month" | "typed"> & Partial<FigureInput>) {
  const rest = { numerator: null, denominator: null, source: "Case system", reason: "Counted." };
  return asRole("data officer", (scope) => submitFigure(scope, { ...rest, ...figure }), "write");
}

async function problem(work: Promise<unknown>): Promise<{ field: string; message: string }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RuleBroken)) throw error ?? new Error("Nothing was refused.");
  return error;
}

describe("the list of a month", () => {
  test("holds its open points, each with the form that mends it", async () => {
    expect((await list("2021-08"))?.points.map(({ key, href }) => [key, href])).toEqual([
      ["E04 without its two numbers", "/indicators/E04/submit?month=2021-08"],
      ["E07a not reported", "/indicators/E07a/submit?month=2021-08"],
      ["E07b not reported", "/indicators/E07b/submit?month=2021-08"],
      ["D05 not reported", "/indicators/D05/submit?month=2021-08"],
    ]);
  });

  test("says what the small-number rule will hide, and what the year would give away", async () => {
    const hidden = (await list("2022-03"))?.hidden.map(({ code, period, state }) => `${code} ${period}: ${state}`);
    expect(hidden?.sort()).toEqual([
      "A01 month: withheld",
      "A01 year to date: withheld",
      "D01 year to date: withheld",
      "D05 year to date: withheld",
      "E04 month: withheld",
      "E04 year to date: withheld",
    ]);
    expect((await list("2021-04"))?.hidden.map(({ code, state }) => `${code} ${state}`)).toContain("D05 small number");
  });

  test("says what has changed since the last board, and nothing before there was one", async () => {
    expect((await list("2021-05"))?.since).toBeNull();
    await publish("2021-05");
    expect((await list("2021-05"))?.since).toMatchObject({ board: "The board", changed: [] });
    await submit({ code: "E01", month: "2021-05", typed: "86" });
    await submit({ code: "V03a", month: "2021-05", typed: "7" });
    expect((await list("2021-05"))?.since?.changed).toEqual([
      { code: "E01", name: "Requests for an EHC needs assessment", period: "month", was: "85", now: "86" },
      { code: "V03a", name: "Complaints", period: "month", was: null, now: "7" },
    ]);
    await publish("2021-05", { publishedOn: "2022-05-04" });
    expect((await list("2021-05"))?.since?.changed).toEqual([]);
  });

  test("is not there for a month without a figure, nor for the other area", async () => {
    expect(await list("2019-04")).toBeNull();
    expect(await list("2021-04", { role: "data officer", area: "elsewhere" })).toBeNull();
  });

  test.each(ROLES.filter((role) => role !== "data officer"))("is not for a %s", async (role) => {
    expect(await list("2021-04", role)).toBeNull();
  });
});

describe("a month given with points open", () => {
  test("needs a sentence about them", async () => {
    expect(await problem(publish("2021-06", { openPointsNote: "" }))).toMatchObject({
      field: "openPointsNote",
      message: "4 points are open: say why the month is given all the same.",
    });
  });

  test("is shown with their number and the sentence to whoever is given the month", async () => {
    await publish("2021-06");
    for (const role of ["council leader", "board chair", "forum representative"] as const) {
      const page = await asRole(role, (scope) => findDashboard(scope, "2021-06"));
      expect(page?.chosen?.published, role).toMatchObject({ openPoints: 4, openPointsNote: "As printed." });
    }
  });

  test("keeps no sentence when nothing is open", async () => {
    await submit({ code: "V03a", month: "2020-04", typed: "3" });
    await publish("2020-04", { openPointsNote: "Nothing was open." });
    const page = await asRole("data officer", (scope) => findDashboard(scope, "2020-04"));
    expect(page?.chosen?.published).toMatchObject({ openPoints: 0, openPointsNote: "" });
  });

  test.each([
    ["partners", "Hearings were 4."],
    ["public", "Four hearings."],
  ] as const)("for the %s says no number that is hidden from some of them", async (audience, openPointsNote) => {
    expect(await problem(publish("2021-04", { audience, openPointsNote }))).toMatchObject({ field: "openPointsNote" });
  });

  test.each([
    ["for the board", { audience: "board" }],
    ["from a paper that was public", { publishedOn: "2022-04-05", alreadyPublic: true }],
  ] as const)("may say any number %s", async (_what, wishes) => {
    await publish("2021-04", { openPointsNote: "Hearings were 4.", ...wishes });
  });
});

describe("what changes between seeing the list and sending the form", () => {
  const seen = async (month: string) => (await list(month))?.seen ?? "";

  test("is told, and nothing is published", async () => {
    const before = await seen("2021-07");
    await submit({ code: "D01", month: "2021-07", typed: "2" });
    expect(await problem(publish("2021-07", { seen: before }))).toMatchObject({
      field: "seen",
      message:
        "The month has changed since you opened this page; no longer open: mediation meetings (to be confirmed); another figure: mediation meetings. Look at the list again, then publish.",
    });
    expect((await list("2021-07"))?.since).toBeNull();
    await publish("2021-07");
    expect((await list("2021-07"))?.since?.changed).toEqual([]);
  });

  test("is told when no point opened or closed, too", async () => {
    const before = await seen("2021-09");
    await submit({ code: "E01", month: "2021-09", typed: "56" });
    expect((await problem(publish("2021-09", { seen: before }))).message).toContain(
      "another figure: requests for an EHC",
    );
  });

  test("is told when it is in another month on which this one's year rests", async () => {
    const before = await seen("2021-12");
    await submit({ code: "E04", month: "2021-12", typed: "40.9%", numerator: 9, denominator: 22 });
    expect((await problem(publish("2021-12", { seen: before }))).message).toContain("without its two numbers");
  });

  test("is nothing that a form can leave out", async () => {
    expect(await problem(publish("2021-09", { seen: "#" }))).toMatchObject({ field: "seen" });
  });
});

test("two officers who give a board the same month on the same day give it once", async () => {
  const outcomes = await Promise.allSettled([publish("2021-10"), publish("2021-10", {}, SECOND)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(refused?.reason).toBeInstanceOf(RuleBroken);
  expect(refused?.reason).toMatchObject({ field: "publishedOn" });
  const month = new Date("2021-10-01T00:00:00Z");
  expect(await owner.publication.count({ where: { month } })).toBe(1);
  expect(await owner.notice.count({ where: { month } })).toBe(1);
  expect(await owner.auditEntry.count({ where: { action: "published a month", subject: "month 2021-10" } })).toBe(1);
});

describe("another month beside the one of the page", () => {
  const compared = (seat: Seat, month: string, other: string) =>
    asRole(seat, async (scope) => (await findDashboard(scope, month, other))?.comparison);

  test("is compared for whoever sees both, and is not there for whoever sees one", async () => {
    const own = await compared("council leader", "2021-06", "2021-11");
    expect(own?.found).toMatchObject({ earlier: "2021-06", later: "2021-11" });
    expect(own?.found?.notGiven).toBe(
      "November 2021 has not been given to a board yet: your organisation alone sees it.",
    );
    const theirs = await compared("icb leader", "2021-06", "2021-11");
    expect(theirs?.found).toBeNull();
    expect(theirs?.sentence).toContain("November 2021 has no figures here, so June 2021 cannot be compared with it.");
    expect(theirs?.others.map(({ month }) => month)).not.toContain("2021-11");
  });

  test("tells the forum nothing of a cell that is hidden from it", async () => {
    const found = (await compared("forum representative", "2021-07", "2021-06"))?.found;
    const d05 = found?.rows.find(({ series }) => series.definition.code === "D05");
    expect(d05).toMatchObject({ earlier: { state: "reported" }, later: { state: "reported" } });
    const d01 = found?.rows.find(({ series }) => series.definition.code === "D01");
    expect(d01).toMatchObject({ outcome: "cannot be compared", later: { state: "small number", value: null } });
    expect(JSON.stringify(found?.rows)).not.toContain('"14.6%"');
  });

  test("is asked for by a month, or not at all", async () => {
    expect(await asRole("council leader", (scope) => findDashboard(scope, "2021-06", "soon"))).toBeNull();
    expect((await asRole("council leader", (scope) => findDashboard(scope, "2021-06")))?.comparison).toBeNull();
    expect(await compared("council leader", "2021-06", "")).toMatchObject({ asked: "", found: null });
    expect((await compared("council leader", "2021-06", "2021-06"))?.sentence).toContain("This is June 2021 itself");
  });
});
