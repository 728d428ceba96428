/**
 * Puts back a cluster as it was at a moment. Callers may rely on: what is there now is archived first and its folder kept;
 * whatever fails or is killed, the cluster in use is the former one or the restored one, whole.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { aloneWith, type RunningServer, startCluster } from "#prisma/server.ts";
import { findHome, type Home } from "#prisma/server-home.ts";
import { stopPostmaster } from "#prisma/server-process.ts";
import { finishSwap, swapIn } from "#prisma/server-swap.ts";
import { ARCHIVING, archiveOf, archiveUpToNow, untilArchived } from "./archive.ts";
import { choose } from "./choice.ts";
import { isUsed, type Kept, withServer } from "./cluster.ts";
import { type Contents, contentsOf, endSessions, refuseUnready } from "./contents.ts";
import { writeFlushed } from "./copy.ts";
import { aloneWithBackups, backupsFolder, historyOf, keepLife, listArchives, listCopies } from "./folder.ts";
import { momentInWords, readMoment } from "./moment.ts";
import { clearRecovery, type Recovered, recover } from "./recovery.ts";

export type Restored = {
  readonly lastChange: Date | null;
  readonly contents: Contents;
  /** Where the cluster is kept that was there before; null when there was none. */
  readonly former: string | null;
};

/** `to` as a person types it. Throws a plain sentence; whatever fails, the database in use stays as it is. */
export async function restore({ projectRoot, name, say, to }: Kept & { readonly to?: string }): Promise<Restored> {
  const moment = to === undefined ? undefined : readMoment(to);
  if (moment && Temporal.Instant.compare(moment, Temporal.Now.instant()) > 0)
    throw new Error(`${momentInWords(moment)} is still to come. Choose a moment that is past.`);
  const home = await findHome(projectRoot, name, say);
  const backups = backupsFolder(home.folder);
  if (listArchives(backups).flatMap(listCopies).length === 0)
    throw new Error(`There is no backup in ${backups}. npm run backup makes one.`);
  return aloneWithBackups(backups, () => aloneWith(home.folder, () => replace(home, backups, moment, say)));
}

async function replace(
  home: Home,
  backups: string,
  moment: Temporal.Instant | undefined,
  say: Kept["say"],
): Promise<Restored> {
  const { folder, runAs } = home;
  finishSwap(folder);
  choose(backups, moment);
  await setDown(home, say);
  // Again: the archive knows more now.
  const { archive, copy, timeline } = choose(backups, moment);
  say(`Rolling the copy of ${momentInWords(copy.finishedAt)} forward.`);
  const aside = { ...home, folder: `${folder}-restoring` };
  try {
    const recovered = await recover(aside, { copy, archive, timeline, ...(moment ? { moment } : {}) });
    const contents = await inspect(recovered, archive);
    await stopPostmaster(aside.folder, "SIGINT");
    const restored = join(aside.folder, "cluster");
    const life = { timeline: contents.timeline, from: new Date().toISOString() };
    await writeFlushed(join(restored, "life.json"), JSON.stringify(life), runAs);
    const former = swapIn(folder, restored);
    await keepLife(archive, join(folder, "cluster"), runAs);
    return { lastChange: recovered.lastChange, contents, former };
  } finally {
    await clearRecovery(aside.folder);
  }
}

/** Archives all that was written, then stops Postgres. One that cannot even start has nothing to add. */
async function setDown(home: Home, say: Kept["say"]): Promise<void> {
  const { folder } = home;
  if (!existsSync(join(folder, "cluster"))) return;
  const server = await startCluster(home, ARCHIVING).catch((error: Error): RunningServer | null => {
    say(`The database as it is does not start, so only what was archived before can be restored.\n${error.message}`);
    return null;
  });
  if (!server) return;
  const archive = archiveOf(folder);
  let used = false;
  try {
    await withServer(server, async (client) => {
      used = await isUsed(client);
      if (used) throw new Error("The portal is in use. Stop it (Ctrl-C where npm run demo runs), then restore.");
      if (archive) await archiveUpToNow(client, archive);
      else say("The database as it is was never backed up: it is only set aside.");
    });
  } finally {
    if (!used) await stopPostmaster(folder, "SIGINT");
  }
}

/** What is in the restored database, once it is safe to serve and its new life is on record in the archive. */
async function inspect(recovered: Recovered, archive: string): Promise<Contents & { readonly timeline: number }> {
  const contents = await contentsOf(recovered.superuserUrl);
  await refuseUnready(recovered.superuserUrl);
  await endSessions(recovered.superuserUrl);
  return withServer(recovered, async (client) => {
    const { rows } = await client.query("select pg_walfile_name(pg_current_wal_insert_lsn()) as piece");
    const timeline = Number.parseInt(rows[0].piece.slice(0, 8), 16);
    await untilArchived(client, archive, historyOf(timeline));
    return { ...contents, timeline };
  });
}
