/**
 * Whether it is safe to serve: the walls between agencies stand in the database, so a login that can walk around them,
 * a missing migration or a table without its wall stops the portal before the first page.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { SCOPE_ROLES } from "#prisma/roles.ts";

/** Runs SQL over the portal's own login and answers with rows. */
export type Ask = (sql: string, ...values: unknown[]) => Promise<Record<string, unknown>[]>;

const RUN_MIGRATE = "Run npm run migrate.";

/** Answers null when it is safe, else one plain sentence that says what is wrong and what to do. No secrets in it. */
export async function databaseProblem(ask: Ask): Promise<string | null> {
  const [login] = await ask(
    `select session_user as name, current_setting('server_version_num')::int as version,
       bool_or(rolsuper) as super, bool_or(rolbypassrls) as bypass,
       coalesce(bool_or(pg_has_role(session_user, oid, 'MEMBER') and rolname = 'portal_owner'), false) as owner,
       count(*) filter (where rolname = any($1::text[]) and pg_has_role(session_user, oid, 'MEMBER'))::int as scopes,
       coalesce(bool_or(rolname = any($1::text[]) and pg_has_role(session_user, oid, 'USAGE')), false) as inherits,
       exists (select from pg_class c join pg_roles r on r.oid = c.relowner
         where r.rolname = session_user and c.relnamespace = 'public'::regnamespace) as owns
     from pg_roles where pg_has_role(session_user, oid, 'MEMBER')`,
    [...SCOPE_ROLES],
  );
  if (!login) return "The database did not say who the portal is signed in as.";
  if (Number(login.version) < 150000) return "This database is older than Postgres 15. Use Postgres 15 or later.";
  if (login.super)
    return `The database login ${login.name} is a superuser, who walks through every wall. Use the portal's own login.`;
  if (login.bypass)
    return `The database login ${login.name} may bypass row-level security. Use the portal's own login.`;
  if (login.owner || login.owns)
    return `The database login ${login.name} owns the tables or may become their owner. Use the portal's own login.`;
  if (login.scopes !== SCOPE_ROLES.length)
    return `The database is not prepared for the login ${login.name}. ${RUN_MIGRATE}`;
  if (login.inherits)
    return `The database login ${login.name} has the rights of every scope at once, without taking one on. ${RUN_MIGRATE}`;
  const [there] = await ask(`select exists (select from pg_class where relname = '_prisma_migrations'
       and relnamespace = 'public'::regnamespace) as migrations`);
  if (!there?.migrations) return `The database is empty. ${RUN_MIGRATE}`;
  const missing = await missingMigrations(ask);
  if (missing.length > 0)
    return `The database lacks ${missing.length} migration(s), first ${missing[0]}. ${RUN_MIGRATE}`;
  const [open] = await ask(
    `select string_agg(relname, ', ' order by relname) as names from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
       and not (relrowsecurity and relforcerowsecurity)`,
  );
  if (open?.names) return `Row-level security is not forced on: ${open.names}. ${RUN_MIGRATE}`;
  return null;
}

async function missingMigrations(ask: Ask): Promise<string[]> {
  const onDisk = readdirSync(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const applied = new Set(
    (await ask("select name from portal.applied_migrations() as name").catch(() => [])).map((row) => row.name),
  );
  return onDisk.filter((name) => !applied.has(name));
}
