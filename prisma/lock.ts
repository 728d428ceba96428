import { closeSync, existsSync, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";

/** `sentence` says who has the lock when `patienceMs` have passed in vain. */
export type Busy = { readonly patienceMs: number; readonly sentence: string };

/**
 * Runs `work` while nobody else on this machine runs theirs under the same `path`. Not for use inside itself.
 * SQLite's exclusive lock is the kernel's: it goes with its process, so a kill leaves nothing to judge stale.
 */
export async function alone<T>(path: string, busy: Busy, work: () => Promise<T>): Promise<T> {
  // Opened here once, for its mode: to close any handle of ours later would drop a lock that this process holds.
  if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    for (const began = Date.now(); !locked(lock); await delay(50))
      if (Date.now() - began > busy.patienceMs) throw new Error(busy.sentence);
    return await work();
  } finally {
    lock.close();
  }
}

function locked(lock: DatabaseSync): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch {
    return false;
  }
}
