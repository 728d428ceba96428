/** The portal and its Postgres as processes to be killed: no goodbye, nothing flushed, every child with its parent. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PROJECT, type Settings, toolEnvironment } from "#prisma/tool.ts";

const PATIENCE_MS = 60_000;

/** kill -9 of a cluster's postmaster and at once of all its children. Ends when none of them is left. */
export async function killPostgres(folder: string): Promise<void> {
  const postmaster = Number(readFileSync(path.join(folder, "cluster/data/postmaster.pid"), "utf8").split("\n")[0]);
  const all = [postmaster, ...childrenOf(postmaster)];
  for (const pid of all) kill(pid);
  await until(() => all.every((pid) => !lives(pid)), "Postgres does not die");
}

export class KillablePortal {
  readonly #settings: Settings;
  readonly #origin: string;
  #child: ChildProcess | undefined;

  /** `settings` are those of npm start; PORTAL_URL says on which port. */
  constructor(settings: Settings) {
    this.#settings = settings;
    this.#origin = settings.PORTAL_URL ?? "";
  }

  /** Starts the production build as `npm start` does, and waits until it serves. */
  async start(): Promise<void> {
    const env = toolEnvironment({ ...this.#settings, HOST: "127.0.0.1", PORT: new URL(this.#origin).port });
    // A group of its own, so that whatever it starts is killed with it; the channel ends it when we are killed.
    const child = spawn(process.execPath, [path.join(PROJECT, "prisma/start.ts")], {
      ...{ cwd: PROJECT, env, detached: true },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#child = child;
    await this.untilHealthy();
  }

  /** Waits until /api/health says that the portal and its database are well. */
  async untilHealthy(): Promise<void> {
    const healthy = () => fetch(`${this.#origin}/api/health`).then(({ ok }) => ok);
    await until(() => healthy().catch(() => false), "The portal does not come to serve");
  }

  /** kill -9 of the portal and of everything it started. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    kill(-child.pid);
    await ended;
  }
}

async function until(met: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  for (const began = Date.now(); !(await met()); await delay(20))
    if (Date.now() - began > PATIENCE_MS) throw new Error(`${otherwise}.`);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {}
}

/** A zombie that nobody has waited for yet counts as dead. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch (error) {
    return (error as NodeJS.ErrnoException).path !== undefined && process.platform !== "linux";
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform === "linux") {
    return globSync("/proc/[0-9]*/stat").flatMap((file) => {
      const [, pid, ppid] = statOf(file).match(/^(\d+) \(.*\) \S (\d+)/) ?? [];
      return Number(ppid) === parent ? [Number(pid)] : [];
    });
  }
  const pairs = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return pairs
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
}

function statOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
