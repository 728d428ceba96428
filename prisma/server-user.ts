/**
 * As whom the embedded Postgres runs, and which folders are that user's alone.
 *
 * Postgres refuses to run as root; under root it runs as `postgres` or, where there is none, a system user made for it.
 */
import { execFile } from "node:child_process";
import { chmodSync, lchownSync, lstatSync, mkdirSync } from "node:fs";
import { promisify } from "node:util";

/** `uid` and `gid` are there under root only: anybody else runs Postgres as themselves. */
export type RunAs = { readonly name: string; readonly uid?: number; readonly gid?: number };

/** How to start a program as that user. It starts in the root folder, since the user may not enter the current one. */
export function asUser({ uid, gid }: Partial<RunAs>) {
  // Nothing of ours is inherited: PGDATA and PGPORT would mislead Postgres, and its messages are read here in English.
  const env = { PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C" } as unknown as NodeJS.ProcessEnv;
  return { cwd: "/", env, ...(uid === undefined || gid === undefined ? {} : { uid, gid }) };
}

/** Runs a program to its end. Never throws: `output` is what it printed, or what it complained of. */
export async function run(runAs: Partial<RunAs>, file: string, words: string[]) {
  try {
    const { stdout } = await promisify(execFile)(file, words, asUser(runAs));
    return { ok: true, output: stdout.trim() };
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return { ok: false, output: (stderr || message).trim() };
  }
}

/** Makes a folder that is that user's alone, mode 700. Throws when it is somebody else's (`refuseForeign`). */
export function makePrivate(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseForeign(folder, runAs);
  give(folder, runAs);
  chmodSync(folder, 0o700);
}

/** In /var/tmp anyone may make a folder before we do: one that is a link, or another user's, is never used. */
export function refuseForeign(folder: string, { name, uid }: RunAs): void {
  const found = lstatSync(folder);
  if (!found.isDirectory()) throw new Error(`${folder} must be a folder, not a link. Remove it and start again.`);
  const self = process.getuid?.();
  if (found.uid !== self && found.uid !== uid)
    throw new Error(`${folder} belongs to another user than ${name}. Remove it, or start as the user it belongs to.`);
}

/** Under root, hands a file or folder that root made to the user that Postgres runs as. */
export function give(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) lchownSync(path, uid, gid);
}

/** Throws a plain sentence when we are root and no user can be found or made. */
export async function unprivilegedUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { name: "the current user" };
  const found = (await knownUser("postgres")) ?? (await knownUser("send-portal")) ?? (await newUser("send-portal"));
  if (found) return found;
  throw new Error(
    "Postgres refuses to run as root, and no user could be made for it. Start as an ordinary user, add a user named postgres, or set DATABASE_URL.",
  );
}

async function knownUser(user: string): Promise<RunAs | undefined> {
  const [uid, gid] = [await run({}, "id", ["-u", user]), await run({}, "id", ["-g", user])];
  if (!uid.ok || !gid.ok) return undefined;
  return { name: `the user ${user}`, uid: Number(uid.output), gid: Number(gid.output) };
}

/** Shadow's useradd, then Debian's adduser, then busybox's. */
async function newUser(user: string): Promise<RunAs | undefined> {
  for (const [program, words] of [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"]],
    ["adduser", ["--system", "--group", "--no-create-home"]],
    ["adduser", ["-S", "-D", "-H"]],
  ] as const) {
    await run({}, program, [...words, user]);
    const made = await knownUser(user);
    if (made) return made;
  }
  return undefined;
}
