import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { NotAllowed, NotConfirmed } from "#lib/errors.ts";
import { exportReview } from "#lib/people/review-commands.ts";
import { findReview } from "#lib/people/review-queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import type { Scope } from "#lib/scope.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole } = await openTestDatabase();
const today = Temporal.Now.plainDateISO("Europe/London");
const day = (later: number) => today.add({ days: later }).toString();

function as<T>(seat: Seat, work: (scope: Scope) => Promise<T>): Promise<T> {
  return asRole(seat, (scope) => work({ ...scope, actor: { ...scope.actor, confirmed: true } }), "write");
}

type Made = { readonly used?: number; readonly ends?: number; readonly left?: boolean; readonly step?: boolean };

/** Somebody with a role at the school, last used and ending so many days from today. */
async function make(displayName: string, { used, ends, left = false, step = true }: Made, areaId = world.here.areaId) {
  const personId = await makePerson(owner, { displayName, ...(left ? { endedOn: day(-1) } : {}) });
  const place = { areaId, organisationId: world.here.school, role: "senco" as const };
  const roleId = await makeRole(owner, { ...place, personId, ...(ends === undefined ? {} : { toOn: day(ends) }) });
  if (used !== undefined)
    await owner.roleHolding.update({ where: { id: roleId }, data: { lastUsedOn: new Date(day(used)) } });
  if (step) await owner.secondStep.create({ data: { personId, secret: new Uint8Array(1), confirmedAt: new Date() } });
  return roleId;
}

await make("In order", { used: 0 });
await make("Left", { used: -10, left: true });
await make("Never used", {});
await make("Long unused", { used: -90 });
await make("Just used", { used: -89 });
await make("Ends soon", { used: 0, ends: 30 });
await make("Ends later", { used: 0, ends: 31 });
await make("Password alone", { used: 0, step: false });
await make("Ended", { used: 0, ends: 0 });
await make("=Elsewhere()", { used: 0 }, world.elsewhere.areaId);

async function reviewOf(asked: { sign?: unknown; page?: unknown } = {}) {
  const view = await asRole("administrator", (scope) => findReview(scope, { sign: asked.sign, page: asked.page }));
  if (!view) throw new Error("The administrator has no review.");
  return view;
}

test("the review holds every role held today in the area, the doubtful first, and says why", async () => {
  const { lines } = await reviewOf();
  const said = lines.filter(({ organisation }) => organisation === "The school here");
  expect(said.map(({ name, signs }) => [name, ...signs])).toEqual([
    ["Left", "person left"],
    ["Password alone", "no second step"],
    ["Never used", "never used"],
    ["Long unused", "not used for 90 days"],
    ["Ends soon", "ends within 30 days"],
    ["Ends later"],
    ["In order"],
    ["Just used"],
  ]);
});

test("the review can be narrowed to one sign, and an unknown one is every role", async () => {
  const { lines, counts } = await reviewOf({ sign: "person left" });
  expect(lines.map(({ name }) => name)).toEqual(["Left"]);
  expect(counts["person left"]).toBe(1);
  for (const sign of ["x", "__proto__", ["never used"], undefined]) expect((await reviewOf({ sign })).sign).toBeNull();
});

test("the review is exported as shown, by somebody who has shown that it is they, and that is on record", async () => {
  const rows: string[][] = parse((await as("administrator", (scope) => exportReview(scope, "person left"))).slice(1));
  expect(rows.map(([name]) => name)).toEqual(["Name", "Left"]);
  const [act] = await owner.auditEntry.findMany({ where: { action: "exported the access review" } });
  expect(act).toMatchObject({ subject: "1 roles", purpose: "person left" });
  const unconfirmed = asRole("administrator", (scope) => exportReview(scope, null), "write");
  await expect(unconfirmed).rejects.toBeInstanceOf(NotConfirmed);
});

test.each(ROLES.filter((role) => role !== "administrator"))("the review is not there for a %s", async (role) => {
  expect(await asRole(role, (scope) => findReview(scope, { sign: undefined, page: undefined }))).toBeNull();
  await expect(as(role, (scope) => exportReview(scope, null))).rejects.toBeInstanceOf(NotAllowed);
});

test("the administrator of the other area reviews their own", async () => {
  const csv = await as({ role: "administrator", area: "elsewhere" }, (scope) => exportReview(scope, null));
  expect(csv).toContain("'=Elsewhere()");
  expect(csv).not.toContain("In order");
});
