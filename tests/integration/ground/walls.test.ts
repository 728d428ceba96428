import { describe, expect, test } from "vitest";
import { asSystem } from "#lib/scope.ts";
import { ACCESS, type Access, WHO, type Who } from "#tests/support/access.ts";
import { openTestDatabase, withClient } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";
import { attemptsOn } from "./attempts.ts";
import { makeRows } from "./rows.ts";
import { tablesOf } from "./samples.ts";

const database = await openTestDatabase();
const ATTEMPTS = attemptsOn(await makeRows(database));
const ROWS = Object.keys(ACCESS) as (keyof typeof ACCESS)[];
const VERBS = ["select", "insert", "update", "delete"] as const;
type Verb = (typeof VERBS)[number];
/** Runs one statement and answers with how many rows it read or wrote. */
type Run = (sql: string) => Promise<number>;

const DENIED = /\b42501\b/;

function sqlOf(row: keyof typeof ACCESS, verb: Verb): string | undefined {
  const { table } = ACCESS[row];
  const { where, set, to = set, add } = ATTEMPTS[row];
  if (verb === "insert") {
    return add && `insert into ${table} (${Object.keys(add)}) values (${Object.values(add)})`;
  }
  const start = {
    select: `select from ${table}`,
    update: `update ${table} set ${set} = ${to}`,
    delete: `delete from ${table}`,
  };
  return where && `${start[verb]} where ${where}`;
}

async function succeeds(run: Run, sql: string): Promise<boolean> {
  await run("savepoint attempt");
  try {
    return (await run(sql)) > 0;
  } catch (error) {
    const { code = "", message } = error as { code?: string; message: string };
    if (DENIED.test(`${code} ${message}`)) return false;
    throw new Error(`${sql}: ${message}`);
  } finally {
    await run("rollback to savepoint attempt");
  }
}

/** What this person can do, as "select a target": found out by trying everything. */
async function found(run: Run): Promise<string[]> {
  const can: string[] = [];
  for (const row of ROWS) {
    for (const verb of VERBS) {
      const sql = sqlOf(row, verb);
      if (sql && (await succeeds(run, sql))) can.push(`${verb} ${row}`);
    }
  }
  return can;
}

/** What the access rule lets this person do. */
function allowed(who: Who): string[] {
  return ROWS.flatMap((row) => {
    const may: Access & { readonly delete?: readonly Who[] } = ACCESS[row];
    return VERBS.filter((verb) => may[verb]?.includes(who)).map((verb) => `${verb} ${row}`);
  });
}

async function tryEverything(who: Who): Promise<string[]> {
  if (who === "the portal itself") return asSystem("a test", ({ db }) => found((sql) => db.$executeRawUnsafe(sql)));
  if (who === "anyone") return asDatabaseRole("portal_public");
  if (who === "holder of a link") return asDatabaseRole("portal_link");
  const seat = SEATS[who] ?? (who as Seat);
  return database.asRole(seat, ({ db }) => found((sql) => db.$executeRawUnsafe(sql)), "write");
}

/** As the portal's login in the role of a scope that can only read, here without its being read only. */
async function asDatabaseRole(role: string): Promise<string[]> {
  return withClient({ connectionString: database.loginUrl }, async (login) => {
    await login.query(`begin; set local role ${role}`);
    return found(async (sql) => (await login.query(sql)).rowCount ?? 0);
  });
}

const SEATS: Partial<Record<Who, Seat>> = {
  "second data officer": { role: "data officer", number: 2 },
  "council leader of the other area": { role: "council leader", area: "elsewhere" },
  "icb leader of the other area": { role: "icb leader", area: "elsewhere" },
  "data officer of the other area": { role: "data officer", area: "elsewhere" },
  "administrator of the other area": { role: "administrator", area: "elsewhere" },
};

describe("the database lets each person do what the access rule says, and nothing else:", () => {
  test.each(WHO)("%s", async (who) => {
    expect(await tryEverything(who)).toEqual(allowed(who));
  });
});

test("the access rule speaks of every table there is", async () => {
  const tables = await withClient({ connectionString: database.adminUrl }, tablesOf);
  expect([...new Set(Object.values(ACCESS).map(({ table }) => table))].sort()).toEqual(tables);
});
