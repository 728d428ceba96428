/**
 * The Postgres process of one folder: starting it, telling whether it lives, reaching it, stopping it.
 *
 * Callers hold the folder's lock (`server.ts`), so nobody else starts or stops it meanwhile; a kill can come at any
 * moment. The pid file alone proves nothing: after a crash its number may name any other program.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import type { Home } from "./server-home.ts";
import { asUser } from "./server-user.ts";

export const HOST = "127.0.0.1";
export const PATIENCE_MS = 120_000;
const LAPTOP = {
  listen_addresses: HOST,
  unix_socket_directories: "",
  shared_buffers: "128MB",
  max_connections: "100",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** To the database `postgres`, with the password that was made with the cluster. */
export function superuserUrl(folder: string, port: number): string {
  return `postgresql://postgres:${readFileSync(join(folder, "cluster/password"), "utf8")}@${HOST}:${port}/postgres`;
}

/** The port of a Postgres that was running already, or undefined when there is none. Waits for one that is starting. */
export function findRunning(folder: string): Promise<number | undefined> {
  return reach(folder, () => postmaster(folder) !== undefined);
}

/**
 * The port of a Postgres that answers, or undefined when it ended instead: `<folder>/log`, begun anew, says why.
 * `settings` are Postgres's own; throws when it neither answers nor ends in `patienceMs`.
 */
export async function launch(
  { folder, programs, runAs }: Home,
  settings: Record<string, string>,
  patienceMs = PATIENCE_MS,
): Promise<number | undefined> {
  const data = join(folder, "cluster/data");
  // Postgres refuses when the number in an old pid file now names another program, so an old one goes. Should any
  // process of a killed Postgres be left, Postgres still notices: they hold the shared memory of this folder's inode.
  rmSync(join(data, "postmaster.pid"), { force: true });
  const log = join(folder, "log");
  if (existsSync(log)) renameSync(log, `${log}.previous`);
  const to = openSync(log, "wx", 0o600);
  const all = { port: await freePort(), ...LAPTOP, ...settings };
  const words = Object.entries(all).flatMap((setting) => ["-c", setting.join("=")]);
  const child = spawn(join(programs, "bin/postgres"), ["-D", data, ...words], {
    ...asUser(runAs),
    detached: true,
    stdio: ["ignore", to, to],
  });
  closeSync(to);
  child.on("error", (error) => writeFileSync(log, `${error.message}\n`, { flag: "a" }));
  child.unref();
  return reach(folder, () => lives(child), patienceMs);
}

/** Stops it and waits for the end. SIGINT is what `pg_ctl stop -m fast` sends; SIGQUIT does not save what is in memory. */
export async function stopPostmaster(folder: string, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  const first = postmaster(folder);
  if (first) process.kill(first.pid, signal);
  for (const began = Date.now(); postmaster(folder); await delay(50))
    if (Date.now() - began > PATIENCE_MS)
      throw new Error(`The Postgres in ${folder} does not stop; its log may say why. Its process is ${first?.pid}.`);
}

function lives({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

async function reach(folder: string, alive: () => boolean, patienceMs = PATIENCE_MS): Promise<number | undefined> {
  for (const began = Date.now(); alive(); await delay(50)) {
    const found = postmaster(folder);
    const refusal = found?.ready ? await refusalOf(folder, found.port) : "It is still starting or stopping.";
    if (found && !refusal) return found.port;
    if (Date.now() - began > patienceMs)
      throw new Error(`The Postgres in ${folder} runs but cannot be used; its log may say why. ${refusal}`);
  }
  return undefined;
}

/** Why a connection fails, or undefined when it works. */
async function refusalOf(folder: string, port: number): Promise<string | undefined> {
  const client = new Client({
    connectionString: superuserUrl(folder, port),
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== "28P01") return message;
    throw new Error(`The Postgres in ${folder} refuses the password kept beside it. Stop it and delete that folder.`);
  } finally {
    await client.end().catch(() => {});
  }
}

function postmaster(folder: string): { pid: number; port: number; ready: boolean } | undefined {
  const data = join(folder, "cluster/data");
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!(pid > 1) || !isPostmasterOf(pid, data)) return undefined;
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/** Throws when the process is gone. A zombie has no command line, so it counts as gone. */
function isPostmasterOf(pid: number, data: string): boolean {
  if (!existsSync("/proc/self/cmdline")) {
    const command = execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("/postgres ") && command.includes(` -D ${data} `);
  }
  const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  return basename(words[0] ?? "") === "postgres" && (words.includes(data) || readlinkSync(`/proc/${pid}/cwd`) === data);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
