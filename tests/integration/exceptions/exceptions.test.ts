import { beforeAll, describe, expect, test } from "vitest";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { draftReport, giveReport, noteSeen } from "#lib/exceptions/commands.ts";
import { findExceptions } from "#lib/exceptions/queries.ts";
import { findReport } from "#lib/exceptions/report-queries.ts";
import { openExceptions } from "#lib/exceptions/rules.ts";
import type { ReportInput } from "#lib/exceptions/schema.ts";
import { findDashboard } from "#lib/indicators/dashboard-queries.ts";
import { findIndicator } from "#lib/indicators/indicator-queries.ts";
import { setTarget } from "#lib/indicators/target-commands.ts";
import { ROLES } from "#lib/people/schema.ts";
import { makeFigure, makePublication } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue } from "#tests/support/importing.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole, sitter } = await openTestDatabase();
await defineCatalogue();
const { areaId, council } = world.here;
const LEADER: Seat = "council leader";
const SECOND: Seat = { role: "council leader", number: 2 };
const TODAY = new Date().toISOString().slice(0, 10);
const LATER = "2099-01-01";

async function makeMonth(month: string, value: number, audience: "partners" | "board" = "partners") {
  const { roleId } = await sitter("data officer");
  const of = { areaId, indicatorCode: "E04", organisationId: council, submittedById: roleId };
  const figureId = await makeFigure(owner, { ...of, month, value });
  const figures = [{ figureId, indicatorCode: "E04", shown: String(value), value }];
  await makePublication(owner, { areaId, publishedById: roleId, month, audience, figures });
}

function draft(wishes: Partial<ReportInput> = {}, seat: Seat = LEADER) {
  const typed = {
    code: "E04",
    month: "2022-03",
    why: "Staff left.",
    doing: "We hire.",
    backOnTrackOn: LATER,
    version: 0,
  };
  return asRole(seat, (scope) => draftReport(scope, { press: "check", over: undefined, ...typed, ...wishes }), "write");
}

function give(version: number, seat: Seat = LEADER, month = "2022-03") {
  return asRole(seat, (scope) => giveReport(scope, { code: "E04", month, version }), "write");
}

function note(seenOn: string, seat: Seat = "board chair") {
  const seen = { code: "E04", month: "2022-03", board: "The board", seenOn };
  return asRole(seat, (scope) => noteSeen(scope, seen), "write");
}

/** How each role finds the report in the list, by role; those who have no list are not there. */
async function states(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const role of ROLES) {
    const page = await asRole(role, findExceptions);
    if (page)
      found[role] = openExceptions(page.exceptions)
        .map(({ month, state }) => `${month} ${state}`)
        .join();
  }
  return found;
}

/** The roles that read the report's words. */
async function readers(): Promise<string[]> {
  const found: string[] = [];
  for (const role of ROLES) {
    const page = await asRole(role, (scope) => findReport(scope, "E04", "2022-03"));
    if (page?.words && page.words.version > 0) found.push(role);
  }
  return found;
}

const EXACT = ROLES.filter((role) => !["forum representative", "administrator", "auditor"].includes(role));
const COUNCIL = ["council leader", "case officer", "council adviser", "data officer"];
const everybody = (state: string) => Object.fromEntries(EXACT.map((role) => [role, state]));

async function movesOn(seat: Seat): Promise<string[]> {
  const dashboard = await asRole(seat, (scope) => findDashboard(scope, undefined));
  return (dashboard?.page?.moves ?? [])
    .filter(({ href }) => href.startsWith("/exceptions"))
    .map(({ owner, href }) => `${owner} ${href}`);
}

beforeAll(async () => {
  await makeMonth("2022-02", 50);
  await makeMonth("2022-03", 53);
});

test("nothing is owed while no owner has promised anything", async () => {
  expect(await states()).toEqual(everybody(""));
  expect((await asRole("senco", findExceptions))?.promised).toBe(false);
});

describe("a report that is owed", () => {
  test("is known to everybody who reads exact figures, and to the forum by no page", async () => {
    const promise = { code: "E04", target: 60, tolerance: 5, fromOn: "2022-02-01", lastOn: "", reason: "Agreed." };
    await asRole(LEADER, (scope) => setTarget(scope, promise), "write");
    expect(await states()).toEqual(everybody("2022-03 owed"));
    expect(await movesOn("senco")).toEqual(["The council here /exceptions/E04/2022-03"]);
    expect(await movesOn("forum representative")).toEqual([]);
    const onIndicator = (seat: Seat) =>
      asRole(seat, async (scope) => (await findIndicator(scope, "E04"))?.moves.length);
    expect([await onIndicator("senco"), await onIndicator("forum representative")]).toEqual([1, 0]);
    for (const role of ["forum representative", "administrator", "auditor"] as const) {
      expect(await asRole(role, (scope) => findReport(scope, "E04", "2022-03"))).toBeNull();
    }
  });

  test("is owed since the day the promise was set, and names the earlier month", async () => {
    const page = await asRole("senco", (scope) => findReport(scope, "E04", "2022-03"));
    expect(page?.exception).toMatchObject({ since: TODAY, ageDays: 0, earlier: ["2022-02"], owner: { id: council } });
    const earlier = await asRole("senco", (scope) => findReport(scope, "E04", "2022-02"));
    expect(earlier).toMatchObject({ exception: null, owedFor: "2022-03" });
  });

  test.each(ROLES.filter((role) => role !== "council leader"))("is not for a %s to write", async (role) => {
    await expect(draft({}, role)).rejects.toThrow(NotAllowed);
    await expect(give(1, role)).rejects.toThrow(NotAllowed);
  });

  test("cannot be written for a month that owes none, nor in the other area", async () => {
    await expect(draft({ month: "2022-02" })).rejects.toThrow(NotAllowed);
    await expect(draft({}, { role: "council leader", area: "elsewhere" })).rejects.toThrow(NotAllowed);
  });

  test.each([TODAY, "2022-04-01"])("is back on track after today, not on %s", async (backOnTrackOn) => {
    await expect(draft({ backOnTrackOn })).rejects.toMatchObject({ field: "backOnTrackOn" });
  });
});

