import { describe, expect, test } from "vitest";
import { NotAllowed } from "#lib/errors.ts";
import { confirmImport, readIn } from "#lib/imports/commands.ts";
import { listImports } from "#lib/imports/queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue, importing, MEANT, TABLE } from "#tests/support/importing.ts";
import type { Seat } from "#tests/support/people.ts";
import { utf8 } from "#tests/support/reading.ts";

const database = await openTestDatabase();
const { asRole, owner } = database;
await defineCatalogue();
const { bring, show, confirm } = importing(database);
const id = await bring(TABLE);

const OTHERS = ROLES.filter((role) => role !== "data officer");
const STRANGERS: readonly Seat[] = [
  ...OTHERS,
  { role: "data officer", number: 2 },
  { role: "data officer", area: "elsewhere" },
];

test.each(OTHERS)("a %s reads no file in", async (role) => {
  const file = { fileName: "table.tsv", bytes: utf8(TABLE), kind: "monthly table" } as const;
  await expect(asRole(role, (scope) => readIn(scope, file), "write")).rejects.toThrow(NotAllowed);
  expect(await asRole(role, listImports)).toBeNull();
});

test.each(STRANGERS)("a file is seen and confirmed by its reader alone: not by %o", async (seat) => {
  expect(await show(id, { seat })).toBeNull();
  const input = { importId: id, shown: "", chosen: MEANT, caveats: new Map(), reason: "", release: "" };
  await expect(asRole(seat, (scope) => confirmImport(scope, input), "write")).rejects.toThrow(NotAllowed);
  expect(await owner.figure.count()).toBe(0);
});

describe("the wall of the database", () => {
  test.each(STRANGERS)("stands without the commands: no row of it for %o", async (seat) => {
    expect(await asRole(seat, ({ db }) => db.import.count())).toBe(0);
    const all = { data: { confirmedAt: new Date() } };
    expect(await asRole(seat, ({ db }) => db.import.updateMany(all), "write")).toEqual({ count: 0 });
  });

  test("the contents of a file that was read in are never changed", async () => {
    const other = { data: { contents: new Uint8Array([1]) } };
    await expect(asRole("data officer", ({ db }) => db.import.updateMany(other), "write")).rejects.toThrow(
      /42501|denied/,
    );
  });
});

test("an address that is no file of one's own shows nothing", async () => {
  expect(await show("01a202a7-7afe-7d22-bdfb-c5d36f0155d8")).toBeNull();
  expect(await show("'; drop table import; --")).toBeNull();
});

test("the figures of one area's file are not in another area, and its meanings are not remembered there", async () => {
  await confirm(id);
  const seat = { role: "data officer", area: "elsewhere" } as const;
  const view = await show(await bring(TABLE, seat), { seat, chosen: new Map() });
  expect(view).toMatchObject({ plan: { counts: { unchanged: 0, revision: 0 } } });
});
