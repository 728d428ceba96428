/**
 * Four hundred transactions of everybody at once over three connections, with every kind of bad end: whatever a
 * connection was left in, the next to use it is nobody but themselves.
 */
import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { Unavailable } from "#lib/errors.ts";
import { ROLES } from "#lib/people/schema.ts";
import { asPublic, asSession, asSystem, type Reader } from "#lib/scope.ts";
import type { PrismaClient } from "#prisma/generated/client.ts";
import { LOGIN } from "#prisma/roles.ts";
import { openTestDatabase, withClient } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";

const CONNECTIONS = 3;
const TRANSACTIONS = 400;
const { adminUrl, sitter, signIn } = await openTestDatabase({ DATABASE_CONNECTIONS: String(CONNECTIONS) });

/** What a statement is told of who asks, and whose sessions it finds. */
type Seen = Readonly<Record<"as" | "user" | "role" | "roleId" | "organisation" | "area", string>>;
type Db = Pick<Reader["db"], "$queryRaw" | "$executeRaw" | "$queryRawUnsafe">;
type Asker = {
  readonly expected: Seen;
  readonly open: (work: (scope: { readonly db: Db }) => Promise<unknown>, write: boolean) => Promise<unknown>;
};

const SEATS: readonly Seat[] = [
  ...ROLES,
  { role: "council leader", area: "elsewhere" },
  { role: "icb leader", area: "elsewhere" },
];
const NOBODY = { user: "", role: "", roleId: "", organisation: "", area: "" };
const SETTINGS = { user: "user_id", role: "role", roleId: "role_id", organisation: "organisation_id", area: "area_id" };
const WHO_ASKS = `select current_user::text as "as", ${Object.entries(SETTINGS).map(
  ([name, setting]) => `coalesce(current_setting('portal.${setting}', true), '') as "${name}"`,
)}`;

async function whoAsks(db: Db): Promise<Seen | undefined> {
  return (await db.$queryRawUnsafe<Seen[]>(WHO_ASKS))[0];
}

async function makeAskers(): Promise<Asker[]> {
  const people = SEATS.map(async (seat): Promise<Asker> => {
    const { personId: user, areaId: area, roleId, organisationId: organisation } = await sitter(seat);
    const role = typeof seat === "string" ? seat : seat.role;
    const token = await signIn(seat);
    const open: Asker["open"] = (work, write) => asSession(token, work, write ? "write" : "read");
    return { expected: { as: "portal_app", user, role, roleId, organisation, area }, open };
  });
  const anyone: Asker = { expected: { ...NOBODY, as: "portal_public" }, open: asPublic };
  const portal: Asker = { expected: { ...NOBODY, as: "portal_system" }, open: (work) => asSystem("a test", work) };
  return [...(await Promise.all(people)), anyone, portal];
}

const ENDINGS: Readonly<Record<string, (db: Db) => Promise<unknown>>> = {
  "as it should": async () => {},
  "with our own error": () => Promise.reject(new Error("on purpose")),
  "with an error of the database": (db) => db.$queryRaw`select 1 / 0`,
  "at the database's own limit of time": async (db) => {
    await db.$executeRaw`set local statement_timeout = '5ms'`;
    await db.$queryRaw`select from pg_sleep(5)`;
  },
  "with its connection killed": async (db) => {
    const [own] = await db.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const kill = "select pg_terminate_backend($1)";
    await withClient({ connectionString: adminUrl }, (admin) => admin.query(kill, [own?.pid]));
    await db.$queryRaw`select 1`;
  },
  "with nobody waiting for its statement any more": async (db) => {
    const statement = db.$queryRaw`select from pg_sleep(0.05)`.catch(() => {});
    await Promise.race([statement, delay(5)]);
    throw new Error("The page was closed.");
  },
};
/** Longer than a scope may be open (lib/scope.ts): Prisma gives the transaction up while its statement still runs. */
const TOO_LONG: (db: Db) => Promise<unknown> = (db) => db.$queryRaw`select from pg_sleep(15.5)`;

/** Tries again, as a person does, when the portal is too busy to begin. Answers whether the transaction came to its end. */
async function attempt(
  asker: Asker,
  write: boolean,
  ending: (db: Db) => Promise<unknown>,
  seen: Seen[],
): Promise<boolean> {
  for (;;) {
    try {
      await asker.open(async ({ db }) => {
        const before = await whoAsks(db);
        if (before) seen.push(before);
        if (asker.expected.user !== "") await expectOwnSessions(db, asker.expected.user);
        await ending(db);
        const after = await whoAsks(db);
        if (after) seen.push(after);
      }, write);
      return true;
    } catch (error) {
      if (!(error instanceof Unavailable) || seen.length > 0) return false;
    }
  }
}

async function expectOwnSessions(db: Db, user: string): Promise<void> {
  const own = await db.$queryRaw<{ user: string }[]>`
    select distinct person_id::text as user from session where person_id = portal.user_id()`;
  if (own.length !== 1 || own[0]?.user !== user) throw new Error("Another person's sessions were found.");
}

test(`${TRANSACTIONS} transactions over ${CONNECTIONS} connections, five in six of which end badly, leave nobody in another's place`, {
  timeout: 120_000,
}, async () => {
  const askers = await makeAskers();
  const endings = Object.values(ENDINGS);
  const runs = Array.from({ length: TRANSACTIONS }, async (_, number) => {
    const asker = askers[number % askers.length];
    const ending = number === 0 ? TOO_LONG : endings[Math.floor(number / askers.length) % endings.length];
    if (!asker || !ending) throw new Error("There is nobody to ask, or no way to end.");
    const seen: Seen[] = [];
    const ended = await attempt(asker, number % 2 === 0, ending, seen);
    return { wrong: seen.filter((one) => !isDeepStrictEqual(one, asker.expected)), seen, ended, ending };
  });
  const ran = await Promise.all(runs);
  expect(ran.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(ran.filter(({ seen }) => seen.length === 0)).toEqual([]);
  expect(ran.filter(({ ended, ending }) => ended !== (ending === ENDINGS["as it should"]))).toEqual([]);

  // The scopes' own client, past the scopes: whatever connection answers, it is the login's and nobody's.
  const pool = (globalThis as typeof globalThis & { portalClient?: PrismaClient }).portalClient;
  const bare = await Promise.all(Array.from({ length: 30 }, () => pool && whoAsks(pool)));
  for (const one of bare) expect(one).toEqual({ as: LOGIN, ...NOBODY });
  const again = await Promise.all(
    askers.map(async (asker) => {
      const seen: Seen[] = [];
      return { ended: await attempt(asker, false, async () => {}, seen), seen, expected: asker.expected };
    }),
  );
  for (const { ended, seen, expected } of again)
    expect({ ended, seen }).toEqual({ ended: true, seen: [expected, expected] });
});
