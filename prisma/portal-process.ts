/**
 * The portal as a program that the demo and the tests start: `prisma/start.ts` with a channel to us, so that it ends
 * when we are killed, and known to serve before anyone is told its address.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { PROJECT, type Settings, toolEnvironment } from "./tool.ts";

export type PortalProcess = {
  /** Ends when the portal does, of itself or because it was stopped. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

const PATIENCE_MS = 60_000;
const GRACE_MS = 5_000;

/**
 * Starts the portal on 127.0.0.1 in demo mode and waits until /api/health says ok.
 * `hear` gets what it prints to standard error. Throws a plain sentence when it does not come to serve.
 */
export async function startPortal(
  port: number,
  settings: Settings,
  hear: (text: string) => void,
  signal?: AbortSignal,
): Promise<PortalProcess> {
  const env = toolEnvironment({ ...settings, PORTAL_DEMO: "1", HOST: "127.0.0.1", PORT: String(port) });
  const child = spawn(process.execPath, [path.join(PROJECT, "prisma/start.ts")], {
    cwd: PROJECT,
    env,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.stderr?.setEncoding("utf8").on("data", hear);
  const ended = once(child, "exit").then(() => {});
  const stop = async () => {
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await ended;
    clearTimeout(late);
  };
  try {
    await untilHealthy(child, port, signal);
    return { ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilHealthy(child: ChildProcess, port: number, signal?: AbortSignal): Promise<void> {
  let said = "nothing";
  for (const began = Date.now(); Date.now() - began < PATIENCE_MS; await delay(100)) {
    signal?.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("The portal did not start.");
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      said = await answer.text();
    } catch {}
  }
  throw new Error(`The portal started but does not come to serve. /api/health says: ${said}`);
}
