import { beforeAll, describe, expect, test } from "vitest";
import { publishCommentary, withdrawCommentary } from "#lib/commentary/commands.ts";
import { findCommentary } from "#lib/commentary/page-queries.ts";
import { listSaidOfMonth } from "#lib/commentary/queries.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { findDashboard } from "#lib/indicators/dashboard-queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import { asPublic } from "#lib/scope.ts";
import { makeFigure } from "#prisma/factories.ts";
import { commenting } from "#tests/support/commentary.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue } from "#tests/support/importing.ts";
import { type Seat, seatName } from "#tests/support/people.ts";

const database = await openTestDatabase();
const { owner, world, asRole, sitter } = database;
const { makeMonth, draft, publish } = commenting(database);
await defineCatalogue();
const { areaId, council } = world.here;
const LEADER: Seat = "council leader";
const SECOND: Seat = { role: "council leader", number: 2 };
const READERS: readonly Seat[] = [
  ...ROLES,
  { role: "icb leader", area: "elsewhere" },
  { role: "senco", area: "elsewhere" },
];

beforeAll(async () => {
  await makeMonth("2022-01", "public", { E04: { value: 40 } });
  await makeMonth("2022-02", "board", { E04: { value: 59 } });
  await makeMonth("2022-03", "partners", { E04: { value: 53 } });
  const { roleId } = await sitter("data officer");
  const draft = { areaId, indicatorCode: "E04", organisationId: council, submittedById: roleId };
  await makeFigure(owner, { ...draft, month: "2022-05", value: 70 });
});

function page(seat: Seat, month = "2022-01", code = "E04") {
  return asRole(seat, async (scope) => (await findCommentary(scope, code, month))?.about ?? null);
}

/** Who reads these words on the page of the figure, by name; "anyone" reads them signed out. */
async function readersOf(words: string, month: string, code = "E04"): Promise<string[]> {
  const found: string[] = [];
  for (const seat of READERS) {
    const about = await page(seat, month, code);
    const dashboard = await asRole(seat, (scope) => findDashboard(scope, month));
    const [here, there] = [
      about?.said.some(({ stands }) => stands.words === words),
      dashboard?.said.some((one) => one.words === words),
    ];
    expect(there ?? false, `the dashboard of the ${seatName(seat)}`).toBe(here ?? false);
    if (here) found.push(seatName(seat));
  }
  const anyone = await asPublic((scope) => listSaidOfMonth(scope, areaId, month));
  return anyone.some((one) => one.words === words) ? [...found, "anyone"] : found;
}

const EXACT = ROLES.filter((role) => !["forum representative", "administrator", "auditor"].includes(role));
const BOARD = ["council leader", "data officer", "icb leader", "trust leader", "board chair"];
const COUNCIL = ["council leader", "case officer", "council adviser", "data officer"];

