/**
 * Rolls a base copy forward to a moment, in a folder of its own, with the pieces of WAL from its archive. The cluster that
 * is in use is not touched.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endOfLog } from "#prisma/server.ts";
import type { Home } from "#prisma/server-home.ts";
import { launch, stopPostmaster, superuserUrl } from "#prisma/server-process.ts";
import { makePrivate } from "#prisma/server-user.ts";
import { pointTo, RESTORING } from "./archive.ts";
import { copyData, writeFlushed } from "./copy.ts";
import { momentInWords } from "./moment.ts";
import type { BaseCopy } from "./rules.ts";

/** A year's changes take their time. */
const PATIENCE_MS = 24 * 3_600_000;

export type Recovery = {
  readonly copy: BaseCopy;
  readonly archive: string;
  /** The life that the moment belongs to. */
  readonly timeline: number;
  /** The end of the archive when left out. */
  readonly moment?: Temporal.Instant;
};

export type Recovered = {
  readonly superuserUrl: string;
  /** When the last transaction that is in it was committed; null when none was replayed. */
  readonly lastChange: Date | null;
};

/**
 * Makes a cluster in `home.folder`, which is emptied first, and leaves its Postgres running, open and writable.
 * Throws a plain sentence when the archive ends before the moment, or is damaged.
 */
export async function recover(home: Home, { copy, archive, timeline, moment }: Recovery): Promise<Recovered> {
  const { folder, runAs } = home;
  await clearRecovery(folder);
  makePrivate(folder, runAs);
  const cluster = join(folder, "cluster");
  makePrivate(cluster, runAs);
  await copyData(join(copy.folder, "data"), join(cluster, "data"), runAs);
  await writeFlushed(join(cluster, "password"), readFileSync(join(copy.folder, "password")), runAs);
  pointTo(archive, cluster, runAs);
  await writeFlushed(join(cluster, "data/backup_label"), readFileSync(join(copy.folder, "data/backup_label")), runAs);
  await writeFlushed(join(cluster, "data/recovery.signal"), "", runAs);
  const port = await launch(
    home,
    {
      ...RESTORING,
      recovery_target_timeline: String(timeline),
      recovery_target_action: "promote",
      ...(moment ? { recovery_target_time: moment.toString().replace("T", " ").replace("Z", "+00") } : {}),
      // Nobody reads a record that is only half rolled forward.
      hot_standby: "off",
    },
    PATIENCE_MS,
  );
  const log = readFileSync(join(folder, "log"), "utf8");
  const last = log.match(/last completed transaction was at log time (\S+ \S+)/)?.[1];
  if (port !== undefined) {
    return { superuserUrl: superuserUrl(folder, port), lastChange: last === undefined ? null : new Date(last) };
  }
  if (/recovery ended before configured recovery target was reached/.test(log))
    throw new Error(
      `The backups end before ${momentInWords(moment ?? "")}: the last change in them is of ${momentInWords(last ?? copy.finishedAt)}. Choose that moment or an earlier one, or leave --to out for all there is.`,
    );
  throw new Error(`Postgres could not roll the copy ${copy.folder} forward. Its log ends:\n${endOfLog(folder)}`);
}

/** Stops and deletes what a recovery left behind, if it did. */
export async function clearRecovery(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await stopPostmaster(folder, "SIGQUIT");
  rmSync(folder, { recursive: true, force: true });
}
