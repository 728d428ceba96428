/** What a backup leaves on the disk, what a killed one leaves, and what a restore refuses. */
import { existsSync, globSync, lstatSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listArchives, listCopies } from "#prisma/keeping/folder.ts";
import { unprivilegedUser } from "#prisma/server-user.ts";
import { keptCluster, prepareDrill, quietMoment, toolProcess } from "#tests/support/kept-cluster.ts";

const cluster = keptCluster("kept");
/** Often, so as to come in the middle of something; and long, on a machine that is busy. */
const POLL = { interval: 5, timeout: 20_000 };
let before: string;

function copies() {
  return listArchives(cluster.backups()).flatMap(listCopies);
}

function unfinished(): string[] {
  return globSync(join(cluster.backups(), "*/unfinished-*"));
}

beforeAll(async () => {
  await prepareDrill(cluster);
  await cluster.ask("insert into drill.entry select 'kept', number, 1 from generate_series(1, 100) number");
  before = await quietMoment();
});

describe("a backup", { timeout: 120_000 }, () => {
  test("there has to be one before anything can be restored", async () => {
    await expect(cluster.restore()).rejects.toThrow(/^There is no backup in .*npm run backup makes one\.$/);
  });

  test("is for the user that runs Postgres alone: every folder and every file", async () => {
    await cluster.backUp();
    const { uid = process.getuid?.() } = await unprivilegedUser();
    const inside = readdirSync(cluster.backups(), { recursive: true, encoding: "utf8" }).filter(
      (one) => one !== "lock",
    );
    expect(inside.length).toBeGreaterThan(1000);
    const open = ["", ...inside].filter((path) => {
      const found = lstatSync(join(cluster.backups(), path));
      return (found.mode & 0o077) !== 0 || found.uid !== uid;
    });
    expect(open).toEqual([]);
  });

  test("says how many there are, from when and how far one can go back, and what is at risk", () => {
    expect(cluster.said.join("\n")).toMatch(
      /Copying the database.*Made .*You can restore to any moment from .* on; now up to .*within 60 seconds.*There is 1 copy in/s,
    );
    const [copy] = copies();
    const files = globSync(join(copy?.folder ?? "", "data/**/*")).map((path) => lstatSync(path));
    const bytes = files.reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
    expect(Number(cluster.said.join("\n").match(/\((\d+) MB\)/)?.[1])).toBe(Math.ceil(bytes / 1e6));
  });

  test("that is killed counts for nothing, and Postgres goes on as if it had never begun", async () => {
    const made = copies();
    const killed = toolProcess(cluster, "backup");
    const ended = new Promise((resolve) => killed.on("exit", (_code, signal) => resolve(signal)));
    await expect
      .poll(() => globSync(join(unfinished()[0] ?? "none", "data/base/*/*")).length, POLL)
      .toBeGreaterThan(20);
    killed.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    expect(unfinished()).toHaveLength(1);
    expect(copies()).toEqual(made);
    const log = () => readFileSync(join(cluster.folder(), "log"), "utf8");
    await expect.poll(log, POLL).toMatch(/aborting backup due to backend exiting before pg_backup_stop was called/);
    await cluster.ask("insert into drill.entry values ('after the kill', 1, 1)");

    await cluster.backUp();
    expect(unfinished()).toEqual([]);
    expect(cluster.said).toContain("Cleared away a copy that was cut short.");
    expect(copies()).toHaveLength(made.length + 1);
  });

  test("is refused while another is being made", async () => {
    const both = await Promise.allSettled([cluster.backUp(), cluster.backUp()]);
    const refused = both.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => reason.message)).toEqual([
      expect.stringMatching(/^Another backup or restore is under way in /),
    ]);
  });

  test("waits for the archive instead of claiming what is not there, and Postgres keeps it all meanwhile", async () => {
    const [archive = ""] = listArchives(cluster.backups());
    renameSync(join(archive, "wal"), join(archive, "wal-away"));
    await cluster.ask("insert into drill.entry values ('while it was away', 1, 1)");
    await cluster.ask("select pg_switch_wal()");
    const failures = () => cluster.ask("select failed_count::int as failed from pg_stat_archiver");
    await expect.poll(failures, POLL).not.toEqual([{ failed: 0 }]);
    renameSync(join(archive, "wal-away"), join(archive, "wal"));
    await cluster.backUp();
    const status = join(cluster.folder(), "cluster/data/pg_wal/archive_status");
    await expect.poll(() => readdirSync(status).filter((name) => name.endsWith(".ready")), POLL).toEqual([]);
  });

  test("deletes older ones only when told to, and what is kept still restores", async () => {
    const count = copies().length;
    expect(count).toBeGreaterThan(2);
    const { folder } = await cluster.backUp(1);
    expect(copies().map((copy) => copy.folder)).toEqual([folder]);
    expect(cluster.said).toContain(`Deleted ${count} older copies: --keep 1.`);
    await (await cluster.start()).stop();
    await cluster.restore(await quietMoment());
    await cluster.start();
    const [found] = await cluster.ask("select count(*)::int as count from drill.entry");
    expect(found?.count).toBe(102);
  });
});

