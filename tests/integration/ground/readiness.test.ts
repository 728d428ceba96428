import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseProblem } from "#lib/readiness.ts";
import { asOwner, migrateDatabase } from "#prisma/migrate.ts";
import { OWNER, SCOPE_ROLES } from "#prisma/roles.ts";
import { alone, emptyDatabase, migratedDatabase, serverUrl, withClient } from "#tests/support/database.ts";

const { adminUrl, loginUrl } = await migratedDatabase();
const THE_SCOPES = `grant ${SCOPE_ROLES.join(", ")} to`;
/** Database logins belong to the whole server, so these are this file's own and go with it. */
const LOGINS = {
  bypassing: (name: string) => `alter role ${name} bypassrls; ${THE_SCOPES} ${name}`,
  owning: (name: string) => `${THE_SCOPES} ${name}; grant ${OWNER} to ${name}`,
  unprepared: (name: string) => `grant portal_app to ${name}`,
  inheriting: (name: string) => `alter role ${name} inherit; ${THE_SCOPES} ${name}`,
  right: (name: string) => `${THE_SCOPES} ${name}`,
};
type Login = keyof typeof LOGINS;
const password = randomUUID();
const nameOf = (login: Login) => `readiness_${process.pid}_${login}`;

beforeAll(() =>
  alone(async (admin) => {
    for (const [login, rights] of Object.entries(LOGINS)) {
      const name = nameOf(login as Login);
      await admin.query(`create role ${name} login noinherit password '${password}'; ${rights(name)}`);
    }
    await migrateDatabase(adminUrl, { name: nameOf("right") });
  }),
);

afterAll(() =>
  withClient({ connectionString: adminUrl }, async (admin) => {
    const names = Object.keys(LOGINS).map((login) => nameOf(login as Login));
    await admin.query(`drop owned by ${names}; drop role ${names}`);
  }),
);

async function problem(url: string, login?: Login): Promise<string | null> {
  const address = new URL(url);
  if (login) Object.assign(address, { username: nameOf(login), password });
  return withClient({ connectionString: address.href }, (client) =>
    databaseProblem(async (sql, ...values) => (await client.query(sql, values)).rows),
  );
}

/** Answers with the problem that a change by hand makes, and undoes it. */
async function problemAfter(change: string, undo: string): Promise<string | null> {
  return withClient(asOwner(adminUrl), async (owner) => {
    await owner.query(change);
    try {
      return await problem(loginUrl);
    } finally {
      await owner.query(undo);
    }
  });
}

describe("the portal serves", () => {
  test("with its own login on a migrated database", async () => {
    expect(await problem(loginUrl)).toBeNull();
  });

  test("with a login of another name that holds the scopes and nothing else", async () => {
    expect(await problem(adminUrl, "right")).toBeNull();
  });
});

describe("the portal refuses to serve, and says why, when", () => {
  test("its login is a superuser", async () => {
    expect(await problem(adminUrl)).toMatch(/^The database login .+ is a superuser, .+ Use the portal's own login\.$/);
  });

  test.each([
    ["may bypass row-level security", "bypassing", "may bypass row-level security. Use the portal's own login."],
    [
      "may become the owner of the tables",
      "owning",
      "owns the tables or may become their owner. Use the portal's own login.",
    ],
  ] as const)("its login %s", async (_what, login, sentence) => {
    expect(await problem(adminUrl, login)).toBe(`The database login ${nameOf(login)} ${sentence}`);
  });

  test("its login may not take on every scope", async () => {
    expect(await problem(adminUrl, "unprepared")).toBe(
      `The database is not prepared for the login ${nameOf("unprepared")}. Run npm run migrate.`,
    );
  });

  test("its login has the rights of the scopes without taking one on", async () => {
    expect(await problem(adminUrl, "inheriting")).toMatch(
      new RegExp(`^The database login ${nameOf("inheriting")} .+\\.$`),
    );
  });

  test("its login owns a table", async () => {
    const name = nameOf("right");
    const sentence = await withClient({ connectionString: adminUrl }, async (admin) => {
      await admin.query(`create table kept_aside (); alter table kept_aside owner to ${name}`);
      return problem(adminUrl, "right").finally(() => admin.query("drop table kept_aside"));
    });
    expect(sentence).toBe(
      `The database login ${name} owns the tables or may become their owner. Use the portal's own login.`,
    );
  });

  test("the database is empty", async () => {
    const empty = serverUrl(await emptyDatabase());
    expect(await problem(empty, "right")).toBe("The database is empty. Run npm run migrate.");
  });

  test.each([
    ["was never applied", "delete from _prisma_migrations where migration_name = '0001_ground'"],
    ["failed half way", "update _prisma_migrations set finished_at = null where migration_name = '0001_ground'"],
    ["was rolled back", "update _prisma_migrations set rolled_back_at = now() where migration_name = '0001_ground'"],
  ])("a migration %s", async (_what, change) => {
    await withClient(asOwner(adminUrl), (owner) => owner.query("create table kept as table _prisma_migrations"));
    const undo = "delete from _prisma_migrations; insert into _prisma_migrations table kept; drop table kept";
    expect(await problemAfter(change, undo)).toBe(
      "The database lacks 1 migration(s), first 0001_ground. Run npm run migrate.",
    );
  });

  test.each([
    ["off", "alter table figure disable row level security", "alter table figure enable row level security"],
    ["not forced", "alter table figure no force row level security", "alter table figure force row level security"],
  ])("row-level security is %s", async (_what, change, undo) => {
    expect(await problemAfter(change, undo)).toBe("Row-level security is not forced on: figure. Run npm run migrate.");
  });

  test("somebody made a table without a wall", async () => {
    expect(await problemAfter("create table kept_aside ()", "drop table kept_aside")).toBe(
      "Row-level security is not forced on: kept_aside. Run npm run migrate.",
    );
  });
});
