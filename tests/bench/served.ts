/** A server under measurement: a process that ends with us, known to answer, whose memory can be asked for. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type Settings, toolEnvironment } from "#prisma/tool.ts";

export type Served = {
  readonly url: string;
  /** Megabytes of memory that it has in use at this moment (RSS), and that it had when it began to serve. */
  memory(): number;
  readonly atRest: number;
  stop(): Promise<void>;
};

export type Start = {
  readonly cwd: string;
  readonly words: readonly string[];
  readonly settings: Settings;
  readonly port: number;
  /** A path that answers 200 once it serves. */
  readonly ready: string;
};

const PATIENCE_MS = 60_000;
const GRACE_MS = 5_000;

/** Starts it on 127.0.0.1. Throws with what it printed when it does not come to serve. */
export async function serve({ cwd, words, settings, port, ready }: Start, signal: AbortSignal): Promise<Served> {
  const env = toolEnvironment({ NODE_ENV: "production", ...settings, HOST: "127.0.0.1", PORT: String(port) });
  const child = spawn(process.execPath, words, { cwd, env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let heard = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    heard = (heard + text).slice(-5_000);
  });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await ended;
    clearTimeout(late);
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, url + ready, signal);
  } catch (error) {
    await stop();
    throw new Error(`${words.join(" ")}: ${(error as Error).message}\n${heard}`);
  }
  const memory = () => memoryOf(child.pid ?? 0);
  return { url, memory, atRest: memory(), stop };
}

async function untilReady(child: ChildProcess, url: string, signal: AbortSignal): Promise<void> {
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await delay(100)) {
    signal.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("It ended instead of serving.");
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
  }
  throw new Error("It does not come to serve.");
}

function memoryOf(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? readFileSync(status, "utf8").match(/^VmRSS:\s+(\d+) kB/m)?.[1]
    : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(kilobytes) / 1024;
}
