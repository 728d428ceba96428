/**
 * A real Postgres for a test file: one template database for the migrations and policies as they are on disk, made once
 * however many files run at the same time, and a clone of it for each file, dropped when the file ends.
 *
 * TEST_SERVER_URL is a superuser on a server that holds nothing else of value.
 */
import { createHash, randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll } from "vitest";
import type { Scope } from "#lib/scope.ts";
import { type PreparedDatabase, prepareDatabase } from "#prisma/database.ts";
import { makeSession } from "#prisma/factories.ts";
import { PrismaClient } from "#prisma/generated/client.ts";
import { asOwner } from "#prisma/migrate.ts";
import { makeSitter, makeWorld, type Seat, type Sitter, seatName, type World } from "./people.ts";

export type TestDatabase = PreparedDatabase & {
  /** Makes and reads rows as the owner of the tables, past every wall. */
  readonly owner: PrismaClient;
  readonly world: World;
  /** The person in this seat, made the first time the seat is named. */
  readonly sitter: (seat: Seat) => Promise<Sitter>;
  /** The token of a new session for the person in this seat. */
  readonly signIn: (seat: Seat) => Promise<string>;
  /** Runs `work` as the person in this seat, in the product's own scope. */
  readonly asRole: <T>(seat: Seat, work: (scope: Scope) => Promise<T>, mode?: "read" | "write") => Promise<T>;
};

/** The database `name` of the test server, as a superuser. */
export function serverUrl(name = "postgres"): string {
  const server = process.env.TEST_SERVER_URL;
  if (!server) throw new Error("Set TEST_SERVER_URL to a superuser of a throwaway Postgres, or run npm test.");
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One at a time over all test files: making databases, and what is the server's rather than a database's. */
export async function alone<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  return withClient({ connectionString: serverUrl() }, async (admin) => {
    await admin.query("select pg_advisory_lock(hashtext('the tests of the portal'))");
    return work(admin);
  });
}

/** A new database with nothing in it, dropped when the file ends: its name. */
export async function emptyDatabase(): Promise<string> {
  return alone((admin) => create(admin, "template1"));
}

/** A new database, migrated and with its policies in force, dropped when the file ends. */
export async function migratedDatabase(): Promise<PreparedDatabase> {
  const name = await alone(async (admin) => create(admin, await template(admin)));
  return prepareDatabase(serverUrl(), name);
}

/**
 * A migrated database with two areas and their organisations in it, and the product's scopes pointed at it. Call it once,
 * at the top of a test file: a scope reads its environment once.
 */
export async function openTestDatabase(environment: Record<string, string> = {}): Promise<TestDatabase> {
  const database = await migratedDatabase();
  const settings = {
    DATABASE_URL: database.loginUrl,
    PORTAL_SECRET: randomUUID(),
    PORTAL_URL: "http://localhost:3000",
  };
  Object.assign(process.env, settings, environment);
  const { asSession, closeScopes } = await import("#lib/scope.ts");
  const owner = new PrismaClient({ adapter: new PrismaPg(asOwner(database.adminUrl)) });
  afterAll(async () => {
    await closeScopes();
    await owner.$disconnect();
  });
  const world = await makeWorld(owner);
  const sitter = once((seat) => makeSitter(owner, world, seat));
  const signIn = async (seat: Seat) => makeSession(owner, await sitter(seat));
  const token = once(signIn);
  return {
    ...database,
    owner,
    world,
    sitter,
    signIn,
    async asRole(seat, work, mode = "read") {
      const outcome = await asSession(await token(seat), work, mode);
      if (!outcome) throw new Error(`The session of the ${seatName(seat)} is no longer alive.`);
      return outcome.answer;
    },
  };
}

function once<T>(make: (seat: Seat) => Promise<T>): (seat: Seat) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (seat) => {
    const found = known.get(seatName(seat)) ?? make(seat);
    known.set(seatName(seat), found);
    return found;
  };
}

const made: string[] = [];

async function create(admin: pg.Client, from: string): Promise<string> {
  if (made.length === 0) afterAll(dropMade);
  const name = `portal_test_${process.pid}_${randomUUID().slice(0, 8)}`;
  await admin.query(`create database ${name} template ${from}`);
  made.push(name);
  return name;
}

async function dropMade(): Promise<void> {
  await withClient({ connectionString: serverUrl() }, async (admin) => {
    for (const name of made.splice(0)) await admin.query(`drop database if exists ${name} with (force)`);
  });
}

/** Made under another name first: a template is there whole or not at all. */
async function template(admin: pg.Client): Promise<string> {
  const name = `portal_template_${fingerprint()}`;
  const found = await admin.query("select datname as name from pg_database where datname like 'portal\\_te%'");
  const names: string[] = found.rows.map((row) => row.name);
  for (const stale of names.filter((other) => other !== name && isStale(other))) {
    await admin.query(`drop database ${stale} with (force)`);
  }
  if (names.includes(name)) return name;
  await prepareDatabase(serverUrl(), `${name}_unfinished`);
  await admin.query(`alter database ${name}_unfinished rename to ${name}`);
  return name;
}

/** A template of other migrations, or a clone whose process was killed before it could drop it. */
function isStale(name: string): boolean {
  if (name.startsWith("portal_template_")) return true;
  try {
    return !process.kill(Number(name.split("_")[2]), 0);
  } catch {
    return true;
  }
}

function fingerprint(): string {
  const folder = path.join(import.meta.dirname, "../../prisma");
  const files = globSync(["migrations/**/*.sql", "policies/*.sql", "{database,migrate,roles}.ts"], {
    cwd: folder,
  }).sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(path.join(folder, file)));
  return hash.digest("hex").slice(0, 12);
}
