/**
 * A Postgres that is kept as a council's would be (nothing switched off for speed), in a project folder of its own, with
 * the portal's database in it and a table for the drill. Gone with its backups when the file ends.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { afterAll } from "vitest";
import { type PreparedDatabase, prepareDatabase } from "#prisma/database.ts";
import { ARCHIVING } from "#prisma/keeping/archive.ts";
import { type Backup, backUp } from "#prisma/keeping/back-up.ts";
import { backupsFolder } from "#prisma/keeping/folder.ts";
import { type Restored, restore } from "#prisma/keeping/restore.ts";
import { destroyServer, type RunningServer, startServer } from "#prisma/server.ts";
import { possibleFolders } from "#prisma/server-home.ts";
import { PROJECT } from "#prisma/tool.ts";

export type KeptCluster = {
  readonly projectRoot: string;
  readonly name: string;
  /** What the tools said so far. */
  readonly said: string[];
  readonly folder: () => string;
  readonly backups: () => string;
  readonly start: () => Promise<RunningServer>;
  readonly backUp: (keep?: number) => Promise<Backup>;
  readonly restore: (to?: string) => Promise<Restored>;
  /** Runs SQL in the portal's database as the superuser; the server must run. */
  readonly ask: (sql: string, ...values: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly connect: () => Promise<Client>;
};

export function keptCluster(name: string): KeptCluster {
  const projectRoot = realpathSync(mkdtempSync(join(tmpdir(), "portal-keeping-")));
  chmodSync(projectRoot, 0o755);
  const place = { projectRoot, name };
  const said: string[] = [];
  const say = (sentence: string) => void said.push(sentence);
  let server: RunningServer | undefined;
  const folder = () => server?.folder ?? possibleFolders(projectRoot, name)[0];
  const start = async () => {
    server = await startServer({ ...place, settings: ARCHIVING });
    return server;
  };
  const connect = async () => {
    const url = new URL(server?.superuserUrl ?? "");
    url.pathname = "/portal";
    const client = new Client({ connectionString: url.href });
    client.on("error", () => {});
    await client.connect();
    return client;
  };
  afterAll(async () => {
    for (const one of [name, `${name}-restoring`]) await destroyServer({ projectRoot, name: one });
    rmSync(dirname(possibleFolders(projectRoot, name)[1]), { recursive: true, force: true });
    rmSync(projectRoot, { recursive: true, force: true });
  });
  return {
    ...{ ...place, said, folder, start, connect },
    backups: () => backupsFolder(folder()),
    backUp: (keep) => backUp({ ...place, say, ...(keep === undefined ? {} : { keep }) }),
    restore: (to) => restore({ ...place, say, ...(to === undefined ? {} : { to }) }),
    ask: async (sql, ...values) => {
      const client = await connect();
      try {
        return (await client.query(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

/** Makes the portal's database and the drill's table, which holds what was written and when it was answered for. */
export async function prepareDrill(cluster: KeptCluster): Promise<PreparedDatabase> {
  const { superuserUrl } = await cluster.start();
  const prepared = await prepareDatabase(superuserUrl, "portal");
  await cluster.ask("create schema drill");
  await cluster.ask("create table drill.entry (label text, number int, half int, primary key (label, number, half))");
  return prepared;
}

/** Waits for a moment at which nothing is written, a whole second after all before it, and answers it as typed. */
export async function quietMoment(): Promise<string> {
  const until = Math.ceil((Date.now() + 1) / 1000) * 1000;
  while (Date.now() <= until + 5) await delay(until + 6 - Date.now());
  return typed(Temporal.Instant.fromEpochMilliseconds(until));
}

/** A moment as a person would type it; with its offset, as the tests may run in the hour that comes twice. */
export function typed(moment: Temporal.Instant): string {
  const london = moment.toZonedDateTimeISO("Europe/London");
  return `${london.toPlainDateTime().toString({ smallestUnit: "second" }).replace("T", " ")}${london.offset}`;
}

export type Written = { readonly number: number; readonly begunAt: number; readonly answeredAt: number };

/** Writes numbered pairs, each in one transaction, until `stop` is called: what it was answered for. */
export async function writer(cluster: KeptCluster, label: string): Promise<{ stop(): Promise<Written[]> }> {
  const client = await cluster.connect();
  const written: Written[] = [];
  let stopping = false;
  const writing = (async () => {
    for (let number = 1; !stopping; number++) {
      const begunAt = Date.now();
      await client.query(`insert into drill.entry values ('${label}', ${number}, 1), ('${label}', ${number}, 2)`);
      written.push({ number, begunAt, answeredAt: Date.now() });
    }
  })();
  return {
    stop: async () => {
      stopping = true;
      await writing;
      await client.end();
      return written;
    },
  };
}

/** `npm run backup` or `npm run restore` for this cluster, as a process that can be killed. */
export function toolProcess({ projectRoot, name }: KeptCluster, tool: "backup" | "restore") {
  const file = join(PROJECT, `prisma/keeping/${tool === "backup" ? "back-up" : "restore"}.ts`);
  const place = JSON.stringify({ projectRoot, name });
  const program = `import * as tool from ${JSON.stringify(file)};
    await (tool.backUp ?? tool.restore)({ ...${place}, say: () => {} });`;
  const words = ["--input-type=module", "--eval", program];
  return spawn(process.execPath, words, { cwd: PROJECT, stdio: ["ignore", "ignore", "inherit"] });
}