describe("a draft", () => {
  test("begun by two at the same moment is one; the other is told", async () => {
    const outcomes = await Promise.allSettled([
      draft({ press: "save", why: "One" }),
      draft({ press: "save", why: "Two" }, SECOND),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(RuleBroken);
    expect(await owner.exceptionWords.count()).toBe(1);
  });

  test("is the owner's own: to everybody else the report is owed as before", async () => {
    const drafted = Object.fromEntries(COUNCIL.map((role) => [role, "2022-03 drafted"]));
    expect(await states()).toEqual({ ...everybody("2022-03 owed"), ...drafted });
    expect(await readers()).toEqual(COUNCIL);
  });

  test("saved in a second tab does not replace the first: it is told, and may then", async () => {
    await draft({ version: 1, why: "The first tab's." });
    const second = { version: 1, why: "The second tab's." };
    await expect(draft(second, SECOND)).rejects.toMatchObject({ field: "over-2" });
    await draft({ ...second, over: 2 }, SECOND);
    const page = await asRole(LEADER, (scope) => findReport(scope, "E04", "2022-03"));
    expect(page?.words).toMatchObject({ why: "The second tab's.", version: 3 });
  });

  test("is not noted as seen, nor given as another version, nor with a gap in it", async () => {
    await expect(note(TODAY)).rejects.toThrow(NotAllowed);
    await expect(give(2)).rejects.toThrow(/changed after you opened/);
    await draft({ version: 3, press: "save", doing: "" });
    await expect(give(4)).rejects.toThrow(/what is being done/);
    await draft({ version: 4 });
  });

  test("goes on in the report of a later month that is owed in its place", async () => {
    await makeMonth("2022-04", 40, "board");
    const page = await asRole(LEADER, (scope) => findReport(scope, "E04", "2022-04"));
    expect(page?.words).toMatchObject({ why: "Staff left.", version: 0 });
    // Schools read no month that was given to the board alone: to them the earlier one is still the latest.
    expect(await states()).toMatchObject({ "council leader": "2022-04 owed", senco: "2022-03 owed" });
    await owner.publishedFigure.deleteMany({ where: { month: new Date("2022-04-01") } });
  });
});

describe("a report that is given", () => {
  test("is given once, whoever presses first, and nothing is saved into it after", async () => {
    const outcomes = await Promise.allSettled([give(5), draft({ version: 5, why: "Saved meanwhile." }, SECOND)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const page = await asRole(LEADER, (scope) => findReport(scope, "E04", "2022-03"));
    if (outcomes[0].status === "rejected") await give(page?.words?.version ?? 0);
    await expect(draft({ version: 6 })).rejects.toThrow(/has been given/);
    await expect(give(6)).rejects.toThrow(/has been given/);
  });

  test("is the board's to read and everybody's to know of", async () => {
    expect(await states()).toEqual(everybody("2022-03 given"));
    expect(await readers()).toEqual(
      ROLES.filter((role) => COUNCIL.includes(role) || ["icb leader", "trust leader", "board chair"].includes(role)),
    );
    expect(await movesOn("icb leader")).toEqual(["The board /exceptions/E04/2022-03"]);
    expect(await movesOn("forum representative")).toEqual([]);
  });

  test("answers for a later month that misses too", async () => {
    await makeMonth("2022-05", 40);
    expect((await states())["council leader"]).toBe("2022-03 given");
  });

  test.each(ROLES.filter((role) => role !== "board chair"))("is not for a %s to note as seen", async (role) => {
    await expect(note(TODAY, role)).rejects.toThrow(NotAllowed);
  });

  test("is not seen before it was given, nor in the future", async () => {
    await expect(note("2022-04-04")).rejects.toMatchObject({ field: "seenOn", message: /was given on/ });
    await expect(note(LATER)).rejects.toMatchObject({ field: "seenOn", message: /future/ });
  });

  test("is nobody's move once the chair has noted it, and is noted once", async () => {
    const outcomes = await Promise.allSettled([note(TODAY), note(TODAY, { role: "board chair", number: 2 })]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ message: expect.stringMatching(/noted already/) });
    expect(await states()).toEqual(everybody(""));
    expect(await movesOn(LEADER)).toEqual([]);
  });

  test("left a line for each act, and told partners of two", async () => {
    const about = { subject: "exception report E04 2022-03" };
    const lines = await owner.auditEntry.findMany({ where: about, orderBy: { at: "asc" }, select: { action: true } });
    const acts = new Set(lines.map(({ action }) => action));
    expect([...acts]).toEqual([
      "drafted an exception report",
      "gave an exception report",
      "noted that the board has seen an exception report",
    ]);
    const kinds = await owner.notice.findMany({ orderBy: { at: "asc" }, select: { kind: true, audience: true } });
    expect(kinds.slice(1)).toEqual([
      { kind: "exception report given", audience: "board" },
      { kind: "exception report seen", audience: "board" },
    ]);
  });
});
