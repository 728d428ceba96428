import { describe, expect, test } from "vitest";
import { dateColumn } from "#lib/dates.ts";
import { NotAllowed, NotConfirmed } from "#lib/errors.ts";
import { handOver } from "#lib/people/leaver-commands.ts";
import { findLeaver } from "#lib/people/leaver-queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import type { Scope } from "#lib/scope.ts";
import { makeIndicator } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole, sitter } = await openTestDatabase();
const today = Temporal.Now.plainDateISO("Europe/London").toString();
const { areaId, council: organisationId } = world.here;
await makeIndicator(owner, { code: "X1" }, [{ areaId, ownerIds: [organisationId] }]);

function as<T>(seat: Seat, work: (scope: Scope) => Promise<T>): Promise<T> {
  return asRole(seat, (scope) => work({ ...scope, actor: { ...scope.actor, confirmed: true } }), "write");
}

let months = 0;
/** A leader with a report that the board has not seen, one that it has, a draft and a commentary that is published. */
async function makeLeaver(number: number) {
  const leaver = await sitter({ role: "council leader", number });
  const { roleId } = leaver;
  const own = { areaId, organisationId, indicatorCode: "X1" };
  const month = () =>
    dateColumn(`20${String(10 + Math.floor(months / 12))}-${String((months++ % 12) + 1).padStart(2, "0")}-01`);
  const report = { ...own, ownerRoleId: roleId, begunAt: new Date() };
  const [open, seen] = [crypto.randomUUID(), crypto.randomUUID()];
  await owner.exceptionReport.create({ data: { ...report, id: open, month: month() } });
  const given = { givenAt: new Date(), backOnTrackOn: dateColumn(today) };
  await owner.exceptionReport.create({ data: { ...report, ...given, id: seen, month: month() } });
  const sight = { board: "A board", seenOn: dateColumn(today), seenById: roleId, seenAt: new Date() };
  await owner.exceptionSeen.create({ data: { areaId, reportId: seen, ...sight } });
  const words = {
    ...own,
    audience: "board",
    words: "Some words",
    version: 1,
    authorRoleId: roleId,
    writtenAt: new Date(),
  };
  const [draft, published] = [crypto.randomUUID(), crypto.randomUUID()];
  await owner.commentary.create({ data: { ...words, id: draft, month: month() } });
  await owner.commentary.create({ data: { ...words, id: published, month: month(), publishedAt: new Date() } });
  return { ...leaver, open, seen, draft, published };
}

async function whose({ open, seen, draft, published }: Awaited<ReturnType<typeof makeLeaver>>) {
  const report = async (id: string) => (await owner.exceptionReport.findUniqueOrThrow({ where: { id } })).ownerRoleId;
  const words = async (id: string) => (await owner.commentary.findUniqueOrThrow({ where: { id } })).authorRoleId;
  return [await report(open), await words(draft), await report(seen), await words(published)];
}

