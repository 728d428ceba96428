/**
 * The one demo of this clone: which process it is, and the secret that seals its cookies. Two at once would share one
 * Postgres and stop it under each other, so a new one stops the one before it.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PROJECT } from "./tool.ts";

const FOLDER = path.join(PROJECT, ".data/portal");
const PID_FILE = path.join(FOLDER, "pid");
const SECRET_FILE = path.join(FOLDER, "secret");
const PATIENCE_MS = 30_000;

/** Stops the demo that runs from this clone; answers whether there was one. Throws when it does not end. */
export async function stopEarlierDemo(): Promise<boolean> {
  const pid = runningDemo();
  if (pid === null) return false;
  process.kill(pid, "SIGTERM");
  for (const began = Date.now(); runningDemo() === pid; await delay(50)) {
    if (Date.now() - began > PATIENCE_MS) throw new Error(`The demo that runs already does not end: process ${pid}.`);
  }
  return true;
}

export function claimDemo(): void {
  makeFolder();
  writeFileSync(PID_FILE, String(process.pid), { mode: 0o600 });
}

export function leaveDemo(): void {
  if (keptPid() === process.pid) rmSync(PID_FILE, { force: true });
}

/** Made once, so that a restart signs nobody out. */
export function demoSecret(): string {
  makeFolder();
  if (!existsSync(SECRET_FILE)) writeFileSync(SECRET_FILE, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(SECRET_FILE, "utf8");
}

function makeFolder(): void {
  const data = path.dirname(FOLDER);
  // The user that Postgres runs as must be able to pass through to its own folder beside ours.
  if (mkdirSync(data, { recursive: true })) chmodSync(data, 0o755);
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
}

function keptPid(): number | null {
  return existsSync(PID_FILE) ? Number(readFileSync(PID_FILE, "utf8")) : null;
}

/** The number in the file proves nothing: after a crash it may name any other program. */
function runningDemo(): number | null {
  const pid = keptPid();
  return pid && pid > 1 && pid !== process.pid && commandOf(pid).includes("prisma/demo.ts") ? pid : null;
}

function commandOf(pid: number): string {
  try {
    if (existsSync("/proc/self/cmdline")) return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