describe("a restore refuses", { timeout: 120_000 }, () => {
  test.each([
    ["a moment before the first copy", () => before, /^There is no copy from before .*: the first is of /],
    ["a moment to come", () => "2999-01-01 10:00", /^1 January 2999 at 10:00:00 is still to come/],
    ["what is no moment", () => "last Tuesday", /is not a moment\. Type it like/],
    ["the hour that came twice", () => "2024-10-27 01:30", /came twice in London/],
    ["the hour that never was", () => "2024-03-31 01:30", /There was no 2024-03-31 01:30 in London/],
  ])("%s, and leaves the database as it is", async (_which, to, sentence) => {
    await (await cluster.start()).stop();
    await expect(cluster.restore(to())).rejects.toThrow(sentence);
    expect(readdirSync(dirname(cluster.folder()))).not.toContain("kept-restoring");
    await cluster.start();
    expect(await cluster.ask("select count(*)::int as count from drill.entry")).toEqual([{ count: 102 }]);
  });

  test("while anybody is connected, and goes on once they have left", async () => {
    await cluster.start();
    const client = await cluster.connect();
    await expect(cluster.restore()).rejects.toThrow(/^The portal is in use\. Stop it/);
    expect((await client.query("select 1 as still")).rows).toEqual([{ still: 1 }]);
    await client.end();
    await cluster.restore();
    await cluster.start();
    expect(await cluster.ask("select count(*)::int as count from drill.entry")).toEqual([{ count: 102 }]);
  });

  test("nothing when it is killed half way: the database is as it was, and the next restore works", async () => {
    await (await cluster.start()).stop();
    const killed = toolProcess(cluster, "restore");
    const ended = new Promise((resolve) => killed.on("exit", (_code, signal) => resolve(signal)));
    const aside = `${cluster.folder()}-restoring`;
    await expect.poll(() => existsSync(join(aside, "cluster/data/postmaster.pid")), POLL).toBe(true);
    killed.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    await cluster.start();
    expect(await cluster.ask("select count(*)::int as count from drill.entry")).toEqual([{ count: 102 }]);
    await (await cluster.start()).stop();
    await cluster.restore();
    expect(existsSync(aside)).toBe(false);
    await cluster.start();
    expect(await cluster.ask("select count(*)::int as count from drill.entry")).toEqual([{ count: 102 }]);
  });

  test("an archive with a piece that cannot be read, instead of stopping short of it", async () => {
    const { folder } = await cluster.backUp();
    await cluster.ask("insert into drill.entry values ('beyond the damage', 1, 1)");
    await (await cluster.start()).stop();
    const wal = join(dirname(folder), "wal");
    const last =
      readdirSync(wal)
        .filter((name) => /^[0-9A-F]{24}\.gz$/.test(name))
        .sort()
        .at(-1) ?? "";
    const whole = readFileSync(join(wal, last));
    writeFileSync(join(wal, last), whole.subarray(0, 1000));
    await expect(cluster.restore()).rejects.toThrow(/could not roll the copy .* forward/);
    writeFileSync(join(wal, last), whole);
    await cluster.restore();
    await cluster.start();
    expect(await cluster.ask("select count(*)::int as count from drill.entry")).toEqual([{ count: 103 }]);
  });
});
