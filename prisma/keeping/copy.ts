/**
 * Copies a cluster's data folder: out of a Postgres that goes on writing, and back into a new cluster.
 *
 * Files that change or vanish meanwhile are no harm: what the log of changes says of them is replayed over the copy.
 * Left out is what Postgres's manual lists (Continuous Archiving, "Backing Up the Data Directory"): what a start makes
 * anew, and the log itself, which comes from the archive. The copy is on the disk, not only in memory, when this ends.
 */
import { createReadStream, createWriteStream, readFileSync } from "node:fs";
import { lchown, mkdir, open, readdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { RunAs } from "#prisma/server-user.ts";

const EMPTIED = [
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
].concat("pg_subtrans");
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|current_logfiles|backup_(label|manifest).*|tablespace_map.*|.*\.signal|postgresql\.auto\.conf\.tmp)$/;
const CONTROL = "global/pg_control";
/** Waiting for the disk together is quicker than in turn. */
const AT_ONCE = 16;

/** Makes `to` a copy of the data folder `from`, owned by the user that Postgres runs as. Answers its size in bytes. */
export async function copyData(from: string, to: string, owner: RunAs): Promise<number> {
  const folders: string[] = [];
  const files: string[] = [];
  const list = async (folder: string): Promise<void> => {
    folders.push(folder);
    await mkdir(join(to, folder), { mode: 0o700 });
    await own(join(to, folder), owner);
    for (const entry of EMPTIED.includes(folder) ? [] : await readdir(join(from, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (LEFT_OUT.test(entry.name) || path === CONTROL) continue;
      if (entry.isSymbolicLink())
        throw new Error(`${join(from, path)} is a link: tables kept elsewhere are not copied.`);
      if (entry.isDirectory()) await list(path);
      else files.push(path);
    }
  };
  await list("");
  let bytes = 0;
  const copyOn = async (): Promise<void> => {
    for (let path = files.pop(); path !== undefined; path = files.pop()) {
      // Not `bytes += await …`: that adds to what it was before the wait, and the others wait too.
      const size = await copyFile(join(from, path), join(to, path), owner);
      bytes += size;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, copyOn));
  for (const folder of folders) await flushFolder(join(to, folder));
  // Last, as pg_basebackup does: a copy without it cannot start, so one that was cut short never does.
  await writeFlushed(join(to, CONTROL), settled(join(from, CONTROL)), owner);
  return bytes;
}

/** Its size; 0 for a file that is no longer there. */
async function copyFile(from: string, to: string, owner: RunAs): Promise<number> {
  try {
    await pipeline(createReadStream(from), createWriteStream(to, { mode: 0o600, flush: true }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
  await own(to, owner);
  return (await stat(to)).size;
}

/** Writes a small file, whole or not at all, and waits until it is on the disk. */
export async function writeFlushed(path: string, content: string | Buffer, owner: RunAs): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600, flush: true });
  await own(`${path}.part`, owner);
  await rename(`${path}.part`, path);
  await flushFolder(dirname(path));
}

export async function flushFolder(folder: string): Promise<void> {
  const opened = await open(folder, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** Read until it reads the same twice: half of one state and half of another would be refused by the restored server. */
function settled(path: string): Buffer {
  for (let before = readFileSync(path); ; ) {
    const again = readFileSync(path);
    if (again.equals(before)) return again;
    before = again;
  }
}

async function own(path: string, { uid, gid }: RunAs): Promise<void> {
  if (uid !== undefined && gid !== undefined) await lchown(path, uid, gid);
}
