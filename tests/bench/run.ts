/**
 * `npm run bench`: how fast, how heavy and how large the portal is beside a bare Next.js page that asks for the same
 * figures, in about three minutes; then what is left of acknowledged writes when the portal and Postgres are killed a
 * hundred times. Speed is never a test: it ends with 0 whatever the numbers, and says which aims are met.
 */
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { startServer } from "#prisma/server.ts";
import { PROJECT } from "#prisma/tool.ts";
import { Database, signIn } from "#tests/e2e/support/sign-in.ts";
import { findChromium, LAUNCH_ARGUMENTS } from "#tests/support/chromium.ts";
import { killRounds } from "#tests/support/kill-rounds.ts";
import { benchDatabase, serveBare, servePortal } from "./pages.ts";
import { report, type Weights } from "./report.ts";
import { compare } from "./rounds.ts";
import type { Served } from "./served.ts";
import { weigh } from "./weight.ts";

const WHO = "council.leader";
const PAGES = [
  { path: "/dashboard", signedIn: true },
  { path: "/indicators/E04", signedIn: true },
  { path: "/progress", signedIn: false },
];
/** Weighed only: a public page without a chart. */
const ALSO_WEIGHED = [{ path: "/", signedIn: false }];

const KILLS = 100;

const stopping = new AbortController();
const { signal } = stopping;
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stopping.abort());
const stops: (() => Promise<void>)[] = [];

function say(sentence: string): void {
  if (!signal.aborted) console.log(sentence);
}

/** A browser that is signed in, and what it would send. */
async function signedIn(browser: Browser): Promise<{ context: BrowserContext; cookie: string }> {
  const context = await browser.newContext();
  const database = new Database();
  await signIn(context, database, WHO);
  await database.close();
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  return { context, cookie };
}

async function weighAll(portal: Served, bare: Served, browser: Browser, inside: BrowserContext): Promise<Weights> {
  const outside = await browser.newContext();
  const empty = await weigh(outside, `${bare.url}/empty`);
  const pages = [];
  for (const { path: address, signedIn } of [...PAGES, ...ALSO_WEIGHED]) {
    signal.throwIfAborted();
    pages.push({ page: address, weight: await weigh(signedIn ? inside : outside, portal.url + address) });
  }
  return { empty, pages };
}

async function main(): Promise<void> {
  const program = await findChromium(say, signal);
  const postgres = await startServer({ projectRoot: PROJECT, name: "bench", say });
  stops.push(() => postgres.stop());
  const database = await benchDatabase(postgres.superuserUrl);
  say("Building, seeding and starting the portal and the bare page.");
  const portal = await servePortal(database, signal);
  stops.push(() => portal.stop());
  const bare = await serveBare(database, signal);
  stops.push(() => bare.stop());

  Object.assign(process.env, portal.settings);
  const browser = await chromium.launch({ executablePath: program, args: LAUNCH_ARGUMENTS });
  stops.push(() => browser.close());
  const { context, cookie } = await signedIn(browser);
  say("Weighing the pages in Chromium.");
  const weights = await weighAll(portal, bare, browser, context);
  const chromiumVersion = browser.version();
  await browser.close();

  const [busy = 0] = loadavg();
  say("Asking for the pages in turns, for about two minutes.\n");
  const sides = PAGES.map(({ path: address, signedIn }) => ({
    target: { name: address, url: portal.url + address, headers: signedIn ? { cookie } : {} },
    server: portal,
  }));
  const beside = { target: { name: "bare", url: bare.url, headers: {} }, server: bare };
  const { comparisons, memory } = await compare(sides, beside, signal);
  const readings = (server: Served) => ({ atRest: server.atRest, loaded: memory.get(server) ?? [] });
  say(`${conditions(database.version, chromiumVersion, busy)}\n`);
  say(report({ comparisons, weights, memory: { own: readings(portal), bare: readings(bare) } }));
}

function conditions(postgres: string, chromiumVersion: string, busy: number): string {
  const version = (name: string) =>
    JSON.parse(readFileSync(path.join(PROJECT, "node_modules", name, "package.json"), "utf8")).version;
  return [
    `The portal as ${WHO} (/progress as anyone) beside a bare Next.js page: one SQL statement over pg for all current`,
    "figures of the area, in a table. Production builds, one database, one machine, client included; gzip on the wire.",
    `Next.js ${version("next")}, React ${version("react")}, Prisma ${version("@prisma/client")}, pg ${version("pg")}, ` +
      `Postgres ${postgres}, Node ${process.versions.node}, Chromium ${chromiumVersion}.`,
    `${availableParallelism()} cores: ${cpus()[0]?.model ?? "unknown"}; load before the first request ${busy.toFixed(1)}.`,
  ].join("\n");
}

async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

async function killed(): Promise<void> {
  say(`\nKilling the portal and Postgres in turns, ${KILLS} times, while 20 clients write.`);
  const { acknowledged, lost, doubled, unrecorded } = await killRounds({ rounds: KILLS, signal });
  say(
    `Of ${acknowledged} acknowledged figures ${lost.length} were lost, ${doubled.length} stored twice, and ` +
      `${unrecorded.length} stand without their act on record.`,
  );
}

const began = Date.now();
try {
  await main();
  await stopAll();
  await killed();
} catch (error) {
  console.log(signal.aborted ? "Stopped." : (error as Error).message);
  process.exitCode = 1;
} finally {
  await stopAll();
}
console.log(`\nEverything together: ${Math.round((Date.now() - began) / 1000)} s`);
