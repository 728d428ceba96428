import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseProblem } from "#lib/readiness.ts";
import { migrationsOnDisk } from "#prisma/schema-engine.ts";
import { destroyServer, startServer } from "#prisma/server.ts";
import { withClient } from "#tests/support/database.ts";

const PROJECT = path.join(import.meta.dirname, "../../..");
const MIGRATIONS = migrationsOnDisk().migrationDirectories.map((migration) => migration.path);
/** A server of its own: the portal's database roles, which the first run makes, belong to a whole server. */
const projectRoot = mkdtempSync(path.join(tmpdir(), "portal-migrate-"));
let address: URL;

beforeAll(async () => {
  chmodSync(projectRoot, 0o755);
  address = new URL((await startServer({ projectRoot, name: "test" })).superuserUrl);
});

afterAll(async () => {
  await destroyServer({ projectRoot, name: "test" });
  rmSync(projectRoot, { recursive: true, force: true });
});

const run = promisify(execFile);

function urlOf(user: string, database = "portal"): string {
  const url = new URL(address);
  return Object.assign(url, { username: user, password: "theirs", pathname: `/${database}` }).href;
}

/** What a council's own server gives: an administrator who is no superuser, an empty database of theirs, a login. */
async function councilServer(): Promise<void> {
  await withClient({ connectionString: address.href }, async (superuser) => {
    await superuser.query("create role council_admin login createrole createdb password 'theirs'");
  });
  await withClient({ connectionString: urlOf("council_admin", "postgres") }, async (admin) => {
    await admin.query("create role council_portal login password 'theirs'");
    await admin.query("create database portal");
  });
}

async function migrate(verb: string, settings: Record<string, string>): Promise<string[]> {
  const { DATABASE_URL: _, MIGRATE_DATABASE_URL: __, ...rest } = process.env;
  const env = { ...rest, ...settings } as NodeJS.ProcessEnv;
  const said = await run(process.execPath, ["prisma/migrate.ts", verb], { cwd: PROJECT, env }).catch((error) => error);
  return `${said.stdout}${said.stderr}`.trim().split("\n");
}

describe("npm run migrate, by an administrator who is no superuser", { timeout: 60_000 }, () => {
  const inForce = "Policies are in force as prisma/policies says.";
  const settings = () => ({ MIGRATE_DATABASE_URL: urlOf("council_admin"), DATABASE_URL: urlOf("council_portal") });
  beforeAll(councilServer);

  test("says of an empty database that every migration is missing", async () => {
    expect(await migrate("status", settings())).toEqual(MIGRATIONS.map((name) => `MISSING  ${name}`));
  });

  test("prepares an empty database, and changes nothing the second time", async () => {
    expect(await migrate("apply", settings())).toEqual([`Applied: ${MIGRATIONS.join(", ")}.`, inForce]);
    expect(await migrate("apply", settings())).toEqual(["Every migration was applied already.", inForce]);
    expect(await migrate("status", settings())).toEqual(MIGRATIONS.map((name) => `applied  ${name}`));
  });

  test("leaves a database that the portal serves", async () => {
    const problem = await withClient({ connectionString: settings().DATABASE_URL }, (login) =>
      databaseProblem(async (sql, ...values) => (await login.query(sql, values)).rows),
    );
    expect(problem).toBeNull();
  });

  test.each([
    ["MIGRATE_DATABASE_URL", {}],
    ["DATABASE_URL", { MIGRATE_DATABASE_URL: "postgresql://nobody@127.0.0.1:1/portal" }],
  ])("says that %s is missing", async (name, settings) => {
    expect(await migrate("apply", settings)).toEqual([expect.stringMatching(new RegExp(`^Set ${name} to .+\\.$`))]);
  });
});
