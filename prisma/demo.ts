/**
 * `npm run demo`: from a fresh clone to a portal that serves the real figures on this machine, and nothing to set up.
 *
 *   PORT=3001 npm run demo     on another port
 *   npm run demo -- --fresh    starts over with an empty database
 *
 * Ctrl-C stops the portal and Postgres. A kill -9 leaves Postgres to the next start, and the portal ends with us.
 */

import { type DemoDatabase, demoPeople, openDemoDatabase } from "./demo-database.ts";
import { claimDemo, demoSecret, leaveDemo, stopEarlierDemo } from "./demo-instance.ts";
import { makeBuild, makeClient } from "./made.ts";
import { isAnswered, isTaken } from "./port.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";
import { runTool } from "./tool.ts";

const stopping = new AbortController();
const { signal } = stopping;

function say(sentence: string): void {
  console.log(sentence);
}

function options(words: string[]): { fresh: boolean; port: number } {
  const unknown = words.find((word) => word !== "--fresh");
  if (unknown) throw new Error(`The demo does not know ${unknown}. It knows --fresh, which starts over.`);
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error("PORT must be a whole number from 1 to 65535.");
  return { fresh: words.length > 0, port };
}

async function takePort(port: number): Promise<void> {
  if (await stopEarlierDemo()) say("Stopped the demo that was running already.");
  if (!(await isTaken(port, "127.0.0.1")) && !(await isAnswered(port))) return;
  const other = port === 65535 ? port - 1 : port + 1;
  throw new Error(`Port ${port} is taken by another program. Choose another: PORT=${other} npm run demo`);
}

async function serve(database: DemoDatabase, port: number): Promise<PortalProcess> {
  const address = `http://localhost:${port}`;
  const settings = { DATABASE_URL: database.loginUrl, PORTAL_SECRET: demoSecret(), PORTAL_URL: address };
  await makeClient(signal);
  say("Loading the real figures.");
  const seeding = {
    ...settings,
    MIGRATE_DATABASE_URL: database.adminUrl,
    PORTAL_DEMO: "1",
    PORTAL_BOUND_TO: "127.0.0.1",
  };
  await runTool(["node", "--conditions=react-server", "prisma/seed.ts"], seeding, signal);
  await makeBuild(
    () => say("Building the pages, because they are new or have changed. This takes a minute or so."),
    signal,
  );
  say("Starting the portal.");
  const portal = await startPortal(port, settings, (text) => process.stderr.write(text), signal);
  say(`\nThe portal is ready: ${address}\n\nChoose there who to sign in as; no password is asked:`);
  for (const person of await demoPeople(database.adminUrl)) say(`  ${person}`);
  say("\nCtrl-C stops it. What you enter is kept for next time; npm run demo -- --fresh starts over.");
  return portal;
}

async function main(): Promise<void> {
  const { fresh, port } = options(process.argv.slice(2));
  await takePort(port);
  claimDemo();
  let database: DemoDatabase | undefined;
  let portal: PortalProcess | undefined;
  try {
    database = await openDemoDatabase(fresh, say);
    portal = await serve(database, port);
    const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    if (!signal.aborted) await Promise.race([portal.ended, stopped]);
    if (!signal.aborted) throw new Error("The portal ended by itself. Start it again with npm run demo.");
  } finally {
    if (signal.aborted) say("\nStopping.");
    await portal?.stop();
    await database?.stop();
    leaveDemo();
  }
}

for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stopping.abort());
main().then(
  () => process.exit(0),
  (error: Error) => {
    if (signal.aborted) process.exit(0);
    console.error(error.message);
    process.exit(1);
  },
);
