/**
 * `npm start`: serves the production build, once it is safe to. Everything that is wrong with the environment is said at
 * once, then what is wrong with the database; Next.js starts only after that, in this same process, so that stopping
 * this process stops the portal. The README documents the variables.
 */
import { createRequire } from "node:module";
import pg from "pg";
import { readEnvironment } from "#lib/env.ts";
import { databaseProblem } from "#lib/readiness.ts";
import { hasBuild } from "./made.ts";
import { isTaken } from "./port.ts";
import { PROJECT } from "./tool.ts";

type Address = { readonly host: string; readonly port: number };

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

function serve({ host, port }: Address): void {
  process.argv = [process.execPath, "next", "start", "--hostname", host, "--port", String(port)];
  createRequire(import.meta.url)("next/dist/bin/next");
}

// Started by the demo or the tests: when they are killed, the portal goes with them.
if (process.channel) process.once("disconnect", () => process.exit());
process.chdir(PROJECT);
const address = readAddress(process.env);
// Ours to say, whatever the caller claims: demo mode is refused unless this is loopback.
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORTAL_BOUND_TO: address.host });
const why = await problem(address);
if (why === null) serve(address);
else {
  console.error(why);
  process.exit(1);
}
