/** What a scope may read and change of each column, where it is not all of a row. */

import { SCOPE_ROLES } from "#prisma/roles.ts";
import { COLUMN_ACCESS } from "#tests/support/column-access.ts";
import type { Tries } from "./tries.ts";

export type ColumnCell = {
  readonly scope: string;
  readonly name: string;
  readonly table: string;
  readonly sql: string;
  readonly may: boolean;
};
const VERBS = ["select", "update"] as const;

/** Asked of Postgres by `explain`, which refuses whoever may not and touches no row. */
export async function columnCells(tries: Tries): Promise<ColumnCell[]> {
  const columns = await tries.rows<Record<"tablename" | "columnname", string>>(
    `select c.relname as tablename, a.attname as columnname
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     order by 1, a.attnum`,
  );
  const walled = await tries.rows<{ tablename: string }>(
    `select distinct c.relname as tablename from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and a.attacl is not null`,
  );
  const forgotten = walled.filter(({ tablename }) => !COLUMN_ACCESS[tablename]).map(({ tablename }) => tablename);
  if (forgotten.length > 0) throw new Error(`column-access.ts says nothing of ${forgotten}.`);
  return columns.flatMap(({ tablename: table, columnname: column }) =>
    SCOPE_ROLES.flatMap((scope) =>
      VERBS.flatMap((verb) => {
        const listed = COLUMN_ACCESS[table]?.[scope]?.[verb]?.split(" ");
        if (listed === undefined) return [];
        const asks = verb === "select" ? `select ${column} from ${table}` : `update ${table} set ${column} = null`;
        const name = `${verb} ${column} of ${table}`;
        return [{ scope, name, table, sql: `explain ${asks}`, may: listed.includes(column) }];
      }),
    ),
  );
}
