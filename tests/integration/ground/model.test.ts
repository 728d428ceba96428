import fc from "fast-check";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { hashToken } from "#lib/auth/session.ts";
import { asPublic, asSession, type Tx } from "#lib/scope.ts";
import { asOwner } from "#prisma/migrate.ts";
import { type Asker, type Facts, SEES, type Table } from "#tests/support/access-model.ts";
import { openTestDatabase, withClient } from "#tests/support/database.ts";
import { addedDays } from "#tests/support/days.ts";
import { drawnWorld } from "#tests/support/model-drawn.ts";
import { type ModelWorld, worldOf } from "#tests/support/model-world.ts";
import { tablesOf } from "./samples.ts";

/** Always the same worlds. A failure prints it with the path to the smallest world that fails. */
const SEED = 20_212_022;
const WORLDS = 100;
const CASES = 1_000;
const { adminUrl } = await openTestDatabase();
const owner = new pg.Client(asOwner(adminUrl));
await owner.connect();
afterAll(() => owner.end());

/** What a row is known by, as SQL; every other table has an `id`. */
const KEYS: Partial<Record<Table, string>> = {
  second_step: "person_id::text",
  recovery_code: "person_id::text",
  indicator: "code",
  area_indicator: "area_id || indicator_code",
  indicator_owner: "area_id || indicator_code || organisation_id",
  published_figure: "publication_id || indicator_code",
  exception_words: "report_id::text",
  exception_seen: "report_id::text",
  notices_seen: "role_holding_id::text",
};
/** Nobody reads these by themselves, or everybody does. */
const NOT_MODELLED =
  "area area_membership identity indicator_label national_figure organisation organisation_alias organisation_code password sign_in_brake";
const TABLES = Object.keys(SEES) as Table[];
const ANYONES: readonly Table[] =
  "indicator area_indicator indicator_owner publication published_figure commentary".split(" ") as Table[];

async function store({ rows }: ModelWorld): Promise<void> {
  for (const [table, all] of Object.entries(rows)) {
    const columns = Object.keys(all[0] ?? {});
    if (columns.length === 0) continue;
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(all)],
    );
  }
}

function keyOf(table: Table, row: object): string {
  const parts = (KEYS[table] ?? "id").replace("::text", "").split(" || ");
  return `${table} ${parts.map((part) => (row as Record<string, unknown>)[part]).join("")}`;
}

async function visible(db: Tx, tables: readonly Table[]): Promise<Set<string>> {
  const each = tables.map((table) => `select '${table} ' || (${KEYS[table] ?? "id"}) as key from ${table}`);
  const found = await db.$queryRawUnsafe<{ key: string }[]>(each.join(" union all "));
  return new Set(found.map(({ key }) => key));
}

function isHeld({ from_on, to_on }: Facts["role_holding"][number]): boolean {
  return from_on <= addedDays(0) && (to_on === null || to_on > addedDays(0));
}

function differences(asker: Asker, facts: Facts, seen: ReadonlySet<string>): string[] {
  return TABLES.flatMap((table) =>
    facts[table].flatMap((row) => {
      const sees = SEES[table] as (asker: Asker, row: object, facts: Facts) => boolean;
      const may = sees(asker, row, facts);
      if (may === seen.has(keyOf(table, row))) return [];
      const { role = "anyone" } = asker ?? {};
      return [`${role} ${may ? "does not see" : "sees"} in ${table} ${JSON.stringify(row)}`];
    }),
  );
}

test(`what ${CASES.toLocaleString("en-GB")} random people and rows are to each other is what the access rule says`, {
  timeout: 120_000,
}, async () => {
  let cases = 0;
  await fc.assert(
    fc.asyncProperty(drawnWorld, async (drawn) => {
      const world = worldOf(drawn, (token) => `\\x${Buffer.from(hashToken(token)).toString("hex")}`);
      const { facts, sessions } = world;
      const size = TABLES.reduce((sum, table) => sum + facts[table].length, 0);
      await store(world);
      expect(differences(null, facts, await asPublic(({ db }) => visible(db, ANYONES)))).toEqual([]);
      for (const { token, personId, roleId } of sessions) {
        const held = facts.role_holding.find(({ id }) => id === roleId);
        const { ended_on = null } = facts.person.find(({ id }) => id === personId) ?? {};
        if (!held) throw new Error("A session has no role.");
        const opened = await asSession(token, ({ db }) => visible(db, TABLES));
        cases += size;
        const alive = isHeld(held) && (ended_on === null || ended_on > addedDays(0));
        expect(opened !== null, `the session opens of ${JSON.stringify(held)}`).toBe(alive);
        if (opened) expect(differences({ ...held, role_id: roleId }, facts, opened.answer)).toEqual([]);
      }
    }),
    { seed: SEED, numRuns: WORLDS },
  );
  expect(cases).toBeGreaterThanOrEqual(CASES);
});

test("the model speaks of every table whose rows are for some and not for others", async () => {
  const tables = await withClient({ connectionString: adminUrl }, tablesOf);
  expect([...TABLES, ...NOT_MODELLED.split(" ")].sort()).toEqual(tables);
});
