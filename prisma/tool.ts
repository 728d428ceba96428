/**
 * Runs one of the tools the project is made with, quietly: what it prints is kept, and shown by whoever catches its
 * failure. A stopped tool takes the programs it started with it, so that nothing of ours outlives us.
 */
import { spawn } from "node:child_process";
import path from "node:path";

export const PROJECT = path.join(import.meta.dirname, "..");
const BIN = path.join(PROJECT, "node_modules/.bin");
const PATIENCE_MS = 10_000;

export type Settings = Record<string, string | undefined>;

/** An error in a minified file shows the whole file as its line. */
const LONGEST_LINE = 400;

/** A tool that did not end well: `output` is all it printed, in the order it printed it. */
export class ToolFailed extends Error {
  readonly output: string;

  constructor(words: readonly string[], printed: string) {
    const lines = printed.trim().split("\n");
    const output = lines
      .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line))
      .join("\n");
    super(`${words.join(" ")} failed:\n${output}`);
    this.name = "ToolFailed";
    this.output = output;
  }
}

/** This process's environment with the portal's own Node first, whoever started us, and with nobody phoning home. */
export function toolEnvironment(settings: Settings = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: `${BIN}${path.delimiter}${process.env.PATH ?? ""}`,
    NO_COLOR: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    ...settings,
  } as NodeJS.ProcessEnv;
}

/**
 * Runs `node …`, or a program of node_modules/.bin, in the project's folder; answers with what it printed.
 * Throws ToolFailed when it ends with anything but 0, and the signal's reason once it is gone when `signal` stops it.
 */
export function runTool(words: readonly string[], settings: Settings = {}, signal?: AbortSignal): Promise<string> {
  signal?.throwIfAborted();
  const [program = "", ...rest] = words;
  const file = program === "node" ? process.execPath : program.includes("/") ? program : path.join(BIN, program);
  const env = toolEnvironment(settings);
  // A group of its own, so that its workers can be stopped with it.
  const child = spawn(file, rest, { cwd: PROJECT, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    const stop = () => {
      signalGroup(child.pid, "SIGINT");
      setTimeout(() => signalGroup(child.pid, "SIGKILL"), PATIENCE_MS).unref();
    };
    signal?.addEventListener("abort", stop, { once: true });
    child.on("error", (error) => reject(new ToolFailed(words, error.message)));
    child.on("close", (code) => {
      signal?.removeEventListener("abort", stop);
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0) resolve(output);
      else reject(new ToolFailed(words, output));
    });
  });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {}
}
