import { describe, expect, test } from "vitest";
import { applyPolicies, asOwner, migrateDatabase } from "#prisma/migrate.ts";
import { LOGIN } from "#prisma/roles.ts";
import { emptyDatabase, migratedDatabase, serverUrl, withClient } from "#tests/support/database.ts";

const { adminUrl } = await migratedDatabase();

/** Everything that says who may do what, a line each: policies, walls, rights and the functions that policies ask. */
async function inForce(url: string): Promise<string[]> {
  const found = await withClient({ connectionString: url }, (client) =>
    client.query<{ line: string }>(`
      select concat_ws(' | ', 'policy', tablename, policyname, permissive, roles::text, cmd, qual, with_check) as line
        from pg_policies where schemaname in ('public', 'portal')
      union all select concat_ws(' | ', 'table', relname, relrowsecurity, relforcerowsecurity, relowner::regrole)
        from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      union all select concat_ws(' | ', 'right', oid::regclass, a) from pg_class, unnest(relacl) a
        where relnamespace = 'public'::regnamespace
      union all select concat_ws(' | ', 'right', attrelid::regclass, attname, a) from pg_attribute, unnest(attacl) a
        where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      union all select concat_ws(' | ', 'schema', nspname, nspowner::regrole, a) from pg_namespace, unnest(nspacl) a
        where nspname in ('public', 'portal')
      union all select concat_ws(' | ', 'function', oid::regprocedure, proowner::regrole, proacl, pg_get_functiondef(oid))
        from pg_proc where pronamespace in ('public'::regnamespace, 'portal'::regnamespace)
      order by 1`),
  );
  return found.rows.map((row) => row.line);
}

describe("after the policies are applied again", () => {
  test("nothing has changed", async () => {
    const before = await inForce(adminUrl);
    await applyPolicies(adminUrl);
    expect(await inForce(adminUrl)).toEqual(before);
  });

  test.each([
    ["a policy dropped by hand is back", "drop policy data_officer_submits on figure"],
    ["a policy added by hand is gone", "create policy for_a_friend on figure for select to portal_public using (true)"],
    ["a policy added by hand beside the owner's is gone", "create policy open on password to portal_app using (true)"],
    ["a wall taken down by hand stands", "alter table figure disable row level security"],
    ["a wall that lets its owner through does so no more", "alter table figure no force row level security"],
    ["a right given by hand is gone", "grant select on figure to portal_public"],
    ["a right given to everybody is gone", "grant select on figure to public"],
    ["a right to one column is gone", "grant update (display_name) on person to portal_app"],
    ["a right given to the login itself is gone", `grant select on figure to ${LOGIN}`],
    [
      "a question that policies ask answers as written",
      "create or replace function portal.role() returns text language sql as $$ select 'auditor' $$",
    ],
    [
      "a question for the login alone is asked by nobody else",
      "grant execute on function portal.session_opened(bytea) to public",
    ],
  ])("%s", async (_what, sql) => {
    const before = await inForce(adminUrl);
    await withClient(asOwner(adminUrl), (owner) => owner.query(sql));
    expect(await inForce(adminUrl)).not.toEqual(before);
    await migrateDatabase(adminUrl, { name: LOGIN });
    expect(await inForce(adminUrl)).toEqual(before);
  });
});

test("policies applied once are the policies applied twice", async () => {
  const url = serverUrl(await emptyDatabase());
  await migrateDatabase(url, { name: LOGIN });
  const once = await inForce(url);
  await migrateDatabase(url, { name: LOGIN });
  expect(await inForce(url)).toEqual(once);
});
