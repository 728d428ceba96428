/**
 * Signs a demo person in without the sign-in page: a session row of theirs and the cookie that carries its token, made
 * as lib/auth makes them. The sign-in page has its own tests; every other test stands on this.
 */
import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";
import { sealToken, sessionCookieName } from "#lib/auth/options.ts";
import { uuidv7 } from "#lib/ids.ts";
import { asOwner } from "#prisma/migrate.ts";

/** Questions to the portal's database, as the owner of its tables: for what a test cannot know beforehand. */
export class Database {
  readonly #pool: pg.Pool;

  constructor() {
    const url = process.env.MIGRATE_DATABASE_URL;
    if (!url) throw new Error("Run the browser tests with npm test -- e2e: it starts the portal they look at.");
    this.#pool = new pg.Pool(asOwner(url));
  }

  async rows(sql: string, ...values: unknown[]): Promise<Record<string, string>[]> {
    return (await this.#pool.query(sql, values)).rows;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** `name` is the part before @demo.example. A person with several roles acts in the one that began first. */
export async function signIn(context: BrowserContext, database: Database, name: string): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const written = await database.rows(
    `insert into session (id, token_hash, person_id, role_holding_id, started_at, last_seen_at, method)
     select $1, $2, p.id, r.id, now(), now(), 'demonstration' from person p join role_holding r on r.person_id = p.id
     where p.email = $3 order by r.from_on, r.id limit 1 returning id`,
    uuidv7(),
    createHash("sha256").update(token).digest(),
    `${name}@demo.example`,
  );
  if (written.length === 0) throw new Error(`The demonstration has nobody called ${name} with a role.`);
  const { hostname, protocol } = new URL(process.env.PORTAL_URL ?? "");
  await context.addCookies([
    {
      ...{ name: sessionCookieName(), value: await sealToken(token), domain: hostname, path: "/" },
      ...{ httpOnly: true, sameSite: "Lax" as const, secure: protocol === "https:" },
    },
  ]);
}
