/**
 * The changes and deletions of the matrix once more, by somebody who does not look: without a condition and without
 * reading what was there, Postgres asks only the policies that write, never those that read. Where the matrix alone is
 * tried, a policy that reads may hide that one which writes is wide open.
 */
import { type Attempts, type Cell, ROWS, RULES } from "./cells.ts";
import type { Tries } from "./tries.ts";

/** A value for each type that a column may have: any does, since nothing of it stays. */
const ANY_VALUE: Readonly<Record<string, string>> = {
  text: "'x'",
  uuid: "gen_random_uuid()",
  bytea: "'x'",
  date: "current_date",
  timestamptz: "now()",
  int4: "1",
  numeric: "1",
  bool: "false",
  _text: "'{}'",
};

export type BlindCell = Cell & { readonly touches: string };

/** Who may do it is what the access rule says of the row; that it cannot be done at all otherwise is not held against it. */
export async function blindCells(tries: Tries, attempts: Attempts): Promise<BlindCell[]> {
  const columns = await tries.rows<Record<"tablename" | "columnname" | "type", string>>(
    `select c.relname as tablename, a.attname as columnname, t.typname as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'public'::regnamespace and a.attnum > 0`,
  );
  const anyValue = (table: string, column: string) =>
    ANY_VALUE[columns.find((one) => one.tablename === table && one.columnname === column)?.type ?? ""] ?? "null";
  return ROWS.flatMap((row) => {
    const { table, update = [], delete: remove = [] } = RULES[row];
    const { where, set, to = set } = attempts[row];
    if (!where || !set || !to) return [];
    const blind = to === set || to.startsWith(`${set},`) ? `${anyValue(table, set)}${to.slice(set.length)}` : to;
    const touches = `${table} where ${where}`;
    return [
      {
        name: `update, without looking, ${row}`,
        table,
        sql: `update ${table} set ${set} = ${blind}`,
        touches,
        may: update,
      },
      { name: `delete, without looking, ${row}`, table, sql: `delete from ${table}`, touches, may: remove },
    ];
  });
}
