/**
 * What is measured: the portal, over a database of its own with what the demo loads, and beside it, over the same rows,
 * the bare page and an empty one (tests/bench/bare), built by the same Next.js.
 */
import { randomBytes } from "node:crypto";
import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { prepareDatabase } from "#prisma/database.ts";
import { makeBuild, makeClient } from "#prisma/made.ts";
import { freePort } from "#prisma/port.ts";
import { PROJECT, runTool, type Settings } from "#prisma/tool.ts";
import { dropDatabase } from "#tests/support/test-server.ts";
import { type Served, serve } from "./served.ts";

const SOURCES = path.join(PROJECT, "tests/bench/bare");
/** Not in .data/bench, which is the database's own folder and closed to others. */
const BARE = path.join(PROJECT, ".data/bare");
const NEXT = path.join(PROJECT, "node_modules/next/dist/bin/next");

export type Database = { readonly adminUrl: string; readonly loginUrl: string };

/** Drops the database `bench` first: every run begins with the same rows, and keeps nothing of what was here. */
export async function benchDatabase(superuserUrl: string): Promise<Database> {
  await dropDatabase(superuserUrl, "bench");
  return prepareDatabase(superuserUrl, "bench");
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
  const start = path.join(PROJECT, "prisma/start.ts");
  const words = ["--conditions=react-server", start];
  return { ...(await serve({ cwd: PROJECT, words, settings: served, port, ready: "/api/health" }, signal)), settings };
}

export async function serveBare(database: Database, signal: AbortSignal): Promise<Served> {
  rmSync(BARE, { recursive: true, force: true });
  cpSync(SOURCES, BARE, { recursive: true });
  await runTool(["node", NEXT, "build", BARE], {}, signal);
  const settings = { DATABASE_URL: database.adminUrl };
  return serve({ cwd: BARE, words: ["serve.ts"], settings, port: await freePort(), ready: "/empty" }, signal);
}
