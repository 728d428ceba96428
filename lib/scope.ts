/**
 * The only door to the data. A scope is one transaction that knows who is asking: its first statement turns the session
 * into an actor and takes on a narrow database role, so that row-level security answers for every statement after it.
 *
 * Not Prisma's `$extends` recipe for row-level security: that runs writes on another connection and loses rollbacks
 * (prisma/orm #20678). The client is not exported; a scope's `db` is the only way to a table.
 */
import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Actor } from "#lib/auth/actor.ts";
import { hashToken, readSessionToken } from "#lib/auth/session.ts";
import { env } from "#lib/env.ts";
import { Unavailable } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { measuredScope, type ScopeKind } from "#lib/metrics.ts";
import { returnPath, signInPage } from "#lib/people/return-schema.ts";
import type { Role } from "#lib/people/schema.ts";
import { type Ask, databaseProblem } from "#lib/readiness.ts";
import { askedNow, requestId } from "#lib/request.ts";
import { Prisma, PrismaClient } from "#prisma/generated/client.ts";

export type Tx = Prisma.TransactionClient;

/** A transaction that knows who is asking. `today` is the date in London, read with the session. */
export type Scope = PublicScope & { readonly actor: Actor; readonly requestId: string | null };
/** A transaction that anyone may open: what is published, and nothing else. */
export type PublicScope = { readonly db: Tx; readonly today: Temporal.PlainDate };
/** A transaction of the portal's own, for a purpose it names: signing in, loading registers. It reaches no figure. */
export type SystemScope = PublicScope & { readonly purpose: string; readonly requestId: string | null };
/** What a query needs, whoever asks. */
export type Reader = PublicScope;

const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 15_000;
const MOST_NAMED = 300;
/** No connection of the pool in time, or a database that does not answer, is full or went away (Prisma's error codes). */
const NO_CONNECTION = ["P2028", "P1001", "P1002", "P1008", "P1017", "P2024", "P2037"];

const held = globalThis as typeof globalThis & { portalClient?: PrismaClient; portalSafe?: Promise<void> | undefined };

function client(): PrismaClient {
  const names = new Map<string, string>();
  held.portalClient ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().databaseUrl, max: env().connections },
      { statementNameGenerator: ({ sql }) => statementName(names, sql) },
    ),
  });
  return held.portalClient;
}

/**
 * A named statement is planned once a connection, which halves what a page costs Postgres: a policy is long to plan. It
 * plans again by itself when the role is another. Beyond the limit, statements as long as their lists go unnamed.
 */
function statementName(names: Map<string, string>, sql: string): string {
  if (!names.has(sql) && names.size < MOST_NAMED) names.set(sql, `s${names.size}`);
  return names.get(sql) ?? "";
}

const ask: Ask = (sql, ...values) => client().$queryRawUnsafe(sql, ...values);

/** Null when the database may be served, else the sentence that says why not. /api/health asks it every time. */
export async function whyNotServe(): Promise<string | null> {
  env();
  try {
    return await databaseProblem(ask);
  } catch {
    return "The database does not answer.";
  }
}

async function assertSafe(): Promise<void> {
  held.portalSafe ??= whyNotServe().then((problem) => {
    if (problem === null) return;
    held.portalSafe = undefined;
    log("error", problem);
    throw new Unavailable("PORTAL_UNSAFE", problem);
  });
  return held.portalSafe;
}

type Mode = "read" | "write";

async function transaction<T>(kind: ScopeKind, mode: Mode, work: (db: Tx) => Promise<T>): Promise<T> {
  await assertSafe();
  // A page reads one moment; a command must see what another has just committed.
  const isolationLevel = mode === "read" ? "RepeatableRead" : "ReadCommitted";
  const options = { isolationLevel, maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS } as const;
  return measuredScope(kind, async (begun) => {
    try {
      return await client().$transaction((db) => {
        begun();
        return work(db);
      }, options);
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && NO_CONNECTION.includes(error.code)) {
        log("warn", "The database gave no connection in time", { kind, code: error.code });
        throw new Unavailable("PORTAL_BUSY", "The portal is busy. Try again in a minute.");
      }
      throw error;
    }
  });
}

