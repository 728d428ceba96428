import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { exportActs } from "#lib/audit/export-commands.ts";
import { readFilter } from "#lib/audit/filter-schema.ts";
import { findActs } from "#lib/audit/queries.ts";
import { NotAllowed, NotConfirmed } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { ROLES } from "#lib/people/schema.ts";
import type { Scope } from "#lib/scope.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole, sitter } = await openTestDatabase();
const REQUEST = uuidv7();

type Act = {
  readonly at: string;
  readonly action: string;
  readonly subject: string;
  readonly seat?: Seat | null;
  readonly requestId?: string;
};

/** Puts an act on record, of the data officer unless said; null is the portal's own. */
async function put({ at, seat = "data officer", ...act }: Act): Promise<void> {
  const who = seat === null ? null : await sitter(seat);
  const role = seat === null ? "the portal: a nightly task" : typeof seat === "string" ? seat : seat.role;
  const { personId = null, roleId: roleHoldingId = null, organisationId = null } = who ?? {};
  const areaId = who?.areaId ?? world.here.areaId;
  const written = { personId, roleHoldingId, organisationId, areaId, role, ...act };
  await owner.auditEntry.create({ data: { id: uuidv7(), at: new Date(at), ...written } });
}

function as<T>(seat: Seat, work: (scope: Scope) => Promise<T>): Promise<T> {
  return asRole(seat, (scope) => work({ ...scope, actor: { ...scope.actor, confirmed: true } }), "write");
}

async function acts(asked: Parameters<typeof readFilter>[0] = {}, seat: Seat = "auditor") {
  const view = await asRole(seat, (scope) => findActs(scope, readFilter(asked)));
  if (!view) throw new Error("There is no record to see.");
  return view;
}

async function subjects(asked: Parameters<typeof readFilter>[0]): Promise<string[]> {
  return (await acts(asked)).lines.map(({ what }) => what);
}

beforeAll(async () => {
  const { roleId } = await sitter("senco");
  await put({ at: "2022-03-26T23:59:59Z", action: "submitted a figure", subject: "figure A1 2022-01" });
  // Clocks go forward that night: the day of 27 March in London begins at midnight UTC, and 28 March an hour before it.
  await put({ at: "2022-03-27T00:00:00Z", action: "submitted a figure", subject: "figure A2 2022-01" });
  await put({ at: "2022-03-27T22:59:59.999Z", action: "revised a figure", subject: "figure A3 2022-01" });
  await put({ at: "2022-03-27T23:00:00Z", action: "signed in", subject: "", seat: "head teacher" });
  await put({
    at: "2022-04-01T10:00:00Z",
    action: "gave a role",
    subject: `role ${roleId} from 2022-04-02`,
    seat: "administrator",
  });
  await put({ at: "2022-04-02T10:00:00Z", action: "signed out", subject: "", seat: "icb leader", requestId: REQUEST });
  await put({ at: "2022-04-03T10:00:00Z", action: "defined indicators", subject: "2 definitions", seat: null });
  await put({
    at: "2022-04-04T10:00:00Z",
    action: "signed in",
    subject: "",
    seat: { role: "senco", area: "elsewhere" },
  });
});

describe("the record of acts", () => {
  test("shows the area's acts in words, the latest first, and the portal's own", async () => {
    const { lines } = await acts();
    expect(lines.map(({ person, role, organisation, what }) => [person, role, organisation, what])).toEqual([
      ["The portal", "a nightly task", "", "defined 2 indicators"],
      ["icb leader", "ICB leader", "ICB of both areas", "signed out"],
      [
        "administrator",
        "Administrator",
        "The council here",
        "gave senco the role SENCO at The school here from 2 April 2022",
      ],
      ["head teacher", "Head teacher", "The school here", "signed in"],
      ["data officer", "Data officer", "The council here", "revised the figure A3 for January 2022"],
      ["data officer", "Data officer", "The council here", "submitted the figure A2 for January 2022"],
      ["data officer", "Data officer", "The council here", "submitted the figure A1 for January 2022"],
    ]);
  });

  test.each([
    [
      "from and until a day in London",
      { from: "2022-03-27", until: "2022-03-27" },
      ["revised the figure A3", "submitted the figure A2"],
    ],
    ["until a day", { until: "2022-03-26" }, ["submitted the figure A1"]],
    ["of a person by name", { person: "HEAD TEACH" }, ["signed in"]],
    ["of a role", { role: "administrator" }, ["gave"]],
    ["of the portal", { role: "the portal" }, ["defined 2 indicators"]],
    ["of a kind", { action: "revised a figure" }, ["revised the figure A3"]],
    ["of a request", { request: REQUEST }, ["signed out"]],
    ["of nobody", { person: "100%" }, []],
    ["of nobody called _", { person: "_" }, []],
    ["of nobody called \\", { person: "\\" }, []],
  ])("is narrowed to acts %s", async (_what, asked, begins) => {
    const found = await subjects(asked);
    expect(found.map((what, place) => what.slice(0, begins[place]?.length ?? 0))).toEqual(begins);
  });

  test("is narrowed to acts in an organisation", async () => {
    expect((await acts({ organisation: world.here.school })).lines.map(({ person }) => person)).toEqual([
      "head teacher",
    ]);
  });

  test("shows nothing and says why when the filter is wrong", async () => {
    const { lines, asked } = await acts({ from: "yesterday" });
    expect([lines, asked.problems.map(({ field }) => field)]).toEqual([[], ["from"]]);
  });

  test("is the other area's own for its auditor", async () => {
    const { lines } = await acts({}, { role: "auditor", area: "elsewhere" });
    expect(lines.map(({ person, what }) => [person, what])).toEqual([["senco of the other area", "signed in"]]);
  });

  test.each(ROLES.filter((role) => role !== "auditor"))("is not there for a %s, nor its export", async (role) => {
    expect(await asRole(role, (scope) => findActs(scope, readFilter({})))).toBeNull();
    await expect(exportAs(role)).rejects.toBeInstanceOf(NotAllowed);
    expect(await asRole(role, ({ db }) => db.auditEntry.count())).toBe(0);
  });
});

