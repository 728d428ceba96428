/**
 * Tries many things as many people in one transaction, where the walls themselves can be changed and put back: what
 * Postgres is told to be another way is as transactional as a row. Ten thousand tries take a few seconds.
 */
import type { Client } from "pg";
import { withClient } from "#tests/support/database.ts";
import type { Said } from "./actors.ts";

/** `touches` says, as "table where …", which row must be gone or another afterwards for the try to count. */
export type Try = { readonly sql: string; readonly touches?: string };
/** "past": the wall let it by, and only the row's shape refused it (a key, a check, a second row). */
export type Outcome = "yes" | "no" | "past";

const TRY = `
  create function pg_temp.places(touched text) returns text language plpgsql security definer as $$
  declare found text;
  begin
    execute 'select string_agg(ctid::text, '' '') from public.' || touched into found;
    return found;
  end $$;
  create table pg_temp.known (id int primary key, statement text, touches text);
  grant select on pg_temp.known to public;
  create function pg_temp.tried(asked int[]) returns text[] language plpgsql as $$
  declare one int; try pg_temp.known; rows bigint; before text; answers text[] := '{}';
  begin
    foreach one in array asked loop
      select * into strict try from pg_temp.known where id = one;
      begin
        before := case when try.touches is not null then pg_temp.places(try.touches) end;
        execute try.statement;
        get diagnostics rows = row_count;
        if try.touches is not null then rows := (before is distinct from pg_temp.places(try.touches))::int; end if;
        raise exception using errcode = 'TRIED', message = rows;
      exception
        when sqlstate 'TRIED' then answers := answers || case when sqlerrm::bigint > 0 then 'yes' else 'no' end;
        when insufficient_privilege then answers := answers || 'no'::text;
        when data_exception or integrity_constraint_violation or cardinality_violation then
          answers := answers || 'past'::text;
        when others then raise exception '% %: %', sqlstate, sqlerrm, try.statement;
      end;
    end loop;
    return answers;
  end $$`;

export type Tries = {
  /** As whoever the scope says is asking. Throws when a try is refused for anything but a wall or the row's shape. */
  outcomes(said: Said, tries: readonly Try[]): Promise<Outcome[]>;
  /** Runs `work` with the walls changed by this SQL, and puts them back. */
  changed<T>(sql: string, work: () => Promise<T>): Promise<T>;
  /** Asks past every wall. */
  rows<R extends Record<string, unknown>>(sql: string): Promise<R[]>;
};

/** One transaction on the database, rolled back at the end. */
export async function withTries<T>(adminUrl: string, work: (tries: Tries) => Promise<T>): Promise<T> {
  return withClient({ connectionString: adminUrl }, async (client) => {
    await client.query(`begin; ${TRY}`);
    return work(triesOn(client));
  });
}

function triesOn(client: Client): Tries {
  const known = new Map<Try, number>();
  let isChanged = false;
  const learn = async (tries: readonly Try[]) => {
    const fresh = tries.filter((one) => !known.has(one));
    if (fresh.length === 0) return;
    if (isChanged)
      throw new Error("Try it once with the walls as they are: what is learnt now is forgotten with them.");
    for (const one of fresh) known.set(one, known.size);
    const rows = fresh.map((one) => ({ id: known.get(one), statement: one.sql, touches: one.touches ?? null }));
    const all = "select * from jsonb_populate_recordset(null::pg_temp.known, $1)";
    await client.query(`insert into pg_temp.known ${all}`, [JSON.stringify(rows)]);
  };
  return {
    async outcomes(said, tries) {
      await learn(tries);
      const settings = Object.entries(said);
      const set = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
      await client.query(`select ${set}`, settings.flat());
      const asked = await client.query("select pg_temp.tried($1) as answers", [tries.map((one) => known.get(one))]);
      await client.query("reset role");
      return asked.rows[0].answers;
    },
    async changed(sql, work) {
      await client.query(`savepoint before; ${sql}`);
      isChanged = true;
      try {
        return await work();
      } finally {
        isChanged = false;
        await client.query("rollback to savepoint before; release savepoint before");
      }
    },
    async rows(sql) {
      return (await client.query(sql)).rows;
    },
  };
}
