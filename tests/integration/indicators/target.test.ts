import { describe, expect, test } from "vitest";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { findIndicator } from "#lib/indicators/indicator-queries.ts";
import type { TargetInput } from "#lib/indicators/schema.ts";
import { setTarget } from "#lib/indicators/target-commands.ts";
import { ROLES } from "#lib/people/schema.ts";
import { makeFigure, makePublication } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue } from "#tests/support/importing.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole, sitter } = await openTestDatabase();
await defineCatalogue();
const officer = await sitter("data officer");
const figureId = await makeFigure(owner, {
  ...{ areaId: world.here.areaId, indicatorCode: "E04", organisationId: world.here.council },
  ...{ submittedById: officer.roleId, month: "2022-03", value: 53 },
});
await makePublication(owner, {
  ...{ areaId: world.here.areaId, publishedById: officer.roleId, month: "2022-03", audience: "partners" },
  figures: [{ figureId, indicatorCode: "E04", state: "small number", shown: "c" }],
});

const PROMISE = { code: "E04", target: 60, tolerance: 5, fromOn: "2022-03-01", lastOn: "", reason: "Agreed." };

function set(wishes: Partial<TargetInput> = {}, seat: Seat = "council leader") {
  return asRole(seat, (scope) => setTarget(scope, { ...PROMISE, ...wishes }), "write");
}

function page(seat: Seat) {
  return asRole(seat, (scope) => findIndicator(scope, "E04"));
}

describe("a target", () => {
  test("is set by a leader of the organisation that owns the indicator, with its reason, and partners are told", async () => {
    await set();
    expect((await page("senco"))?.promises).toMatchObject([{ target: 60, reason: "Agreed.", state: "in force" }]);
    expect((await page("senco"))?.standing).toBe("missed");
    expect(await owner.notice.findMany({ select: { kind: true, audience: true, indicatorCode: true } })).toEqual([
      { kind: "target set", audience: "partners", indicatorCode: "E04" },
    ]);
    const lines = await owner.auditEntry.findMany({ where: { action: "set a target" }, select: { subject: true } });
    expect(lines).toEqual([{ subject: "indicator E04 from 2022-03-01" }]);
  });

  test.each(ROLES.filter((role) => role !== "council leader"))("is not for a %s to set", async (role) => {
    await expect(set({ target: 1 }, role)).rejects.toThrow(NotAllowed);
    expect((await page(role))?.canSetTarget ?? false).toBe(false);
  });

  test("is not for a leader of the other area to set here", async () => {
    await set({}, { role: "council leader", area: "elsewhere" });
    expect((await page("council leader"))?.promises).toHaveLength(1);
  });

  test("said again changes nothing", async () => {
    await set({ reason: "Said again." });
    expect((await page("council leader"))?.promises).toHaveLength(1);
  });

  test("shows the forum what was promised, but neither why nor how a hidden figure stands to it", async () => {
    const view = await page("forum representative");
    expect(view?.promises).toMatchObject([{ target: 60, reason: null }]);
    expect(view).toMatchObject({ standing: null, moves: [], canSetTarget: false });
  });

  test("ends when it is set again with a last day, and what stood before stays to be read", async () => {
    await set({ lastOn: "2022-03-30", reason: "Ended." });
    const view = await page("council leader");
    expect(view?.promises).toMatchObject([
      { toOn: "2022-03-31", reason: "Ended.", state: "ended" },
      { toOn: null, reason: "Agreed.", state: "replaced" },
    ]);
    expect(view?.standing).toBeNull();
    await set({ lastOn: "2022-03-31", reason: "To the end of the month." });
    expect((await page("council leader"))?.standing).toBe("missed");
  });

  test("has no place where neither more nor less is better, nor above 100%", async () => {
    await expect(set({ code: "E01" })).rejects.toThrow(RuleBroken);
    await expect(set({ target: 101 })).rejects.toMatchObject({ field: "target" });
  });
});
