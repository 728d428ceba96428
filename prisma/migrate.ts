/**
 * Brings a database to what schema.prisma and policies/*.sql say.
 *
 *   npm run migrate                      apply what is missing, then every policy again, in one transaction
 *   npm run migration status             what is applied, what is missing
 *   npm run migration create some-name   write the SQL of what schema.prisma asks for beyond the last migration
 *
 * MIGRATE_DATABASE_URL is a login that may become portal_owner (and create roles the first time); DATABASE_URL is the
 * portal's own login, which gets the scope roles and nothing else.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { ensureOwnership, ensureRoles, OWNER, openDoor } from "./roles.ts";
import { applyMigrationFiles, driftSql, migrationsOnDisk } from "./schema-engine.ts";

/** A connection that acts as the owner of the tables, whoever signs in. */
export function asOwner(adminUrl: string): pg.PoolConfig {
  return { connectionString: adminUrl, options: `-c role=${OWNER}`, max: 2, allowExitOnIdle: true };
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every policy file again, in name order, in one transaction: afterwards exactly what they say is in force. */
export async function applyPolicies(adminUrl: string): Promise<void> {
  const folder = path.join(import.meta.dirname, "policies");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  await withClient(asOwner(adminUrl), async (client) => {
    await client.query("begin");
    for (const file of files) {
      await client.query(readFileSync(path.join(folder, file), "utf8")).catch((error: Error) => {
        throw new Error(`prisma/policies/${file}: ${error.message}`);
      });
    }
    await client.query("commit");
  });
}

/** Roles, migrations, policies. Answers with the names of the migrations it applied; repeating it changes nothing. */
export async function migrateDatabase(adminUrl: string, login: { name: string; password?: string }): Promise<string[]> {
  await withClient({ connectionString: adminUrl }, async (admin) => {
    await ensureRoles(admin, login);
    await ensureOwnership(admin, login.name);
  });
  const applied = await applyMigrationFiles(asOwner(adminUrl));
  await applyPolicies(adminUrl);
  await withClient(asOwner(adminUrl), (client) => openDoor(client, login.name));
  return applied;
}

async function appliedNames(adminUrl: string): Promise<Set<string>> {
  return withClient({ connectionString: adminUrl }, async (client) => {
    const there = await client.query(
      "select from pg_tables where schemaname = 'public' and tablename = '_prisma_migrations'",
    );
    if (there.rowCount === 0) return new Set<string>();
    await client.query(`set role ${OWNER}`);
    const rows = await client.query("select migration_name from _prisma_migrations where finished_at is not null");
    return new Set<string>(rows.rows.map((row) => row.migration_name));
  });
}

async function createMigration(name: string): Promise<void> {
  const { startServer } = await import("./server.ts");
  const server = await startServer({
    projectRoot: path.join(import.meta.dirname, ".."),
    name: "test",
    say: console.log,
  });
  const database = `draft_${process.pid}`;
  const url = server.superuserUrl.replace(/\/[^/]*$/, `/${database}`);
  await withClient({ connectionString: server.superuserUrl }, (client) => client.query(`create database ${database}`));
  try {
    await withClient({ connectionString: url }, async (admin) => {
      await ensureRoles(admin, { name: "portal_login", password: database });
      await ensureOwnership(admin, "portal_login");
    });
    await applyMigrationFiles(asOwner(url));
    const sql = await driftSql(asOwner(url));
    if (sql === "") return console.log("schema.prisma asks for nothing beyond the migrations there are.");
    const number = String(migrationsOnDisk().migrationDirectories.length + 1).padStart(4, "0");
    const folder = path.join(import.meta.dirname, "migrations", `${number}_${name.replaceAll("-", "_")}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
    console.log(`Written: ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you apply it.`);
  } finally {
    await withClient({ connectionString: server.superuserUrl }, (client) =>
      client.query(`drop database ${database} with (force)`),
    );
  }
}

function adminUrlFromEnvironment(): string {
  const url = process.env.MIGRATE_DATABASE_URL;
  if (!url) throw new Error("Set MIGRATE_DATABASE_URL to a database login that may create roles and own tables.");
  return url;
}

async function main([verb = "apply", name]: string[]): Promise<void> {
  if (verb === "create") {
    if (!name || !/^[a-z0-9-]+$/.test(name))
      throw new Error("Name the migration in small letters: npm run migration create add-targets");
    return createMigration(name);
  }
  const url = adminUrlFromEnvironment();
  if (verb === "status") {
    const applied = await appliedNames(url);
    for (const { path: migration } of migrationsOnDisk().migrationDirectories) {
      console.log(`${applied.has(migration) ? "applied" : "MISSING"}  ${migration}`);
    }
    return;
  }
  if (verb !== "apply") throw new Error("Say one of: apply, status, create NAME.");
  if (!process.env.DATABASE_URL)
    throw new Error("Set DATABASE_URL to the portal's own login: it gets its rights here.");
  const login = { name: decodeURIComponent(new URL(process.env.DATABASE_URL).username) };
  const applied = await migrateDatabase(url, login);
  console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}.` : "Every migration was applied already.");
  console.log("Policies are in force as prisma/policies says.");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  // Ended by hand: the engine leaves a timer of ten seconds behind.
  main(process.argv.slice(2)).then(
    () => process.exit(),
    (error: Error) => {
      console.error(error.message);
      process.exit(1);
    },
  );
}
