import { describe, expect, test } from "vitest";
import { monthColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Audience } from "#lib/indicators/schema.ts";
import { markNoticesSeen, tellPartners } from "#lib/notices/commands.ts";
import { findNews, findNewsOn, findNotices } from "#lib/notices/queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import { makeFigure, makeIndicator, makePublication } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, sitter, asRole } = await openTestDatabase();
const { areaId, council } = world.here;
const officer = await sitter("data officer");
const leader = await sitter("council leader");
await makeIndicator(owner, { code: "X10", name: "Waits", audience: "public" }, [{ areaId, ownerIds: [council] }]);
await makeIndicator(owner, { code: "B10", name: "Deficit", audience: "board" }, [{ areaId, ownerIds: [council] }]);

const BOARD = ["council leader", "data officer", "icb leader", "trust leader", "board chair"] as const;
const EXACT = [
  ...BOARD,
  ...(["case officer", "council adviser", "health officer", "social care officer", "senco", "head teacher"] as const),
] as const;
const PARTNERS = [...EXACT, "forum representative"] as const;

/** The month is published as the factory does, then told as the command does. */
async function publish(month: string, audience: Audience, indicatorCode = "X10"): Promise<void> {
  const own = { areaId, indicatorCode, organisationId: council, submittedById: officer.roleId };
  const figureId = await makeFigure(owner, { ...own, month, value: 12 });
  const figures = [{ figureId, indicatorCode, shown: "12", value: 12 }];
  await makePublication(owner, {
    areaId,
    publishedById: officer.roleId,
    month,
    audience,
    figures,
    publishedOn: `${month}-28`,
  });
  await asRole("data officer", (scope) => tellPartners(scope, { kind: "month published", audience, month }), "write");
}

async function sentences(seat: Seat): Promise<string[]> {
  const page = await asRole(seat, (scope) => findNotices(scope));
  return page?.news.map(({ sentence }) => sentence) ?? [];
}

async function news(seat: Seat): Promise<string[]> {
  return (await asRole(seat, (scope) => findNews(scope)))?.told.map(({ sentence }) => sentence) ?? [];
}

async function see(seat: Seat): Promise<void> {
  const found = await asRole(seat, (scope) => findNews(scope));
  if (found) await asRole(seat, (scope) => markNoticesSeen(scope, { until: new Date(found.until) }), "write");
}

/** Which roles read a sentence that holds these words, of every role there is. */
async function readers(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const role of ROLES) if ((await sentences(role)).some((one) => one.includes(words))) found.push(role);
  return found.sort();
}

const given = (month: string) => `${month} was given to the A test board on 28 ${month}.`;

test.each([
  ["partners", "2020-01", "January 2020", PARTNERS],
  ["board", "2020-03", "March 2020", BOARD],
] as const)("a month for the %s is told to them, in their area", async (audience, month, name, roles) => {
  await publish(month, audience);
  expect(await readers(given(name))).toEqual([...roles].sort());
  for (const role of ["council leader", "icb leader", "data officer", "forum representative"] as const)
    expect(await sentences({ role, area: "elsewhere" })).toEqual([]);
});

describe("what is told of a record", () => {
  const words = { areaId, indicatorCode: "X10", organisationId: council, audience: "partners", words: "W", version: 1 };
  const own = { authorRoleId: leader.roleId, writtenAt: new Date(), publishedAt: new Date() };
  const tell = (kind: Parameters<typeof tellPartners>[1]["kind"], audience: Audience, month?: string, code = "X10") =>
    asRole(
      "council leader",
      (scope) => tellPartners(scope, { kind, audience, code, ...(month ? { month } : {}) }),
      "write",
    );

  test("of a commentary: those who may read it, while it stands", async () => {
    const id = uuidv7();
    await owner.commentary.create({ data: { id, ...words, ...own, month: monthColumn("2020-01") } });
    await tell("commentary published", "partners", "2020-01");
    expect(await readers("commentary on waits, January 2020")).toEqual([...PARTNERS].sort());
    await owner.commentary.update({ where: { id }, data: { withdrawnAt: new Date(), withdrawnReason: "Wrong" } });
    expect(await readers("commentary on waits, January 2020")).toEqual([]);
  });

  test("of a commentary on a month given to the board alone: not the others, whatever its audience", async () => {
    await owner.commentary.create({ data: { id: uuidv7(), ...words, ...own, month: monthColumn("2020-03") } });
    await tell("commentary published", "partners", "2020-03");
    const roles = await readers("commentary on waits, March 2020");
    expect(roles).not.toContain("forum representative");
    expect(roles).toEqual([...BOARD, "case officer", "council adviser"].sort());
  });

  test("of a target of an indicator for the board: the board", async () => {
    const set = { setByRoleId: leader.roleId, setByOrganisation: "The council", setAt: new Date() };
    const promise = { target: 60, tolerance: 5, fromOn: monthColumn("2020-04") };
    await owner.target.create({ data: { id: uuidv7(), areaId, indicatorCode: "B10", ...promise, ...set } });
    await tell("target set", "partners", undefined, "B10");
    expect(await readers("set a target for deficit, from 1 April 2020")).toEqual([...BOARD].sort());
  });

  test("of an exception report: those who answer for figures, and never a word of it", async () => {
    const report = { areaId, indicatorCode: "X10", month: monthColumn("2020-01"), organisationId: council };
    const dates = { begunAt: new Date(), givenAt: new Date(), backOnTrackOn: monthColumn("2020-06") };
    const id = uuidv7();
    await owner.exceptionReport.create({ data: { id, ...report, ...dates, ownerRoleId: leader.roleId } });
    await tell("exception report given", "partners", "2020-01");
    expect(await readers("exception report on waits, January 2020")).toEqual([...EXACT].sort());
    const chair = await sitter("board chair");
    const seen = { board: "A test board", seenOn: monthColumn("2020-02"), seenById: chair.roleId, seenAt: new Date() };
    await owner.exceptionSeen.create({ data: { areaId, reportId: id, ...seen } });
    const notice = { kind: "exception report seen", audience: "board", code: "X10", month: "2020-01" } as const;
    await asRole("board chair", (scope) => tellPartners(scope, notice), "write");
    expect(await readers("The A test board saw the exception report on waits")).toEqual([...BOARD].sort());
  });

  test("that is not there: nobody", async () => {
    await tell("commentary published", "partners", "2020-10");
    await tell("exception report given", "partners", "2020-10");
    expect(await readers("October 2020")).toEqual([]);
  });
});

