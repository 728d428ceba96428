/**
 * The portal as the browser tests and the bench meet it: the production build, over a database of its own on the test
 * server, loaded with what the demo loads, on a free port.
 */
import { randomBytes } from "node:crypto";
import { prepareDatabase } from "#prisma/database.ts";
import { freePort } from "#prisma/port.ts";
import { type PortalProcess, startPortal } from "#prisma/portal-process.ts";
import { runTool, type Settings } from "#prisma/tool.ts";
import { dropDatabase } from "./test-server.ts";

export type ServedPortal = {
  /** What a test process needs to reach it, to seal a cookie and to write a session. */
  readonly settings: Settings;
  /** What it printed to standard error so far. */
  complaints(): string;
  stop(): Promise<void>;
};

/** `database` is dropped first: every run begins with the same rows. The build must be there. */
export async function servePortal(superuserUrl: string, database: string, signal?: AbortSignal): Promise<ServedPortal> {
  await dropDatabase(superuserUrl, database);
  const { adminUrl, loginUrl } = await prepareDatabase(superuserUrl, database);
  const port = await freePort();
  const served = {
    DATABASE_URL: loginUrl,
    PORTAL_SECRET: randomBytes(32).toString("base64url"),
    PORTAL_URL: `http://localhost:${port}`,
    PORTAL_DEMO: "1",
    PORTAL_BOUND_TO: "127.0.0.1",
  };
  const settings = { ...served, MIGRATE_DATABASE_URL: adminUrl };
  await runTool(["node", "--conditions=react-server", "prisma/seed.ts"], settings, signal);
  let heard = "";
  const hear = (text: string) => {
    heard = (heard + text).slice(-20_000);
  };
  const portal: PortalProcess = await startPortal(port, served, hear, signal).catch((error: Error) => {
    throw new Error(`${error.message}\n${heard}`);
  });
  return { settings, complaints: () => heard, stop: () => portal.stop() };
}
