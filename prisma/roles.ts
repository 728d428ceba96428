/**
 * The database roles, each with no more than its scope needs. The portal signs in as one login that owns nothing and
 * may read nothing; each scope's first statement takes on one of the narrow roles for the length of its transaction.
 * A connection that forgets to can therefore do nothing at all.
 */
import pg from "pg";

export const OWNER = "portal_owner";
export const LOGIN = "portal_login";
export const SCOPE_ROLES = ["portal_app", "portal_public", "portal_link", "portal_system"] as const;

/**
 * Makes the roles and lets `login` take on the four scope roles. `admin` must be able to create roles the first time.
 * With a password, the login itself is made too (the embedded server); without, it must exist (a council's database).
 */
export async function ensureRoles(admin: pg.Client, login: { name: string; password?: string }): Promise<void> {
  const have = new Set<string>((await admin.query("select rolname from pg_roles")).rows.map((row) => row.rolname));
  for (const role of [OWNER, ...SCOPE_ROLES]) if (!have.has(role)) await admin.query(`create role ${role} nologin`);
  const name = pg.escapeIdentifier(login.name);
  if (login.password !== undefined) {
    const verb = have.has(login.name) ? "alter" : "create";
    await admin.query(`${verb} role ${name} login noinherit password ${pg.escapeLiteral(login.password)}`);
  }
  // Since Postgres 16 a grant says whether it may be acted as and whether it is inherited: whoever makes a role is its
  // member at once and may do neither. Before, inheriting is the login's own.
  const { rows } = await admin.query("select current_setting('server_version_num')::int >= 160000 as since16");
  const [mayAct, notInherited] = rows[0].since16 ? ["SET", " with inherit false"] : ["MEMBER", ""];
  const missing = await admin.query(
    `select r from unnest($1::text[]) r
     where not pg_has_role($2::name, r::name, '${mayAct}') or pg_has_role($2::name, r::name, 'USAGE')`,
    [SCOPE_ROLES, login.name],
  );
  if (missing.rows.length > 0 && !rows[0].since16) await admin.query(`alter role ${name} noinherit`);
  for (const { r } of missing.rows) await admin.query(`grant ${r} to ${name}${notInherited}`);
  const owner = await admin.query(`select pg_has_role(current_user, $1::name, '${mayAct}') as acts`, [OWNER]);
  if (!owner.rows[0].acts) await admin.query(`grant ${OWNER} to current_user`);
}

/** Gives the owner the database's public schema; safe to repeat. */
export async function ensureOwnership(admin: pg.Client, login: string): Promise<void> {
  const database = pg.escapeIdentifier((await admin.query("select current_database() as name")).rows[0].name);
  await admin.query(`grant create, connect, temporary on database ${database} to ${OWNER}`);
  await admin.query(`revoke temporary on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${pg.escapeIdentifier(login)}`);
  await admin.query(`alter schema public owner to ${OWNER}`);
}

/** All the login may do before it takes on a role: ask whose session a token is, and which migrations are in. */
export async function openDoor(owner: pg.Client, login: string): Promise<void> {
  const name = pg.escapeIdentifier(login);
  await owner.query(`grant usage on schema portal to ${name}`);
  const functions = "portal.session_opened(bytea), portal.session_seen(bytea), portal.applied_migrations()";
  await owner.query(`grant execute on function ${functions} to ${name}`);
}
