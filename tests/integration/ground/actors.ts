/** Whoever the access table names, as the database meets them: through the product's own scope wherever it has one. */

import type { Role } from "#lib/people/schema.ts";
import { asPublic, asSystem, type Tx } from "#lib/scope.ts";
import { WHO, type Who } from "#tests/support/access.ts";
import { type TestDatabase, withClient } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";
import type { Run } from "./cells.ts";

/** The seat of which the access table speaks, read from its words; null for whoever holds no role. */
export function seatOf(who: Who): Seat | null {
  if (who === "anyone" || who === "holder of a link" || who === "the portal itself") return null;
  const [, second, role, elsewhere] = /^(second )?(.*?)( of the other area)?$/.exec(who) ?? [];
  return { role: role as Role, number: second ? 2 : 1, area: elsewhere ? "elsewhere" : "here" };
}

/** Runs `work` as them, with writing allowed so that only the walls can refuse. */
export async function actAs<T>(database: TestDatabase, who: Who, work: (run: Run) => Promise<T>): Promise<T> {
  const through = ({ db }: { readonly db: Tx }) => work((sql) => db.$executeRawUnsafe(sql));
  const seat = seatOf(who);
  if (seat) return database.asRole(seat, through, "write");
  if (who === "the portal itself") return asSystem("a test", through);
  return asDatabaseRole(database, who === "anyone" ? "portal_public" : "portal_link", work);
}

/** As the portal's login in the role of a scope that can only read, here without its being read only. */
export async function asDatabaseRole<T>(
  database: TestDatabase,
  role: string | null,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  return withClient({ connectionString: database.loginUrl }, async (login) => {
    await login.query(`begin; ${role === null ? "" : `set local role ${role}`}`);
    return work(async (sql) => (await login.query(sql)).rowCount ?? 0);
  });
}

/** What a scope says to the database of who is asking: its role and its settings, by name. */
export type Said = Readonly<Record<string, string>>;

/** Asked of the scopes themselves, so that a wall is never tried with anything that they would not say. */
export async function listSaid(database: TestDatabase): Promise<Map<Who, Said>> {
  const names = await withClient({ connectionString: database.adminUrl }, async (admin) => {
    const found = await admin.query<{ name: string }>(
      `select distinct m[1] as name from pg_proc, regexp_matches(prosrc, '(portal\\.[a-z_]+)''', 'g') m
       where pronamespace = 'portal'::regnamespace and prosrc like '%current_setting%' order by 1`,
    );
    return found.rows.map((row) => row.name);
  });
  const columns = [
    "current_user::text as role",
    ...names.map((name) => `current_setting('${name}', true) as "${name}"`),
  ];
  const ask = async ({ db }: { readonly db: Tx }) => {
    const [row] = await db.$queryRawUnsafe<Record<string, string | null>[]>(`select ${columns}`);
    return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, value ?? ""]));
  };
  const said = new Map<Who, Said>();
  for (const who of WHO) {
    const seat = seatOf(who);
    if (seat) said.set(who, await database.asRole(seat, ask));
    else if (who === "the portal itself") said.set(who, await asSystem("a test", ask));
    else if (who === "anyone") said.set(who, await asPublic(ask));
    else said.set(who, { ...Object.fromEntries(names.map((name) => [name, ""])), role: "portal_link" });
  }
  return said;
}
