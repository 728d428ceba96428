/**
 * The matrix: each row of the access table × each verb, as SQL that tries it, and what the access rule says of it. The
 * tries come from attempts.ts, so a new row, verb or person is in the matrix by standing there.
 */
import { ACCESS, type Access, type Who } from "#tests/support/access.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { FINER_ACCESS } from "#tests/support/finer-access.ts";
import type { Attempt } from "./attempt.ts";
import { attemptsOn } from "./attempts.ts";
import { finerAttempts } from "./finer-attempts.ts";
import { makeFinerRows } from "./finer-rows.ts";
import { makeRows } from "./rows.ts";

export const VERBS = ["select", "insert", "update", "delete"] as const;
export type Verb = (typeof VERBS)[number];
export type RowName = keyof typeof ACCESS | keyof typeof FINER_ACCESS;
export type Attempts = Readonly<Record<RowName, Attempt>>;
/** `name` reads "select a target of a public indicator". */
export type Cell = {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
  readonly may: readonly Who[];
};
/** Runs one statement and answers with how many rows it read or wrote. */
export type Run = (sql: string) => Promise<number>;

const DENIED = /\b42501\b/;
export const RULES: Readonly<Record<RowName, Access>> = { ...ACCESS, ...FINER_ACCESS };
export const ROWS = Object.keys(RULES) as RowName[];

/** Every row and verb that has an attempt. */
export function cellsOf(attempts: Attempts): Cell[] {
  return ROWS.flatMap((row) =>
    VERBS.flatMap((verb) => {
      const rule = RULES[row];
      const sql = sqlOf(rule.table, verb, attempts[row]);
      return sql ? [{ name: `${verb} ${row}`, table: rule.table, sql, may: rule[verb] ?? [] }] : [];
    }),
  );
}

/** Makes the rows that both tables speak of, and what tries each. */
export async function makeAttempts(database: TestDatabase): Promise<Attempts> {
  const rows = await makeRows(database);
  return { ...attemptsOn(rows), ...finerAttempts(rows, await makeFinerRows(database, rows)) };
}

function sqlOf(table: string, verb: Verb, { where, set, to = set, add }: Attempt): string | undefined {
  if (verb === "insert") return add && `insert into ${table} (${Object.keys(add)}) values (${Object.values(add)})`;
  const start = {
    select: `select from ${table}`,
    update: `update ${table} set ${set} = ${to}`,
    delete: `delete from ${table}`,
  };
  return where && `${start[verb]} where ${where}`;
}

/** What the access rule lets this person do, by the cells' names. */
export function allowed(who: Who, cells: readonly Cell[]): string[] {
  return cells.filter(({ may }) => may.includes(who)).map(({ name }) => name);
}

/** What they can do, found out by trying every cell; nothing of it stays. Throws on any refusal that is not a wall's. */
export async function found(run: Run, cells: readonly Cell[]): Promise<string[]> {
  const can: string[] = [];
  for (const { name, sql } of cells) if (await succeeds(run, sql)) can.push(name);
  return can;
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
