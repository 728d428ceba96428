/**
 * The Postgres that `npm run demo` and `npm test` use when DATABASE_URL is not set: one private cluster a name.
 *
 * It is a daemon of its own: it outlives a killed portal, and the next start finds it and uses it again.
 * Callers may rely on: it listens on 127.0.0.1 only, on a port free at that moment; the password is never printed;
 * a kill of anything at any moment leaves what the next start can use. Signals are the callers' to catch.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { alone } from "./lock.ts";
import { findHome, type Home, possibleFolders } from "./server-home.ts";
import { findRunning, HOST, launch, PATIENCE_MS, stopPostmaster, superuserUrl } from "./server-process.ts";
import { finishSwap } from "./server-swap.ts";
import { give, makePrivate, refuseForeign, run, unprivilegedUser } from "./server-user.ts";

export type RunningServer = {
  readonly host: string;
  readonly port: number;
  /** To the database `postgres`, password included: never print it. */
  readonly superuserUrl: string;
  readonly folder: string;
  /** True when Postgres was running already. */
  readonly reused: boolean;
  stop(): Promise<void>;
};
type Cluster = { readonly projectRoot: string; readonly name: string };

const ATTEMPTS = 20;
/** Nothing in a test database need outlive the machine, so nothing waits for the disk. */
const THROWAWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts the cluster `name` of this project, made if need be, or finds it running. Several at once get the same server.
 * `say` hears what a person should know; `settings` are Postgres's own, used when it is started here.
 * Throws a plain sentence, with the end of Postgres's own log, when it does not start.
 */
export async function startServer(
  options: Cluster & { say?: (sentence: string) => void; settings?: Record<string, string> },
): Promise<RunningServer> {
  const { projectRoot, name, say = () => {}, settings } = options;
  const home = await findHome(projectRoot, name, say);
  return aloneWith(home.folder, async () => {
    await makeCluster(home, name === "test");
    return startCluster(home, { ...(name === "test" ? THROWAWAY : {}), ...settings });
  });
}

/** The same for a cluster that is there, for callers who are alone with its folder. Throws the same sentence. */
export async function startCluster(home: Home, settings: Record<string, string>): Promise<RunningServer> {
  const { folder } = home;
  for (let attempt = 1; ; attempt++) {
    const found = await findRunning(folder);
    if (found) return running(folder, found, true);
    const started = await launch(home, settings);
    if (started) return running(folder, started, false);
    const log = endOfLog(folder);
    // Its port was taken meanwhile, or the processes of a killed Postgres are still on their way out.
    if (attempt === ATTEMPTS || !/in use|lock file .* already exists/.test(log))
      throw new Error(`Postgres did not start in ${folder}. Its log ends:\n${log}`);
    await delay(250);
  }
}

/** The last lines that the Postgres of a folder printed since it was started. */
export function endOfLog(folder: string): string {
  return readFileSync(join(folder, "log"), "utf8").trim().split("\n").slice(-15).join("\n");
}

/** Stops the cluster `name` and deletes it with all that is in it; nothing happens when there is none. */
export async function destroyServer({ projectRoot, name }: Cluster): Promise<void> {
  for (const folder of possibleFolders(projectRoot, name)) {
    if (!existsSync(folder)) continue;
    refuseForeign(folder, await unprivilegedUser());
    await aloneWith(folder, async () => {
      await stopPostmaster(folder, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    });
  }
}

function running(folder: string, port: number, reused: boolean): RunningServer {
  const stop = () => aloneWith(folder, () => stopPostmaster(folder, "SIGINT"));
  return { host: HOST, port, superuserUrl: superuserUrl(folder, port), folder, reused, stop };
}

/** While this runs, nobody else starts, stops or replaces the cluster of that folder. */
export function aloneWith<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const sentence = `Another program has been starting or stopping the Postgres in ${folder} for too long. End it.`;
  return alone(`${folder}.lock`, { patienceMs: PATIENCE_MS, sentence }, work);
}

/** Made aside and then renamed together with its password, so that a cluster is there whole or not at all. */
async function makeCluster({ folder, programs, runAs }: Home, throwaway: boolean): Promise<void> {
  makePrivate(folder, runAs);
  for (const left of readdirSync(folder))
    if (left.startsWith("new-")) rmSync(join(folder, left), { recursive: true, maxRetries: 20 });
  finishSwap(folder);
  if (existsSync(join(folder, "cluster"))) return;
  const unfinished = mkdtempSync(join(folder, "new-"));
  const password = join(unfinished, "password");
  writeFileSync(password, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  give(password, runAs);
  give(unfinished, runAs);
  const made = await run(runAs, join(programs, "bin/initdb"), [
    `--pgdata=${join(unfinished, "data")}`,
    `--pwfile=${password}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(throwaway ? ["--no-sync"] : []),
  ]);
  if (!made.ok) throw new Error(`Postgres could not make a database in ${folder}. It said:\n${made.output}`);
  renameSync(unfinished, join(folder, "cluster"));
}