type Opened = {
  session_id: string;
  user_id: string;
  display_name: string;
  role_id: string;
  role: Role;
  roles_held: number;
  confirmed: boolean;
  organisation_id: string;
  organisation_name: string;
  area_id: string;
  area_name: string;
  today: string;
  touch_due: boolean;
};

async function openSession(db: Tx, token: string, mode: Mode, requestId: string | null): Promise<Opened | null> {
  const [opened] = await db.$queryRaw<Opened[]>`
    select s.*, set_config('role', 'portal_app', true), set_config('portal.user_id', s.user_id::text, true),
      set_config('portal.role_id', s.role_id::text, true), set_config('portal.role', s.role, true),
      set_config('portal.organisation_id', s.organisation_id::text, true), set_config('portal.area_id', s.area_id::text, true),
      set_config('portal.request_id', ${requestId ?? ""}, true),
      set_config('transaction_read_only', ${mode === "read" ? "on" : "off"}, true)
    from portal.session_opened(${hashToken(token)}) s`;
  return opened ?? null;
}

/** Runs `work` as whoever holds the token, or answers null when the session, person or role is no longer alive. */
export async function asSession<T>(
  token: string,
  work: (scope: Scope) => Promise<T>,
  mode: Mode = "read",
): Promise<{ answer: T } | null> {
  let touchDue = false;
  const ofRequest = await requestId();
  const outcome = await transaction("signed in", mode, async (db) => {
    const opened = await openSession(db, token, mode, ofRequest);
    if (!opened) return null;
    touchDue = opened.touch_due;
    const actor: Actor = {
      userId: opened.user_id,
      displayName: opened.display_name,
      sessionId: opened.session_id,
      confirmed: opened.confirmed,
      roleId: opened.role_id,
      role: opened.role,
      rolesHeld: opened.roles_held,
      organisationId: opened.organisation_id,
      organisationName: opened.organisation_name,
      areaId: opened.area_id,
      areaName: opened.area_name,
    };
    return { answer: await work({ actor, db, today: Temporal.PlainDate.from(opened.today), requestId: ofRequest }) };
  });
  if (touchDue) await client().$executeRaw`select portal.session_seen(${hashToken(token)})`;
  return outcome;
}

/** Runs `work` as the signed-in person; sends anyone else to sign in, and back afterwards. Read only unless `mode` says write. */
export async function asSignedIn<T>(work: (scope: Scope) => Promise<T>, mode: Mode = "read"): Promise<T> {
  const token = await readSessionToken();
  const outcome = token === null ? null : await asSession(token, work, mode);
  if (outcome) return outcome.answer;
  // Not at the top: the seed and the tests run this file in plain Node, where that module does not load.
  const { redirect } = await import("next/navigation.js");
  return redirect(signInPage(returnPath.parse(askedNow()?.page)));
}

async function takeOn(db: Tx, role: "portal_public" | "portal_system", mode: Mode): Promise<Temporal.PlainDate> {
  const [row] = await db.$queryRaw<{ today: string }[]>`
    select (now() at time zone 'Europe/London')::date::text as today, set_config('role', ${role}, true),
      set_config('transaction_read_only', ${mode === "read" ? "on" : "off"}, true)`;
  if (!row) throw new Error("The database did not say what day it is.");
  return Temporal.PlainDate.from(row.today);
}

/** Runs `work` as anyone: read only, and only what is published to the public. */
export async function asPublic<T>(work: (scope: PublicScope) => Promise<T>): Promise<T> {
  return transaction("public", "read", async (db) => work({ db, today: await takeOn(db, "portal_public", "read") }));
}

/** Runs `work` as the portal itself. `purpose` says what for, in words an auditor understands. */
export async function asSystem<T>(purpose: string, work: (scope: SystemScope) => Promise<T>): Promise<T> {
  const ofRequest = await requestId();
  return transaction("system", "write", async (db) => {
    return work({ purpose, db, today: await takeOn(db, "portal_system", "write"), requestId: ofRequest });
  });
}

/** For scripts and tests that must end: closes the pool. */
export async function closeScopes(): Promise<void> {
  await held.portalClient?.$disconnect();
  delete held.portalClient;
  delete held.portalSafe;
}
