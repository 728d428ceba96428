/**
 * The archive of one cluster: every piece of Postgres's log of changes (WAL), compressed, so that a base copy can be
 * rolled forward to any moment. It begins with the first `npm run backup`: until then there is nothing to roll forward.
 *
 * The file `archive-to` beside the cluster's data says where; Postgres runs its commands in the data folder, so they find
 * it by a path that needs no quoting. A folder that cannot be reached keeps the pieces waiting: none is ever dropped.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "pg";
import { give, makePrivate, type RunAs, run } from "#prisma/server-user.ts";

/** What a disaster costs at most, in a portal that is written to: changes younger than this may be in no archive yet. */
export const NEWEST_LOSS_SECONDS = 60;
const PATIENCE_MS = 60_000;

/** Written aside, flushed, then renamed; what is there already is compared, as Postgres may ask twice, never replaced. */
const KEEP = [
  "[ -e ../archive-to ] || exit 0",
  'to="$(cat ../archive-to)/wal" || exit 1',
  'if [ -e "$to/%f.gz" ]; then gzip -dc "$to/%f.gz" | cmp -s - "%p"; exit; fi',
  'gzip -1c "%p" > "$to/%f.part" && { sync "$to/%f.part" 2> /dev/null || sync; } || exit 1',
  'mv "$to/%f.part" "$to/%f.gz" && { sync "$to" 2> /dev/null || sync; }',
].join("; ");
/** 1 says that there is no more; a piece that is there but cannot be read must end the recovery, which takes over 125. */
const FETCH = [
  'from="$(cat ../archive-to)/wal/%f.gz" || exit 200',
  '[ -e "$from" ] || exit 1',
  'gzip -dc "$from" > "%p" || exit 200',
].join("; ");

/** Postgres's settings for a cluster that may be backed up. */
export const ARCHIVING = {
  archive_mode: "on",
  archive_command: KEEP,
  archive_timeout: String(NEWEST_LOSS_SECONDS),
};

export const RESTORING = { ...ARCHIVING, restore_command: FETCH };

/** Where the cluster of a folder is archived, or null before its first backup. */
export function archiveOf(folder: string): string | null {
  const pointer = join(folder, "cluster/archive-to");
  return existsSync(pointer) ? readFileSync(pointer, "utf8") : null;
}

/**
 * From now on the cluster of `folder` is archived in `archive`, which belongs to the user that Postgres runs as, alone.
 * Throws a plain sentence when that user may not work there.
 */
export async function archiveTo(archive: string, folder: string, runAs: RunAs): Promise<void> {
  for (const one of [archive, join(archive, "wal")]) makePrivate(one, runAs);
  const trial = await run(runAs, "/bin/sh", ["-c", 'cd "$1/wal" && [ -w . ]', "sh", archive]);
  if (!trial.ok)
    throw new Error(`Postgres runs as ${runAs.name}, who may not write in ${archive}. Set PORTAL_BACKUPS to a folder
that this user can reach, or let that user pass through the folders above it.`);
  if (archiveOf(folder) !== archive) pointTo(archive, join(folder, "cluster"), runAs);
}

/** Says in the cluster's own folder where its archive is. */
export function pointTo(archive: string, cluster: string, runAs: RunAs): void {
  const pointer = join(cluster, "archive-to");
  writeFileSync(`${pointer}.new`, archive, { mode: 0o600, flush: true });
  give(`${pointer}.new`, runAs);
  renameSync(`${pointer}.new`, pointer);
}

/**
 * Brings everything written so far into the archive, and answers with the moment up to which it can now be restored.
 * Throws when a piece does not arrive there.
 */
export async function archiveUpToNow(client: Client, archive: string): Promise<Date> {
  // Recovery stops at the first change after the moment asked for, so there has to be one: an empty transaction.
  await client.query("begin; select pg_current_xact_id()");
  const { rows } = await client.query("select clock_timestamp() as at");
  await client.query("commit");
  // One byte back: at the very end of a piece the position counts as the start of the next.
  const switched = await client.query("select pg_walfile_name(pg_switch_wal() - 1) as piece");
  await untilArchived(client, archive, switched.rows[0].piece);
  return rows[0].at;
}

/** Waits while pieces arrive, until `piece` has. */
export async function untilArchived(client: Client, archive: string, piece: string): Promise<void> {
  let last = "";
  for (let began = Date.now(); !existsSync(join(archive, "wal", `${piece}.gz`)); await delay(50)) {
    const { rows } = await client.query("select coalesce(last_archived_wal, '') as last from pg_stat_archiver");
    if (rows[0].last !== last) [last, began] = [rows[0].last, Date.now()];
    if (Date.now() - began > PATIENCE_MS)
      throw new Error(`Postgres does not get what was written into ${archive}: is the disk there, and has it room?`);
  }
}
