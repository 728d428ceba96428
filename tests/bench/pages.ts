/**
 * What is measured: the portal, over a database of its own with what the demo loads, and beside it, over the same rows,
 * the bare page and an empty one (tests/bench/bare), built by the same Next.js.
 */
import { randomBytes } from "node:crypto";
import { cpSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { type PreparedDatabase, prepareDatabase } from "#prisma/database.ts";
import { makeBuild, makeClient } from "#prisma/made.ts";
import { freePort } from "#prisma/port.ts";
import { PROJECT, runTool, type Settings } from "#prisma/tool.ts";
import { dropDatabase } from "#tests/support/test-server.ts";
import { type Served, serve } from "./served.ts";

const SOURCES = path.join(PROJECT, "tests/bench/bare");
/** Not in .data/bench, which is the database's own folder and closed to others. */
const BARE = path.join(PROJECT, ".data/bare");
const NEXT = path.join(PROJECT, "node_modules/next/dist/bin/next");

export type Database = PreparedDatabase & { readonly version: string };

/** Drops the database `bench` first: every run begins with the same rows, and keeps nothing of what was here. */
export async function benchDatabase(superuserUrl: string): Promise<Database> {
  await dropDatabase(superuserUrl, "bench");
  const [found] = await ask(superuserUrl, "show server_version");
  return { ...(await prepareDatabase(superuserUrl, "bench")), version: found?.server_version ?? "unknown" };
}

/** Builds if need be, seeds and serves the portal. `settings` are what it takes to sign somebody in. */
export async function servePortal(database: Database, signal: AbortSignal): Promise<Served & { settings: Settings }> {
  const port = await freePort();
  const served = {
    DATABASE_URL: database.loginUrl,
    PORTAL_SECRET: randomBytes(32).toString("base64url"),
    PORTAL_URL: `http://127.0.0.1:${port}`,
    PORTAL_DEMO: "1",
  };
  const settings = { ...served, MIGRATE_DATABASE_URL: database.adminUrl, PORTAL_BOUND_TO: "127.0.0.1" };
  await makeClient(signal);
  await runTool(["node", "--conditions=react-server", "prisma/seed.ts"], settings, signal);
  await makeBuild(() => {}, signal);
  // Postgres learns what is in its tables within a minute or so; a measurement cannot wait for it.
  await ask(database.adminUrl, "vacuum analyze");
  const start = { cwd: PROJECT, words: startWords(), settings: served, port, ready: "/api/health" };
  return { ...(await serve(start, signal)), settings };
}

/** What `npm start` says after `node`: its flags are part of what is measured. */
function startWords(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8"));
  const words: string[] = scripts.start.split(" ");
  return words.slice(words.indexOf("node") + 1);
}

async function ask(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function serveBare(database: Database, signal: AbortSignal): Promise<Served> {
  rmSync(BARE, { recursive: true, force: true });
  cpSync(SOURCES, BARE, { recursive: true });
  await runTool(["node", NEXT, "build", BARE], {}, signal);
  const settings = { DATABASE_URL: database.adminUrl };
  return serve({ cwd: BARE, words: ["serve.ts"], settings, port: await freePort(), ready: "/empty" }, signal);
}