describe("somebody who leaves", () => {
  test("hands over what is in hand and keeps what is done, and the role ends, in one act", async () => {
    const leaver = await makeLeaver(8);
    const { roleId: toRoleId } = await sitter({ role: "council leader", number: 2 });
    const { roleId } = leaver;
    const counts = await as("administrator", (scope) => handOver(scope, { roleId, toRoleId, endOn: today }));
    expect(counts).toEqual({ reports: 1, drafts: 1, files: 0 });
    expect(await whose(leaver)).toEqual([toRoleId, toRoleId, roleId, roleId]);
    expect((await owner.roleHolding.findUniqueOrThrow({ where: { id: roleId } })).toOn).toEqual(dateColumn(today));
    const acts = await owner.auditEntry.findMany({ where: { subject: { contains: roleId } }, orderBy: { id: "asc" } });
    expect(acts.map(({ action, subject }) => [action, subject])).toEqual([
      ["handed work over", `role ${roleId} to role ${toRoleId}: 1 reports, 1 drafts, 0 files`],
      ["ended a role", `role ${roleId} on ${today}`],
    ]);
  });

  test("hands over nothing when the role cannot be ended", async () => {
    const leaver = await makeLeaver(3);
    const { roleId } = leaver;
    const { roleId: toRoleId } = await sitter({ role: "council leader", number: 4 });
    const attempt = as("administrator", (scope) => handOver(scope, { roleId, toRoleId, endOn: "2022-01-01" }));
    await expect(attempt).rejects.toMatchObject({ field: "endOn" });
    expect(new Set(await whose(leaver))).toEqual(new Set([roleId]));
  });

  test("hands over to nobody of another role, organisation or area", async () => {
    const { roleId } = await makeLeaver(5);
    const others: Seat[] = ["data officer", "icb leader", { role: "council leader", area: "elsewhere" }];
    for (const seat of others) {
      const { roleId: toRoleId } = await sitter(seat);
      const attempt = as("administrator", (scope) => handOver(scope, { roleId, toRoleId, endOn: today }));
      await expect(attempt).rejects.toMatchObject({ field: "toRoleId" });
    }
  });

  test.each([
    ...ROLES.filter((role) => role !== "administrator"),
    { role: "administrator", area: "elsewhere" } as const,
  ])("is nobody else's to hand over for: not %j's", async (seat) => {
    const { roleId } = await sitter({ role: "council leader", number: 6 });
    const { roleId: toRoleId } = await sitter({ role: "council leader", number: 7 });
    const attempt = as(seat, (scope) => handOver(scope, { roleId, toRoleId, endOn: today }));
    await expect(attempt).rejects.toBeInstanceOf(NotAllowed);
    const past = as(seat, ({ db }) => db.$queryRaw`select * from portal.hand_over(${roleId}::uuid, ${toRoleId}::uuid)`);
    await expect(past).rejects.toThrow(/not theirs to hand over/);
  });

  test("is handed over for by an administrator who has shown that it is they", async () => {
    const { roleId } = await sitter({ role: "council leader", number: 6 });
    const attempt = asRole(
      "administrator",
      (scope) => handOver(scope, { roleId, toRoleId: roleId, endOn: today }),
      "write",
    );
    await expect(attempt).rejects.toBeInstanceOf(NotConfirmed);
  });
});

describe("the page of somebody who leaves", () => {
  const pageOf = (roleId: string, toRoleId?: unknown, endOn?: unknown) =>
    asRole("administrator", (scope) => findLeaver(scope, roleId, { toRoleId, endOn }));

  test("names those who hold the same role in the same organisation, and repeats good answers", async () => {
    const { roleId } = await sitter({ role: "council leader", number: 6 });
    const { roleId: toRoleId } = await sitter({ role: "council leader", number: 7 });
    const page = await pageOf(roleId, toRoleId, today);
    expect(page?.successors.map(({ id }) => id)).toContain(toRoleId);
    expect(page?.successors.map(({ id }) => id)).not.toContain(roleId);
    expect(page?.answers).toMatchObject({ successor: { id: toRoleId }, endOn: today });
  });

  test("says that nobody else holds the role", async () => {
    expect((await pageOf((await sitter("trust leader")).roleId))?.successors).toEqual([]);
  });

  test.each([
    ["nobody", "", today, "toRoleId"],
    ["somebody unknown", crypto.randomUUID(), today, "toRoleId"],
    ["a day that has passed", null, "2022-01-01", "endOn"],
    ["a day that does not exist", null, "2026-02-31", "endOn"],
    ["several days at once", null, ["2026-02-01", "2026-02-02"], "endOn"],
  ])("asks again after %s", async (_what, to, endOn, field) => {
    const { roleId } = await sitter({ role: "council leader", number: 6 });
    const { roleId: successor } = await sitter({ role: "council leader", number: 7 });
    const page = await pageOf(roleId, to ?? successor, endOn);
    expect(page?.answers).toBeNull();
    expect(page?.problems.map((problem) => problem.field)).toEqual([field]);
  });
});
