import { describe, expect, test } from "vitest";
import { prepareDatabase } from "#prisma/database.ts";
import { asOwner, migrateDatabase } from "#prisma/migrate.ts";
import { ensureOwnership, LOGIN } from "#prisma/roles.ts";
import { applyMigrationFiles, driftSql, migrationsOnDisk } from "#prisma/schema-engine.ts";
import { emptyDatabase, migratedDatabase, serverUrl, withClient } from "#tests/support/database.ts";
import { fillEveryTable, tablesOf } from "./samples.ts";

const MIGRATIONS = migrationsOnDisk().migrationDirectories.map(({ path }) => path);
const { adminUrl } = await migratedDatabase();

async function databaseAt(migration: string): Promise<string> {
  const name = await emptyDatabase();
  await withClient({ connectionString: serverUrl(name) }, (admin) => ensureOwnership(admin, LOGIN));
  await applyMigrationFiles(asOwner(serverUrl(name)), migration);
  return name;
}

async function emptyTables(url: string, among: readonly string[]): Promise<string[]> {
  return withClient(asOwner(url), async (owner) => {
    const empty: string[] = [];
    for (const table of (await tablesOf(owner)).filter((found) => among.includes(found))) {
      if ((await owner.query(`select from ${table} limit 1`)).rowCount === 0) empty.push(table);
    }
    return empty;
  });
}

describe("the migrations and policies on disk", { timeout: 60_000 }, () => {
  test("make of an empty database exactly what the schema says", async () => {
    const { adminUrl: url } = await prepareDatabase(serverUrl(), await emptyDatabase());
    expect(await driftSql(asOwner(url))).toBe("");
  });

  test.each(MIGRATIONS)("make the same of a database at %s, and keep what is in it", async (migration) => {
    const name = await databaseAt(migration);
    const filled = await withClient(asOwner(serverUrl(name)), fillEveryTable);
    const { adminUrl: url } = await prepareDatabase(serverUrl(), name);
    expect(await driftSql(asOwner(url))).toBe("");
    expect(await emptyTables(url, filled)).toEqual([]);
  });

  test("do nothing to a database that has them all", async () => {
    expect(await migrateDatabase(adminUrl, { name: LOGIN })).toEqual([]);
  });

  test("show up a database that was changed by hand", async () => {
    await withClient(asOwner(adminUrl), (owner) => owner.query("alter table figure add column tidied text"));
    expect(await driftSql(asOwner(adminUrl))).toContain('DROP COLUMN "tidied"');
  });
});
