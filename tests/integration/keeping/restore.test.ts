/** The drill: what was written by a moment is there after a restore to it, and nothing that was written later. */
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { beforeAll, describe, expect, test } from "vitest";
import { makeSession } from "#prisma/factories.ts";
import { PrismaClient } from "#prisma/generated/client.ts";
import { listArchives, listCopies } from "#prisma/keeping/folder.ts";
import { asOwner } from "#prisma/migrate.ts";
import { keptCluster, prepareDrill, quietMoment, typed, writer } from "#tests/support/kept-cluster.ts";
import { makeSitter, makeWorld } from "#tests/support/people.ts";

const cluster = keptCluster("keeping");
const moments: Record<string, string> = {};

/** Writes `count` pairs under this label and answers a moment right after them at which nobody wrote. */
async function write(label: string, count: number): Promise<string> {
  await cluster.ask(
    "insert into drill.entry select $1, number, half from generate_series(1, $2) number, generate_series(1, 2) half",
    label,
    count,
  );
  moments[label] = await quietMoment();
  return moments[label];
}

/** How many pairs each label has. */
async function pairs(): Promise<Record<string, number>> {
  const rows = await cluster.ask(
    "select label, count(*)::int as halves from drill.entry where label !~ '^writer' group by label order by label",
  );
  return Object.fromEntries(rows.map(({ label, halves }) => [label, Number(halves) / 2]));
}

beforeAll(async () => {
  const { adminUrl } = await prepareDrill(cluster);
  const owner = new PrismaClient({ adapter: new PrismaPg(asOwner(adminUrl)) });
  const world = await makeWorld(owner);
  await makeSession(owner, await makeSitter(owner, world, "auditor"));
  await owner.$disconnect();
});

describe("the drill", { timeout: 240_000 }, () => {
  test("a backup is made while four people write, and any moment meanwhile and since comes back whole", async () => {
    await write("a", 3);
    const writers = await Promise.all([1, 2, 3, 4].map((number) => writer(cluster, `writer ${number}`)));
    const backup = await cluster.backUp();
    const amid = backup.from.getTime() - (backup.from.getTime() % 1000) + 1000;
    await quietMoment();
    await quietMoment();
    const written = await Promise.all(writers.map((one) => one.stop()));
    expect(written.every((one) => one.length > 50)).toBe(true);

    await (await cluster.start()).stop();
    const restored = await cluster.restore(typed(Temporal.Instant.fromEpochMilliseconds(amid)));
    expect(restored.former).toMatch(/cluster-until-/);
    await cluster.start();
    for (const [place, one] of written.entries()) {
      const rows = await cluster.ask(
        "select number, count(*)::int as halves from drill.entry where label = $1 group by number order by number",
        `writer ${place + 1}`,
      );
      expect(rows.every(({ halves }, index) => halves === 2 && rows[index]?.number === index + 1)).toBe(true);
      expect(rows.length).toBeGreaterThanOrEqual(one.filter(({ answeredAt }) => answeredAt < amid).length);
      expect(rows.length).toBeLessThanOrEqual(one.filter(({ begunAt }) => begunAt <= amid).length);
      expect(rows.length).toBeGreaterThan(0);
    }
  });

  test("a moment between two changes brings back the first and not the second", async () => {
    await cluster.backUp();
    const to = await write("b", 5);
    await write("c", 7);
    await (await cluster.start()).stop();
    const { contents, lastChange } = await cluster.restore(to);
    expect(contents.counts).toMatchObject({ person: 1, figure: 0 });
    expect(typed(Temporal.Instant.fromEpochMilliseconds(lastChange?.getTime() ?? 0)) <= to).toBe(true);
    await cluster.start();
    expect(await pairs()).toEqual({ a: 3, b: 5 });
    // It was open at that moment; it may have been ended since.
    expect(await cluster.ask("select ended_at is null as open from session")).toEqual([{ open: false }]);
  });

  test("after a restore, archiving and backups go on, and a second restore finds its moment", async () => {
    const before = await write("d", 2);
    const { folder } = await cluster.backUp();
    expect(listCopies(join(folder, "..")).find((copy) => copy.folder === folder)?.timeline).toBe(3);
    const since = await write("e", 4);
    await write("f", 1);
    await (await cluster.start()).stop();
    await cluster.restore(since);
    await cluster.start();
    expect(await pairs()).toEqual({ a: 3, b: 5, d: 2, e: 4 });
    await (await cluster.start()).stop();
    await cluster.restore(before);
    await cluster.start();
    expect(await pairs()).toEqual({ a: 3, b: 5, d: 2 });
  });

  test("a moment that an earlier restore left behind comes back as it was lived", async () => {
    await (await cluster.start()).stop();
    await cluster.restore(moments.c);
    await cluster.start();
    expect(await pairs()).toEqual({ a: 3, b: 5, c: 7 });
  });

  test("without a moment, everything comes back that was written", async () => {
    await write("g", 6);
    await (await cluster.start()).stop();
    await cluster.restore();
    await cluster.start();
    expect(await pairs()).toEqual({ a: 3, b: 5, c: 7, g: 6 });
  });

  test("a cluster that is lost whole comes back from the backups alone, and no moment beyond them is promised", async () => {
    await cluster.backUp();
    const to = await write("h", 8);
    await write("later", 1);
    await (await cluster.start()).stop();
    const copies = listArchives(cluster.backups()).flatMap(listCopies).length;
    rmSync(cluster.folder(), { recursive: true });
    const beyond = await quietMoment();
    await expect(cluster.restore(beyond)).rejects.toThrow(
      /^The backups end before .* Choose that moment or an earlier/,
    );
    expect(existsSync(join(cluster.folder(), "cluster"))).toBe(false);
    const { former } = await cluster.restore(to);
    expect(former).toBeNull();
    await cluster.start();
    expect(await pairs()).toEqual({ a: 3, b: 5, c: 7, g: 6, h: 8 });
    await cluster.backUp();
    expect(listArchives(cluster.backups()).flatMap(listCopies)).toHaveLength(copies + 1);
  });

  test("backups can move to another disk at any time, also after restores", async () => {
    const elsewhere = `${cluster.folder()}-elsewhere`;
    process.env.PORTAL_BACKUPS = elsewhere;
    try {
      await cluster.start();
      const { folder } = await cluster.backUp();
      expect(folder.startsWith(elsewhere)).toBe(true);
    } finally {
      delete process.env.PORTAL_BACKUPS;
    }
    // It need not be said again: the database knows where it is archived.
    const to = await write("i", 1);
    await write("j", 1);
    await (await cluster.start()).stop();
    await cluster.restore(to);
    await cluster.start();
    expect(await pairs()).toEqual({ a: 3, b: 5, c: 7, g: 6, h: 8, i: 1 });
    const [archive = ""] = listArchives(elsewhere);
    renameSync(archive, `${archive}-away`);
    await expect(cluster.backUp()).rejects.toThrow(/^The backups folder .* is not there: is its disk\?/);
    renameSync(`${archive}-away`, archive);
  });

  test("a swap that a kill cut in two is finished by the next start", async () => {
    await (await cluster.start()).stop();
    const inUse = join(cluster.folder(), "cluster");
    renameSync(inUse, join(cluster.folder(), "cluster-restored"));
    await cluster.start();
    expect(await pairs()).toMatchObject({ i: 1 });
    expect(readdirSync(cluster.folder())).not.toContain("cluster-restored");
  });
});
