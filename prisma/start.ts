/**
 * `npm start`: serves the production build, once it is safe to. Everything that is wrong with the environment is said at
 * once, then what is wrong with the database; Next.js starts only after that, in this same process, so that stopping
 * this process stops the portal. From then on what is printed is the log. The README documents the variables.
 */
import pg from "pg";
import { pino } from "pino";
import { env, readEnvironment } from "#lib/env.ts";
import { logError, openLog, takeOverConsole } from "#lib/log.ts";
import { databaseProblem } from "#lib/readiness.ts";
import type { Address } from "#lib/web/serve.ts";
import { hasBuild } from "./made.ts";
import { isTaken } from "./port.ts";
import { PROJECT } from "./tool.ts";

/** HOST and PORT are ours: Next.js itself would listen on every address, and containers set HOSTNAME to their own name. */
function readAddress(source: NodeJS.ProcessEnv): Address {
  return { host: source.HOST || "127.0.0.1", port: Number(source.PORT || 3000) };
}

function addressProblem({ port }: Address): string | null {
  return Number.isInteger(port) && port > 0 && port < 65536 ? null : "- PORT must be a whole number from 1 to 65535.";
}

/** The environment's mistakes and the address's, one sentence a line, or null. */
function environmentProblem(address: Address): string | null {
  const wrongAddress = addressProblem(address);
  try {
    readEnvironment(process.env);
  } catch (error) {
    return [(error as Error).message, wrongAddress].filter(Boolean).join("\n");
  }
  return wrongAddress && `The portal cannot start:\n${wrongAddress}`;
}

async function unsafe(): Promise<string | null> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return await databaseProblem(async (sql, ...values) => (await client.query(sql, values)).rows);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return `The database does not answer; check DATABASE_URL. It said: ${message || code}`;
  } finally {
    await client.end().catch(() => {});
  }
}

async function problem(address: Address): Promise<string | null> {
  const wrong = environmentProblem(address) ?? (await unsafe());
  if (wrong) return wrong;
  if (!hasBuild()) return "There is no build to serve. Run npm run build.";
  const { host, port } = address;
  if (await isTaken(port, host))
    return `The portal may not listen on port ${port} of ${host}. Set PORT, or HOST, to another.`;
  return null;
}

/** Next.js is loaded here and no earlier: it reads NODE_ENV, and prints through whatever console it finds. */
async function serve(where: Address): Promise<void> {
  // The demo and the tests show what is wrong with the portal to whoever started them, and nothing else.
  openLog(env().log, pino.destination({ fd: process.channel ? 2 : 1, sync: true }));
  takeOverConsole();
  process.on("uncaughtExceptionMonitor", (error) => logError("The portal failed", error));
  try {
    const web = await import("#lib/web/serve.ts");
    await web.serve(PROJECT, where);
  } catch (error) {
    logError("The portal did not start", error);
    process.exit(1);
  }
}

// Started by the demo or the tests: when they are killed, the portal goes with them.
if (process.channel) process.once("disconnect", () => process.exit());
process.chdir(PROJECT);
const address = readAddress(process.env);
// Ours to say, whatever the caller claims: demo mode is refused unless this is loopback.
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORTAL_BOUND_TO: address.host });
if (process.channel) process.env.PORTAL_LOG ||= "warn";
const why = await problem(address);
if (why === null) await serve(address);
else {
  console.error(why);
  process.exit(1);
}
