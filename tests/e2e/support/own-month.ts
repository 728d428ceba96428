/** A month of an indicator that no other test looks at, submitted and given to a board for everyone, as it stands. */
import { uuidv7 } from "#lib/ids.ts";
import type { Database } from "./sign-in.ts";

export type OwnMonth = { readonly code: string; readonly month: string; readonly value: number };

/** Made once: a test that runs again finds it. Its first year is long before any of the demonstration's. */
export async function makeOwnMonth(database: Database, { code, month, value }: OwnMonth): Promise<void> {
  const [figureId, publicationId, board] = [uuidv7(), uuidv7(), `Board of ${month}`];
  await database.rows(
    `with officer as (
       select h.id, h.area_id, h.organisation_id from role_holding h join person p on p.id = h.person_id
       where p.email = 'council.data@demo.example' and h.role = 'data officer'
     ), figure as (
       insert into figure (id, area_id, indicator_code, period, month, revision, state, as_typed, value, marked_revised,
         organisation_id, submitted_by_id, submitted_at, source)
       select $1, area_id, $3, 'month', $4::date, 1, 'reported', $5::text || '%', $5::numeric, false, organisation_id, id, now(), 'A test'
       from officer
     ), publication as (
       insert into publication (id, area_id, month, board, published_on, audience, already_public, published_by_id, published_at)
       select $2, area_id, $4::date, $6, $4::date + 40, 'public', true, id, now() from officer
     )
     insert into published_figure (area_id, publication_id, figure_id, indicator_code, period, month, audience, state, shown, value, marked_revised)
     select area_id, $2, $1, $3, 'month', $4::date, 'public', 'reported', $5::text || '%', $5::numeric, false from officer`,
    ...[figureId, publicationId, code, `${month}-01`, String(value), board],
  );
}
