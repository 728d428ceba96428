/**
 * A database of the portal's own on the embedded Postgres, ready to serve: made if need be, migrated, its policies in
 * force, with a login that owns nothing. Repeating it changes nothing; several at once wait for each other, since
 * database roles are shared by all databases of a server.
 */
import { createHmac } from "node:crypto";
import pg from "pg";
import { migrateDatabase } from "./migrate.ts";
import { LOGIN } from "./roles.ts";

export type PreparedDatabase = {
  /** May do everything in it: for the demo's and the tests' own questions. Never print either. */
  readonly adminUrl: string;
  /** What the portal signs in with. */
  readonly loginUrl: string;
};

const PREPARING = 7_363_646_901;

/** `serverUrl` is the superuser's address of the database `postgres`. Throws on a name that needs quoting. */
export async function prepareDatabase(serverUrl: string, name: string): Promise<PreparedDatabase> {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`"${name}" cannot name a database: use a-z, 0-9 and _.`);
  const admin = new URL(serverUrl);
  // Derived, so that it is kept nowhere: whoever knows the superuser's password needs no login of the portal's.
  const password = createHmac("sha256", decodeURIComponent(admin.password)).update(LOGIN).digest("base64url");
  admin.pathname = `/${name}`;
  const login = new URL(admin);
  login.username = LOGIN;
  login.password = password;

  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query("select pg_advisory_lock($1)", [PREPARING]);
    const there = await server.query("select from pg_database where datname = $1", [name]);
    if (there.rowCount === 0) await server.query(`create database ${name}`);
    await migrateDatabase(admin.href, { name: LOGIN, password });
  } finally {
    await server.end();
  }
  return { adminUrl: admin.href, loginUrl: login.href };
}