describe("the pages of the record", () => {
  test("hold every act once, back in time and forth again, many in one moment too", async () => {
    for (let act = 0; act < 120; act += 1)
      await put({ at: "2021-06-01T10:00:00Z", action: "submitted a figure", subject: `figure B${act} 2021-05` });
    const asked = { until: "2021-12-31" };
    const first = await acts(asked);
    const second = await acts({ ...asked, before: first.earlier ?? "" });
    const third = await acts({ ...asked, before: second.earlier ?? "" });
    expect([first, second, third].map(({ lines }) => lines.length)).toEqual([50, 50, 20]);
    expect([first.later, third.earlier]).toEqual([null, null]);
    const ids = [first, second, third].flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(new Set(ids).size).toBe(120);
    const back = await acts({ ...asked, after: third.later ?? "" });
    expect(back.lines).toEqual(second.lines);
    const begin = await acts({ ...asked, after: back.later ?? "" });
    expect([begin.lines, begin.later]).toEqual([first.lines, null]);
  });
});

function exportAs(seat: Seat, asked: Parameters<typeof readFilter>[0] = {}) {
  return as(seat, (scope) => {
    const { filter } = readFilter(asked);
    if (!filter) throw new Error("The filter is wrong.");
    return exportActs(scope, filter);
  });
}

describe("the export", () => {
  test("holds what the filter names, and is an act itself, with the filter but not the name that was typed", async () => {
    const rows: string[][] = parse(
      (await exportAs("auditor", { person: "head teacher", until: "2022-03-28" })).slice(1),
    );
    expect(rows.map(([london, utc, who, , , what]) => [london, utc, who, what])).toEqual([
      ["When (London)", "When (UTC)", "Who", "What"],
      ["2022-03-28 00:00:00", "2022-03-27T23:00:00.000Z", "head teacher", "signed in"],
    ]);
    const { personId } = await sitter("head teacher");
    const [line] = (await acts({ action: "exported the record of acts" })).lines;
    expect(line).toMatchObject({
      what: "exported the record of acts, 1 act",
      purpose: "acts until 2022-03-28, of person head teacher",
    });
    const [act] = await owner.auditEntry.findMany({ where: { action: "exported the record of acts" } });
    expect(act?.purpose).toBe(`acts until 2022-03-28, of person ${personId}`);
  });

  test("is for somebody who has shown that it is they", async () => {
    const { filter } = readFilter({});
    if (!filter) throw new Error("The filter is wrong.");
    await expect(asRole("auditor", (scope) => exportActs(scope, filter), "write")).rejects.toBeInstanceOf(NotConfirmed);
  });

  test("of more than 50,000 acts is refused, and nothing goes on record; of 50,000 it is whole", async () => {
    await owner.$executeRaw`
      insert into audit_entry (id, area_id, at, role, action, subject)
      select gen_random_uuid(), ${world.here.areaId}::uuid, '2020-01-01'::timestamptz + n * interval '1 millisecond', 'the portal: a test', case n when 1 then 'signed out' else 'signed in' end, ''
      from generate_series(1, 50001) n`;
    const exports = () => owner.auditEntry.count({ where: { action: "exported the record of acts" } });
    const before = await exports();
    await expect(exportAs("auditor", { until: "2020-12-31" })).rejects.toMatchObject({ field: "", name: "RuleBroken" });
    expect(await exports()).toBe(before);
    const csv = await exportAs("auditor", { until: "2020-12-31", action: "signed in" });
    expect(csv.split("\r\n").length - 2).toBe(50_000);
  });
});
