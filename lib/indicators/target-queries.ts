import "server-only";
import type { Scope } from "#lib/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Promised } from "./target-rules.ts";

/** A promise with who made it and why. `setOn` is the day it was set, in England. */
export type PromiseRow = Promised & {
  readonly code: string;
  readonly setOn: string;
  readonly by: string;
  readonly reason: string;
};

/** The promises of the area, as a statement to build on. */
export function promisesSql(areaId: string): Prisma.Sql {
  return Prisma.sql`
    select indicator_code as code, target::float8, tolerance::float8, from_on::text as "fromOn", to_on::text as "toOn",
      to_char(set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "setAt",
      (set_at at time zone 'Europe/London')::date::text as "setOn", set_by_organisation as by, reason
    from target where area_id = ${areaId}::uuid`;
}

/** Every promise of the area, or of one indicator: latest first. Nobody edits them, so replaced ones are among them. */
export async function listPromises({ actor, db }: Scope, code?: string): Promise<PromiseRow[]> {
  const ofOne = code === undefined ? Prisma.empty : Prisma.sql`and indicator_code = ${code}`;
  return db.$queryRaw<PromiseRow[]>`${promisesSql(actor.areaId)} ${ofOne} order by from_on desc, set_at desc`;
}