describe("a draft", () => {
  test("is seen by the organisation's roles with content, and by nobody else", async () => {
    await draft({});
    const seen: string[] = [];
    for (const seat of READERS) if ((await page(seat))?.draft) seen.push(seatName(seat));
    expect(seen).toEqual(COUNCIL);
    const lines = await owner.auditEntry.findMany({ where: { action: "drafted a commentary" } });
    expect(lines.map(({ subject }) => subject)).toEqual(["commentary E04 2022-01"]);
  });

  test.each(ROLES.filter((role) => role !== "council leader"))("is not for a %s to write", async (role) => {
    await expect(draft({ version: 1 }, role)).rejects.toThrow(NotAllowed);
    expect((await page(role))?.writing ?? null).toBeNull();
  });

  test("is not about a month without a figure, nor about another organisation's indicator", async () => {
    await expect(draft({ month: "2020-01" })).rejects.toThrow(NotAllowed);
    await expect(draft({ code: "H01a" })).rejects.toThrow(NotAllowed);
  });

  test("saved in a second tab does not replace the first: it is told, and may then", async () => {
    await draft({ version: 1, words: "The first tab's." });
    const second = { version: 1, words: "The second tab's." };
    await expect(draft(second, SECOND)).rejects.toMatchObject({
      field: "over-2",
      message: /after you opened this page/,
    });
    expect((await page(LEADER))?.draft?.words).toBe("The first tab's.");
    await draft({ ...second, over: 2 }, SECOND);
    expect((await page(LEADER))?.draft).toMatchObject({ words: "The second tab's.", version: 3 });
  });

  test("begun by two at the same moment is one; the other is told", async () => {
    const begin = (seat: Seat, words: string) => draft({ month: "2022-02", words }, seat);
    const outcomes = await Promise.allSettled([begin(LEADER, "One"), begin(SECOND, "Two")]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(RuleBroken);
    expect(await owner.commentary.count({ where: { month: new Date("2022-02-01") } })).toBe(1);
  });

  test("saved by two at the same moment keeps one of them whole", async () => {
    const { version = 0 } = (await page(LEADER))?.draft ?? {};
    const outcomes = await Promise.allSettled([
      draft({ version, words: "One" }),
      draft({ version, words: "Two" }, SECOND),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await page(LEADER))?.draft).toMatchObject({
      version: version + 1,
      words: expect.stringMatching(/^(One|Two)$/),
    });
  });
});

describe("published words", () => {
  test("for the board are the board's and their own organisation's", async () => {
    await publish({ month: "2022-02", version: 1, words: "For the board." });
    expect(await readersOf("For the board.", "2022-02")).toEqual(
      ROLES.filter((role) => BOARD.includes(role) || COUNCIL.includes(role)),
    );
  });

  test("for the partnership are the forum's too, and nobody's elsewhere", async () => {
    await publish({ month: "2022-03", audience: "partners", words: "For partners." });
    expect(await readersOf("For partners.", "2022-03")).toEqual(
      ROLES.filter((role) => EXACT.includes(role) || role === "forum representative"),
    );
  });

  test("for everyone are read signed out", async () => {
    const { version = 0 } = (await page(LEADER))?.draft ?? {};
    await publish({ version, audience: "public", words: "For everyone." });
    expect(await readersOf("For everyone.", "2022-01")).toContain("anyone");
    expect(await owner.notice.findFirst({ where: { audience: "public" } })).toMatchObject({
      ...{ kind: "commentary published", indicatorCode: "E04" },
    });
  });

  test("cannot be for more readers than the month was given to", async () => {
    await expect(publish({ month: "2022-02", audience: "public" })).rejects.toThrow(/cannot be for everyone/);
    expect((await page(LEADER, "2022-02"))?.writing?.audiences).toEqual(["board"]);
  });

  test("wait until the month is given to a board", async () => {
    await expect(publish({ month: "2022-05" })).rejects.toThrow(/not been given to a board/);
    expect((await page(LEADER, "2022-05"))?.writing).toMatchObject({ given: false });
  });

  test("are those that were checked: a draft changed since is not published", async () => {
    const { version } = await draft({ words: "Checked.", audience: "public" });
    await draft({ version, words: "Changed.", audience: "public" }, SECOND);
    const input = { code: "E04", month: "2022-01", version };
    await expect(asRole(LEADER, (scope) => publishCommentary(scope, input), "write")).rejects.toThrow(
      /changed after you opened/,
    );
    await asRole(LEADER, (scope) => publishCommentary(scope, { ...input, version: version + 1 }), "write");
    expect(await readersOf("Changed.", "2022-01")).toContain("anyone");
  });

  test("stand in place of the earlier ones, which are said before", async () => {
    const about = await page("senco");
    expect(about?.said.map(({ stands, before }) => [stands.words, before.map(({ words }) => words)])).toEqual([
      ["Changed.", ["For everyone."]],
    ]);
  });

  test("are not followed by words for fewer readers, nor by the same again", async () => {
    await expect(publish({ audience: "board" })).rejects.toThrow(/cannot be for the board/);
    await expect(publish({ version: 1, audience: "public", words: "Changed." })).rejects.toThrow(/already stands/);
  });

  test("are withdrawn with what was said before, with a reason, and stay on record for their organisation", async () => {
    const id = (await page(LEADER))?.said[0]?.stands.id ?? "";
    const withdraw = (seat: Seat) =>
      asRole(
        seat,
        (scope) => withdrawCommentary(scope, { code: "E04", month: "2022-01", id, reason: "Wrong." }),
        "write",
      );
    for (const seat of ["trust leader", "data officer", "board chair"] as const) {
      await expect(withdraw(seat)).rejects.toThrow(NotAllowed);
    }
    await withdraw(LEADER);
    await expect(withdraw(LEADER)).rejects.toThrow(/withdrawn already/);
    for (const words of ["Changed.", "For everyone."]) expect(await readersOf(words, "2022-01")).toEqual([]);
    expect((await page("case officer"))?.withdrawn.map((one) => [one.words, one.withdrawnReason])).toEqual([
      ["Changed.", "Wrong."],
      ["For everyone.", "Wrong."],
    ]);
    for (const seat of ["senco", "board chair", "icb leader"] as const) {
      expect((await page(seat))?.withdrawn).toEqual([]);
    }
  });
});
