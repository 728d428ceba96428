import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { destroyServer, startServer } from "#prisma/server.ts";
import { possibleFolders } from "#prisma/server-home.ts";

const isRoot = process.getuid?.() === 0;
let projectRoot: string;
let said: string[];

function start(settings: Record<string, string> = {}) {
  return startServer({ projectRoot, name: "test", say: (sentence) => said.push(sentence), settings });
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

function pidFileOf(folder: string): string {
  return join(folder, "cluster/data/postmaster.pid");
}

function pidOf(folder: string): number {
  return Number(readFileSync(pidFileOf(folder), "utf8").split("\n")[0]);
}

beforeEach(() => {
  projectRoot = realpathSync(mkdtempSync(join(tmpdir(), "portal-server-")));
  chmodSync(projectRoot, 0o755);
  said = [];
});

/** In the project, or in /var/tmp where this clone's own programs are out of reach of the user that runs Postgres. */
function folders(): readonly [string, string] {
  return possibleFolders(projectRoot, "test");
}

afterEach(async () => {
  await destroyServer({ projectRoot, name: "test" });
  rmSync(dirname(folders()[1]), { recursive: true, force: true });
  rmSync(projectRoot, { recursive: true, force: true });
});

describe("the embedded Postgres", { timeout: 60_000 }, () => {
  test("is private: this machine only, a password, a folder nobody else may enter", async () => {
    const server = await start();
    const { password } = new URL(server.superuserUrl);
    expect(server).toMatchObject({ host: "127.0.0.1", reused: false });
    expect(folders()).toContain(server.folder);
    expect(statSync(server.folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(server.folder, "cluster/password")).mode & 0o777).toBe(0o600);
    expect(await query(server.superuserUrl, "show listen_addresses")).toEqual(["127.0.0.1"]);
    expect(await query(server.superuserUrl, "show unix_socket_directories")).toEqual([""]);
    await expect(query(server.superuserUrl.replace(password, "wrong"), "select 1")).rejects.toThrow(/password/);
    expect(readFileSync(join(server.folder, "log"), "utf8")).not.toContain(password);
    expect(said).toHaveLength(server.folder === folders()[0] ? 0 : 1);
  });

  test("knows capital letters beyond English, and takes the settings it is given", async () => {
    const { superuserUrl } = await start({ work_mem: "7MB" });
    expect(await query(superuserUrl, "select upper('siân'), current_setting('work_mem')")).toEqual(["SIÂN", "7MB"]);
    expect(await query(superuserUrl, "select current_setting('fsync'), current_setting('timezone')")).toEqual([
      "off",
      "UTC",
    ]);
  });

  test("is found again by a second start, and stops when asked", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ reused: true, port: first.port });
    await second.stop();
    await expect(query(first.superuserUrl, "select 1")).rejects.toThrow(/ECONNREFUSED/);
    expect((await start()).reused).toBe(false);
  });

  test("outlives a portal that is killed, and the next start uses it", async () => {
    const program = `import { startServer } from ${JSON.stringify(join(import.meta.dirname, "../../prisma/server.ts"))};
      const { port } = await startServer(${JSON.stringify({ projectRoot, name: "test" })});
      console.log(port);
      setInterval(() => {}, 1000);`;
    const portal = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      detached: true,
      stdio: "pipe",
    });
    const [port] = await portal.stdout.take(1).toArray();
    process.kill(-(portal.pid ?? 0), "SIGKILL");
    expect(await start()).toMatchObject({ reused: true, port: Number(port) });
  });

  test("keeps what was written when Postgres itself is killed", async () => {
    const first = await start({ fsync: "on", synchronous_commit: "on", full_page_writes: "on" });
    await query(first.superuserUrl, "create table kept as select 42 as figure");
    process.kill(pidOf(first.folder), "SIGKILL");
    const second = await start();
    expect(second.reused).toBe(false);
    expect(await query(second.superuserUrl, "select figure from kept")).toEqual([42]);
  });

  test("starts although an old pid file names another program, alive and of the same user", async () => {
    const { folder, stop } = await start();
    const { uid, gid } = statSync(folder);
    const other = spawn("sleep", ["60"], isRoot ? { uid, gid } : {});
    const pidFile = readFileSync(pidFileOf(folder), "utf8");
    await stop();
    writeFileSync(pidFileOf(folder), pidFile.replace(/^\d+/, String(other.pid)));
    expect((await start()).reused).toBe(false);
    expect(other.kill()).toBe(true);
  });

  test("starts although its pid file was left empty by a crash", async () => {
    const { folder, stop } = await start();
    await stop();
    writeFileSync(pidFileOf(folder), "");
    expect((await start()).reused).toBe(false);
  });

  test("starts once when two ask at the same moment", async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ reused }) => reused).sort()).toEqual([false, true]);
    expect(both[0].port).toBe(both[1].port);
  });

  test("clears away a cluster that was only half made", async () => {
    const { folder, stop } = await start();
    await stop();
    rmSync(join(folder, "cluster"), { recursive: true });
    const left = mkdtempSync(join(folder, "new-"));
    expect((await start()).reused).toBe(false);
    expect(existsSync(left)).toBe(false);
  });

  test("tries again when its port was taken meanwhile", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const opened = start({ port: String(port) });
    await expect
      .poll(() => folders().some((folder) => existsSync(join(folder, "log.previous"))), { timeout: 60_000 })
      .toBe(true);
    taken.close();
    expect(await opened).toMatchObject({ reused: false, port });
  });

  test("says what Postgres said when it cannot start", async () => {
    await expect(start({ max_connections: "none" })).rejects.toThrow(/did not start in .*\n.*max_connections/s);
  });

  test("is gone when destroyed, and destroying nothing is no error", async () => {
    const { folder, superuserUrl } = await start();
    await destroyServer({ projectRoot, name: "test" });
    expect(existsSync(folder)).toBe(false);
    await expect(query(superuserUrl, "select 1")).rejects.toThrow(/ECONNREFUSED/);
    await destroyServer({ projectRoot, name: "test" });
  });

  test("refuses a name that would lead out of its folder", async () => {
    await expect(startServer({ projectRoot, name: "../test" })).rejects.toThrow(/cannot name a database/);
  });

  test.skipIf(!isRoot)("lives in /var/tmp, and says so, when its user may not enter the project", async () => {
    chmodSync(projectRoot, 0o700);
    const first = await start();
    const base = dirname(first.folder);
    try {
      expect(base).toMatch(/\/var\/tmp\/send-portal-[0-9a-f]{12}$/);
      expect(said).toEqual([expect.stringContaining(first.folder)]);
      expect(statSync(base)).toMatchObject({ uid: statSync(first.folder).uid });
      expect([base, first.folder].map((folder) => statSync(folder).mode & 0o777)).toEqual([0o700, 0o700]);
      expect(await start()).toMatchObject({ reused: true, port: first.port });
      await destroyServer({ projectRoot, name: "test" });
      expect(existsSync(first.folder)).toBe(false);
    } finally {
      await destroyServer({ projectRoot, name: "test" });
      if (basename(base).startsWith("send-portal-")) rmSync(base, { recursive: true });
    }
  });
});
