/**
 * The backups on the disk: `<backups>/<cluster>/`, where a cluster goes by Postgres's own number for it, so that a
 * demonstration that was started over never mixes with the one before.
 *
 *   base-…/          a whole copy: data, the password it goes with, and copy.json, written last
 *   unfinished-…/    a copy that is being made or was cut short: never restored from
 *   wal/             the pieces of the log of changes, and the histories of restores (archive.ts)
 *   life-2.json      when the database that a restore made began to be used
 *
 * Everything in it is personal data: folders that only the user Postgres runs as may enter. Keep them on an encrypted disk.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { alone } from "#prisma/lock.ts";
import type { RunAs } from "#prisma/server-user.ts";
import { archiveOf } from "./archive.ts";
import { flushFolder, writeFlushed } from "./copy.ts";
import { type BaseCopy, type Life, readBranches, unneeded } from "./rules.ts";

/** PORTAL_BACKUPS, or where the cluster is archived already, or a folder beside the cluster's. */
export function backupsFolder(clusterFolder: string): string {
  if (process.env.PORTAL_BACKUPS) return resolve(process.env.PORTAL_BACKUPS);
  const archive = archiveOf(clusterFolder);
  return archive ? dirname(archive) : `${clusterFolder}-backups`;
}

/** A backup and a restore never meet. */
export function aloneWithBackups<T>(backups: string, work: () => Promise<T>): Promise<T> {
  const sentence = `Another backup or restore is under way in ${backups}. Wait for its end.`;
  return alone(join(backups, "lock"), { patienceMs: 1_000, sentence }, work);
}

/** The archives of all clusters that were ever backed up there. */
export function listArchives(backups: string): string[] {
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => join(backups, name));
}

/** The copies that may be restored from. */
export function listCopies(archive: string): BaseCopy[] {
  if (!existsSync(archive)) return [];
  const finished = readdirSync(archive).filter(
    (name) => name.startsWith("base-") && existsSync(join(archive, name, "copy.json")),
  );
  return finished.map((name) => {
    const folder = join(archive, name);
    return { ...JSON.parse(readFileSync(join(folder, "copy.json"), "utf8")), folder } as BaseCopy;
  });
}

/** Copies that were cut short are cleared away. Answers how many. For callers who are alone with the backups. */
export function clearUnfinished(archive: string): number {
  const left = readdirSync(archive).filter((name) => name.startsWith("unfinished-"));
  for (const name of left) rmSync(join(archive, name), { recursive: true });
  return left.length;
}

/** Makes an unfinished copy one that counts. */
export async function finishCopy(unfinished: string, copy: Omit<BaseCopy, "folder">, owner: RunAs): Promise<string> {
  await writeFlushed(join(unfinished, "copy.json"), JSON.stringify(copy, null, 2), owner);
  const finished = unfinished.replace(/unfinished-([^/]*)$/, "base-$1");
  renameSync(unfinished, finished);
  await flushFolder(join(finished, ".."));
  return finished;
}

/** Every life led: the first, those that restores began, and those that a copy proves. */
export function listLives(archive: string): Life[] {
  const began = new Map([[1, ""]]);
  for (const { timeline, startedAt } of listCopies(archive)) {
    if (timeline > 1 && startedAt < (began.get(timeline) ?? "~")) began.set(timeline, startedAt);
  }
  for (const name of readdirSync(archive)) {
    if (!/^life-\d+\.json$/.test(name)) continue;
    const { timeline, from } = JSON.parse(readFileSync(join(archive, name), "utf8")) as Life;
    began.set(timeline, from);
  }
  return [...began].map(([timeline, from]) => ({ timeline, from, branches: branchesOf(archive, timeline) }));
}

/** Keeps with the archive when the database that a restore made began to be used. Repeating it changes nothing. */
export async function keepLife(archive: string, cluster: string, owner: RunAs): Promise<void> {
  const said = join(cluster, "life.json");
  if (!existsSync(said)) return;
  const life = readFileSync(said, "utf8");
  const kept = join(archive, `life-${(JSON.parse(life) as Life).timeline}.json`);
  if (!existsSync(kept)) await writeFlushed(kept, life, owner);
}

/** A new archive needs the histories of a cluster that was restored before. */
export async function keepHistories(archive: string, cluster: string, owner: RunAs): Promise<void> {
  const wal = join(cluster, "data/pg_wal");
  for (const name of readdirSync(wal).filter((one) => one.endsWith(".history"))) {
    const kept = join(archive, "wal", `${name}.gz`);
    if (!existsSync(kept)) await writeFlushed(kept, gzipSync(readFileSync(join(wal, name))), owner);
  }
}

/** Deletes all copies but the newest `keep`, and what only they needed. Answers how many. */
export function prune(archive: string, keep: number): number {
  const gone = unneeded(listCopies(archive), readdirSync(join(archive, "wal")), keep);
  for (const { folder } of gone.copies) {
    // Out of the count first: a copy that is only half deleted must never be restored from.
    const going = folder.replace(/base-([^/]*)$/, "unfinished-$1");
    renameSync(folder, going);
    rmSync(going, { recursive: true });
  }
  for (const piece of gone.pieces) rmSync(join(archive, "wal", piece));
  return gone.copies.length;
}

/** "00000002.history" for 2. */
export function historyOf(timeline: number): string {
  return `${timeline.toString(16).toUpperCase().padStart(8, "0")}.history`;
}

function branchesOf(archive: string, timeline: number) {
  const history = join(archive, "wal", `${historyOf(timeline)}.gz`);
  return existsSync(history) ? readBranches(gunzipSync(readFileSync(history)).toString()) : [];
}
