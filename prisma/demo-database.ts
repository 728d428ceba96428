import { existsSync } from "node:fs";
import pg from "pg";
import { type PreparedDatabase, prepareDatabase } from "./database.ts";
import { ARCHIVING, archiveOf } from "./keeping/archive.ts";
import { asOwner, migrateDatabase } from "./migrate.ts";
import { destroyServer, startServer } from "./server.ts";
import { PROJECT } from "./tool.ts";

/** `stop` ends what was started for the demo: nothing, when the database is the caller's own. */
export type DemoDatabase = PreparedDatabase & { stop(): Promise<void> };

/** The database named by DATABASE_URL and MIGRATE_DATABASE_URL, or else the embedded Postgres; migrated either way. */
export async function openDemoDatabase(fresh: boolean, say: (sentence: string) => void): Promise<DemoDatabase> {
  const { DATABASE_URL: loginUrl, MIGRATE_DATABASE_URL: adminUrl } = process.env;
  if (!loginUrl && !adminUrl) return openEmbedded(fresh, say);
  if (!loginUrl || !adminUrl)
    throw new Error(
      "Set both DATABASE_URL and MIGRATE_DATABASE_URL, or neither: the demo then brings its own Postgres.",
    );
  if (fresh) throw new Error("--fresh starts over the demo's own Postgres only: empty your database yourself.");
  say("Preparing the database that DATABASE_URL names.");
  await migrateDatabase(adminUrl, { name: decodeURIComponent(new URL(loginUrl).username) });
  return { adminUrl, loginUrl, stop: async () => {} };
}

async function openEmbedded(fresh: boolean, say: (sentence: string) => void): Promise<DemoDatabase> {
  const cluster = { projectRoot: PROJECT, name: "demo" };
  if (fresh) {
    say("Starting over: the demo's database is deleted.");
    await destroyServer(cluster);
  }
  say("Starting Postgres.");
  const server = await startServer({ ...cluster, say, settings: ARCHIVING });
  const archive = archiveOf(server.folder);
  if (archive && !existsSync(archive))
    say(`The backups folder ${archive} is not there: changes wait until it is, and are in no backup meanwhile.`);
  // Open as long as the demo runs, and used for nothing: a restore sees by it that the portal is in use.
  const presence = new pg.Client({ connectionString: server.superuserUrl, application_name: "npm run demo" });
  presence.on("error", () => {});
  const stop = async () => {
    await presence.end().catch(() => {});
    await server.stop();
  };
  try {
    await presence.connect();
    say("Preparing the database.");
    return { ...(await prepareDatabase(server.superuserUrl, "portal")), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Who can sign in: a line a person, their e-mail address and what they are. */
export async function demoPeople(adminUrl: string): Promise<string[]> {
  const client = new pg.Client(asOwner(adminUrl));
  await client.connect();
  try {
    const found = await client.query<{ email: string; what: string }>(
      `select p.email, string_agg(distinct p.display_name || ', ' || o.name, '; ') as what
       from person p join role_holding r on r.person_id = p.id join organisation o on o.id = r.organisation_id
       where p.email like '%@demo.example' and p.ended_on is null group by p.id order by min(r.id::text)`,
    );
    const width = Math.max(0, ...found.rows.map((person) => person.email.length));
    return found.rows.map((person) => `${person.email.padEnd(width)}  ${person.what}`);
  } finally {
    await client.end();
  }
}