describe("what is new", () => {
  test("is not news to whoever did it, and is on record for them", async () => {
    await publish("2020-05", "partners");
    expect((await news("data officer")).join()).not.toContain("May 2020");
    expect(await news({ role: "data officer", number: 2 })).toContain(given("May 2020"));
    expect((await sentences("data officer")).join()).toContain("May 2020");
  });

  test("is new until this role has seen it, and for nobody else", async () => {
    expect(await news("senco")).not.toEqual([]);
    await see("senco");
    expect(await news("senco")).toEqual([]);
    expect(await news("head teacher")).not.toEqual([]);
    await publish("2020-06", "partners");
    expect(await news("senco")).toEqual([given("June 2020")]);
  });

  test("is not dismissed when it came after what was read", async () => {
    await see("icb leader");
    await publish("2020-07", "partners");
    const read = await asRole("icb leader", (scope) => findNews(scope));
    await publish("2020-08", "partners");
    await asRole("icb leader", (scope) => markNoticesSeen(scope, { until: new Date(read?.until ?? 0) }), "write");
    expect(await news("icb leader")).toEqual([given("August 2020")]);
  });

  test("stays seen when an older page is sent, and no future is seen", async () => {
    await see("trust leader");
    const mark = (until: Date) => asRole("trust leader", (scope) => markNoticesSeen(scope, { until }), "write");
    await mark(new Date(0));
    expect(await news("trust leader")).toEqual([]);
    await mark(new Date("2199-01-01T00:00:00.000Z"));
    await publish("2020-09", "partners");
    expect(await news("trust leader")).toEqual([given("September 2020")]);
  });

  test("stands on the first page of the role alone", async () => {
    const on = (seat: Seat, path: string) => asRole(seat, (scope) => findNewsOn(scope, path));
    expect(await on("case officer", "/dashboard")).toBeNull();
    expect(await on("case officer", "/home")).not.toBeNull();
    expect(await on("auditor", "/home")).toBeNull();
  });
});

test("many tell at once: no two notices share a moment, and a page of them ends where the next begins", async () => {
  const months = Array.from({ length: 31 }, (_, place) => `${1990 + place}-01`);
  const rows = months.map((month) => {
    const base = { id: uuidv7(), areaId, month: monthColumn(month), board: month, publishedOn: monthColumn(month) };
    return {
      ...base,
      audience: "partners",
      alreadyPublic: false,
      publishedById: officer.roleId,
      publishedAt: new Date(),
    };
  });
  await owner.publication.createMany({ data: rows });
  await Promise.all(
    months.map((month) =>
      asRole(
        "data officer",
        (scope) => tellPartners(scope, { kind: "month published", audience: "partners", month }),
        "write",
      ),
    ),
  );
  const moments = (await owner.notice.findMany({ select: { at: true } })).map(({ at }) => at.getTime());
  expect(new Set(moments).size).toBe(moments.length);
  const first = await asRole("senco", (scope) => findNotices(scope));
  const second = await asRole("senco", (scope) => findNotices(scope, first?.before ?? ""));
  const both = [...(first?.news ?? []), ...(second?.news ?? [])].map(({ id }) => id);
  expect(new Set(both).size).toBe(both.length);
  expect(both.length).toBeGreaterThan(31);
  expect(second?.before).toBeNull();
});

test("what is told after a clock went back an hour is new all the same", async () => {
  const ahead = new Date(Date.now() + 3_600_000);
  const told = { kind: "month published", audience: "partners", month: monthColumn("1990-01"), madeBy: "The council" };
  await owner.notice.create({ data: { id: uuidv7(), areaId, at: ahead, madeById: officer.roleId, ...told } });
  await see("head teacher");
  await publish("2019-12", "partners");
  expect(await news("head teacher")).toEqual([given("December 2019")]);
});

test.each(["administrator", "auditor"] as const)("an %s is told nothing", async (role) => {
  expect(await asRole(role, (scope) => findNotices(scope))).toBeNull();
});

test("an address that names no moment has no page", async () => {
  expect(await asRole("senco", (scope) => findNotices(scope, "yesterday"))).toBeNull();
});
