/**
 * A restored cluster takes the place of the one there is, which is kept beside it. Two renames, and a kill may come
 * between them: what is half done is finished by the next start, so that a cluster is never missing and never made anew.
 */
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";

/**
 * `restored` is a whole cluster (data, password) on the same disk. Answers where the former one is kept, or null when
 * there was none. For callers who are alone with the folder, with nothing running in either.
 */
export function swapIn(folder: string, restored: string): string | null {
  renameSync(restored, join(folder, "cluster-restored"));
  return finishSwap(folder);
}

/** Nothing happens when no swap was begun. */
export function finishSwap(folder: string): string | null {
  const [restored, cluster] = [join(folder, "cluster-restored"), join(folder, "cluster")];
  if (!existsSync(restored)) return null;
  const former = existsSync(cluster) ? `${cluster}-until-${new Date().toISOString().replaceAll(":", "-")}` : null;
  if (former) renameSync(cluster, former);
  renameSync(restored, cluster);
  return former;
}
