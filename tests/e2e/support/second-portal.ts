/**
 * Another portal over the same database as the one under test, with settings of its own and its log kept: for what the
 * first could not be made to do without disturbing every other test.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "#prisma/port.ts";
import { PROJECT, type Settings } from "#prisma/tool.ts";

export class SecondPortal {
  readonly url: string;
  readonly #child: ChildProcess;
  #printed = "";

  private constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#printed += text;
      });
    }
  }

  static async start(settings: Settings): Promise<SecondPortal> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const own = {
      PORTAL_URL: url,
      HOST: "127.0.0.1",
      PORT: String(port),
      MIGRATE_DATABASE_URL: undefined,
      ...settings,
    };
    const child = spawn(process.execPath, [path.join(PROJECT, "prisma/start.ts")], {
      cwd: PROJECT,
      env: { ...process.env, ...own } as NodeJS.ProcessEnv,
      // The channel: when we are killed, it ends.
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const portal = new SecondPortal(url, child);
    const healthy = () =>
      fetch(`${url}/api/health`).then(
        (answer) => answer.ok,
        () => false,
      );
    for (let tries = 0; !(await healthy()); tries += 1) {
      if (tries > 300 || child.exitCode !== null) throw new Error(`It does not come to serve:\n${portal.printed}`);
      await delay(100);
    }
    return portal;
  }

  /** All that it has printed so far, to whatever end. */
  get printed(): string {
    return this.#printed;
  }

  /** Asks it to stop, as a service manager does; answers with its exit code. */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    this.#child.kill("SIGTERM");
    const [code] = (await once(this.#child, "close")) as [number | null];
    return code;
  }
}
