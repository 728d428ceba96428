/**
 * A whole copy of a cluster, taken while it is used, and from then on an archive of every change to it.
 * Callers may rely on: nothing is deleted unless they say how many copies to keep, and no copy counts that is not whole.
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Client } from "pg";
import { startServer } from "#prisma/server.ts";
import { findHome, possibleFolders } from "#prisma/server-home.ts";
import { give, makePrivate, type RunAs } from "#prisma/server-user.ts";
import { ARCHIVING, archiveOf, archiveTo, archiveUpToNow, NEWEST_LOSS_SECONDS, untilArchived } from "./archive.ts";
import { isUsed, type Kept, withServer } from "./cluster.ts";
import { copyData, writeFlushed } from "./copy.ts";
import {
  aloneWithBackups,
  backupsFolder,
  clearUnfinished,
  finishCopy,
  keepHistories,
  keepLife,
  listCopies,
  prune,
} from "./folder.ts";
import { momentInWords, wholeSecondFrom } from "./moment.ts";

/** Where a copy lies, and the first and last moment that it can be rolled forward to by now. */
export type Backup = { readonly folder: string; readonly from: Date; readonly upTo: Date };

/** Throws a plain sentence; whatever fails, Postgres goes on as before and no copy that is not whole counts. */
export async function backUp({ projectRoot, name, say, keep }: Kept & { readonly keep?: number }): Promise<Backup> {
  if (!possibleFolders(projectRoot, name).some((folder) => existsSync(join(folder, "cluster"))))
    throw new Error("There is no database to back up yet: npm run demo makes one.");
  const { folder, runAs } = await findHome(projectRoot, name, say);
  const backups = backupsFolder(folder);
  const archive = archiveOf(folder);
  if (archive && dirname(archive) === backups && !existsSync(archive))
    throw new Error(
      `The backups folder ${archive} is not there: is its disk? If it was deleted, set PORTAL_BACKUPS to another.`,
    );
  if (!existsSync(backups)) makePrivate(backups, runAs);
  return aloneWithBackups(backups, async () => {
    const server = await startServer({ projectRoot, name, settings: ARCHIVING });
    try {
      const made = await withServer(server, (client) => copyOut(client, { backups, folder, runAs, say }));
      const there = dirname(made.folder);
      const deleted = keep === undefined ? 0 : prune(there, keep);
      if (deleted > 0) say(`Deleted ${counted(deleted, "older copy", "older copies")}: --keep ${keep}.`);
      const count = listCopies(there).length;
      say(`There ${count === 1 ? "is" : "are"} ${counted(count, "copy", "copies")} in ${there}.`);
      if (backups === `${folder}-backups`)
        say("That is the database's own disk: set PORTAL_BACKUPS to a folder on another one, encrypted.");
      return made;
    } finally {
      // The demonstration may have begun to use it meanwhile.
      if (!server.reused && !(await withServer(server, isUsed))) await server.stop();
    }
  });
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

type Place = { readonly backups: string; readonly folder: string; readonly runAs: RunAs; readonly say: Kept["say"] };

async function copyOut(client: Client, { backups, folder, runAs, say }: Place): Promise<Backup> {
  const { rows } = await client.query(
    "select system_identifier::text as number, current_setting('archive_mode') as archives from pg_control_system()",
  );
  if (rows[0].archives !== "on")
    throw new Error("This Postgres was started before it could be backed up. Stop the demo, start it, then back up.");
  const archive = join(backups, rows[0].number);
  await archiveTo(archive, folder, runAs);
  await keepHistories(archive, join(folder, "cluster"), runAs);
  await keepLife(archive, join(folder, "cluster"), runAs);
  if (clearUnfinished(archive) > 0) say("Cleared away a copy that was cut short.");

  say("Copying the database. It can be used meanwhile.");
  const unfinished = join(archive, `unfinished-${new Date().toISOString().replaceAll(":", "-")}`);
  mkdirSync(unfinished, { mode: 0o700 });
  give(unfinished, runAs);
  const cluster = join(folder, "cluster");
  // Postgres leaves backup mode when this connection ends, however it ends.
  const started = await client.query("select clock_timestamp() as at, pg_backup_start('npm run backup', fast => true)");
  const bytes = await copyData(join(cluster, "data"), join(unfinished, "data"), runAs);
  const stopped = await client.query(
    `select lsn::text as position, labelfile, spcmapfile, pg_walfile_name(lsn - 1) as piece, clock_timestamp() as at
     from pg_backup_stop(wait_for_archive => false)`,
  );
  const { position, labelfile, spcmapfile, piece, at } = stopped.rows[0];
  if (spcmapfile) throw new Error("Tables are kept in another folder (a tablespace): this backup does not copy those.");
  await writeFlushed(join(unfinished, "data/backup_label"), labelfile, runAs);
  await writeFlushed(join(unfinished, "password"), readFileSync(join(cluster, "password")), runAs);
  await untilArchived(client, archive, piece);
  const firstPiece: string = labelfile.match(/^START WAL LOCATION: .*\(file ([0-9A-F]{24})\)$/m)[1];
  const timeline = Number.parseInt(firstPiece.slice(0, 8), 16);
  const moments = { startedAt: started.rows[0].at.toISOString(), finishedAt: at.toISOString() };
  const made = await finishCopy(unfinished, { ...moments, timeline, firstPiece, position }, runAs);
  const upTo = await archiveUpToNow(client, archive);
  say(`Made ${made} (${Math.ceil(bytes / 1e6)} MB).`);
  say(`You can restore to any moment from ${momentInWords(wholeSecondFrom(at))} on; now up to ${momentInWords(upTo)}.`);
  say(
    `What is written from now on follows within ${NEWEST_LOSS_SECONDS} seconds: no more than that is lost with a disk.`,
  );
  return { folder: made, from: at, upTo };
}
