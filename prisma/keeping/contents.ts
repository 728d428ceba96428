/** What tells a person that the right database came back, and the portal that it may serve it. */
import pg from "pg";
import { databaseProblem } from "#lib/readiness.ts";
import { prepareDatabase } from "#prisma/database.ts";
import { momentInWords } from "./moment.ts";

const PORTAL = "portal";

const COUNTED = [
  ["people", "person"],
  ["figures, revisions included", "figure"],
  ["publications", "publication"],
  ["acts on record", "audit_entry"],
] as const;

/** `counts` goes by table; `lines` say the same in words. Both are empty when the portal's database was not made yet. */
export type Contents = { readonly counts: Readonly<Record<string, number>>; readonly lines: readonly string[] };

/** Read before the database is brought to this release. */
export async function contentsOf(superuserUrl: string): Promise<Contents> {
  const counts: Record<string, number> = {};
  const lines: string[] = [];
  if ((await ask(superuserUrl, "select from pg_database where datname = $1", PORTAL)).length === 0)
    return { counts, lines: ["nothing: the portal's database was not made yet"] };
  const url = portalUrl(superuserUrl);
  for (const [words, table] of COUNTED) {
    if ((await ask(url, "select from pg_tables where schemaname = 'public' and tablename = $1", table)).length === 0)
      continue;
    const [found] = await ask(url, `select count(*)::int as count from ${table}`);
    counts[table] = Number(found?.count);
    lines.push(`${counts[table]} ${words}`);
  }
  if (counts.audit_entry) {
    const [newest] = await ask(url, "select max(at) as at from audit_entry");
    lines.push(`the newest act of ${momentInWords(newest?.at as Date)}`);
  }
  return { counts, lines };
}

/** Brings it to this release as a start of the demo does. Throws why the portal would refuse to serve it. */
export async function refuseUnready(superuserUrl: string): Promise<void> {
  const { loginUrl } = await prepareDatabase(superuserUrl, PORTAL);
  const problem = await databaseProblem((sql, ...values) => ask(loginUrl, sql, ...values));
  if (problem !== null) throw new Error(`The restored database is not fit to serve, so it is not used: ${problem}`);
}

/** A session that was ended after the moment restored to, on a lost computer perhaps, would be open again. */
export async function endSessions(superuserUrl: string): Promise<void> {
  await ask(portalUrl(superuserUrl), "update session set ended_at = now() where ended_at is null");
}

function portalUrl(superuserUrl: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${PORTAL}`;
  return url.href;
}

async function ask(url: string, sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
