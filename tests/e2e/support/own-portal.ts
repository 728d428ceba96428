/**
 * A portal with a database of its own, loaded with what the demo loads, for tests that fill it with what no other test
 * should meet; and visitors who ask it over HTTP as a demo person, or as anyone, with no browser in between.
 */
import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { sealToken, sessionCookieName } from "#lib/auth/options.ts";
import { uuidv7 } from "#lib/ids.ts";
import { prepareDatabase } from "#prisma/database.ts";
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";
import { asOwner } from "#prisma/migrate.ts";
import { runTool } from "#prisma/tool.ts";
import { dropDatabase } from "#tests/support/test-server.ts";
import { SecondPortal } from "./second-portal.ts";

/** `to`: where it sends whoever asked, as a page or as an action. */
export type Answer = {
  readonly status: number;
  readonly to: string | null;
  readonly type: string;
  readonly text: string;
};
export type Wish = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: FormData | URLSearchParams | string;
};
/** Somebody who asks; `name` is the part before @demo.example, or "anyone". */
export type Visitor = { readonly name: string; readonly ask: (path: string, wish?: Wish) => Promise<Answer> };

export const ANYONE = "anyone";
const PATIENCE_MS = 30_000;

export class OwnPortal {
  readonly url: string;
  readonly #portal: SecondPortal;
  readonly #owner: pg.Pool;

  private constructor(portal: SecondPortal, adminUrl: string) {
    this.url = portal.url;
    this.#portal = portal;
    this.#owner = new pg.Pool(asOwner(adminUrl));
  }

  /** `database` is dropped first: every run begins with the same rows. The secret is that of the portal under test. */
  static async open(database: string): Promise<OwnPortal> {
    const given = process.env.MIGRATE_DATABASE_URL;
    if (!given) throw new Error("Run the browser tests with npm test -- e2e: it starts the portal they look at.");
    const server = new URL(given);
    server.pathname = "/postgres";
    await dropDatabase(server.href, database);
    const { adminUrl, loginUrl } = await prepareDatabase(server.href, database);
    await runTool(["node", "--conditions=react-server", "prisma/seed.ts"], { DATABASE_URL: loginUrl });
    return new OwnPortal(await SecondPortal.start({ DATABASE_URL: loginUrl }), adminUrl);
  }

  /** Past every wall. */
  async rows(sql: string, ...values: unknown[]): Promise<Record<string, string>[]> {
    return (await this.#owner.query(sql, values)).rows;
  }

  /** Puts one row into a table, by its columns' names. */
  async put(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const columns = Object.keys(row);
    await this.#owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
  }

  /** Signed in as this demo person, in the role that began first; as nobody when the demonstration knows no such name. */
  async visitor(name: string): Promise<Visitor> {
    const known = DEMO_PEOPLE.some((person) => person.name === name);
    return { name, ask: asker(this.url, known ? await this.#signIn(name) : "") };
  }

  async #signIn(name: string): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    const written = await this.rows(
      `insert into session (id, token_hash, person_id, role_holding_id, started_at, last_seen_at, method)
       select $1, $2, p.id, r.id, now(), now(), 'demonstration' from person p join role_holding r on r.person_id = p.id
       where p.email = $3 order by r.from_on, r.id limit 1 returning id`,
      ...[uuidv7(), createHash("sha256").update(token).digest(), `${name}@demo.example`],
    );
    if (written.length === 0) throw new Error(`The demonstration has nobody called ${name} with a role.`);
    return `${sessionCookieName()}=${await sealToken(token)}`;
  }

  /** What it printed to standard error and output, for when a test fails. */
  get printed(): string {
    return this.#portal.printed;
  }

  async close(): Promise<void> {
    await this.#portal.stop();
    await this.#owner.end();
  }
}

function asker(url: string, cookie: string): Visitor["ask"] {
  return async (path, { method = "GET", headers = {}, body } = {}) => {
    const answer = await fetch(url + path, {
      ...{ method, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) },
      ...(body === undefined ? {} : { body }),
      headers: { accept: "text/html", ...(cookie === "" ? {} : { cookie }), origin: url, ...headers },
    });
    const { status } = answer;
    const to = answer.headers.get("location") ?? answer.headers.get("x-action-redirect");
    return { status, to, type: answer.headers.get("content-type") ?? "", text: await answer.text() };
  };
}
