/**
 * The Postgres of the tests: TEST_DATABASE_URL if set (a superuser's address), else the embedded server named "test".
 * Runs at the same time share it; the last one stops it.
 */
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { startServer } from "#prisma/server.ts";
import { PROJECT } from "#prisma/tool.ts";

export type TestServer = { readonly superuserUrl: string; stop(): Promise<void> };

const GRACE_MS = 2_000;

export async function startTestServer(say: (sentence: string) => void): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { superuserUrl: given, stop: async () => {} };
  const server = await startServer({ projectRoot: PROJECT, name: "test", say });
  const { superuserUrl } = server;
  const stop = async () => {
    for (const began = Date.now(); await isUsed(superuserUrl); await delay(100))
      if (Date.now() - began > GRACE_MS) return;
    await server.stop();
  };
  return { superuserUrl, stop };
}

/** Deletes a database with all that is in it, if it is there. */
export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await ask(superuserUrl, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

function isUsed(superuserUrl: string): Promise<boolean> {
  return ask(superuserUrl, async (client) => {
    const others = await client.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return (others.rowCount ?? 0) > 0;
  });
}

async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
