/**
 * Random worlds for the model of who sees what: two areas that share one organisation, a few people with one to three
 * roles each, begun, ended or to come, and of everything else a handful, whoever made it. Small numbers stand for
 * "one of those there are", so that a failing world shrinks to what matters.
 */
import fc from "fast-check";
import { ROLES } from "#lib/people/schema.ts";

const AUDIENCES = ["public", "partners", "board"] as const;

const any = fc.nat(59);
const yes = fc.boolean();
const audience = fc.constantFrom(...AUDIENCES);
const few = <T>(one: fc.Arbitrary<T>, least = 0, most = 6) => fc.array(one, { minLength: least, maxLength: most });

const holding = fc.record({
  role: fc.constantFrom(...ROLES),
  elsewhere: yes,
  organisation: any,
  fromDays: fc.constantFrom(-400, -400, -400, 0, 1),
  toDays: fc.constantFrom(null, null, null, 400, 1, 0),
});
/** What was done in some role, about some indicator and month. */
const made = { by: any, code: any, month: any, organisation: any };

export const drawnWorld = fc.record({
  people: few(
    fc.record({ holdings: few(holding, 1, 3), endedDays: fc.constantFrom(null, null, null, null, 1, 0) }),
    4,
    7,
  ),
  indicators: few(audience, 1, 4),
  owners: few(fc.record({ code: any, elsewhere: yes, organisation: any })),
  files: few(fc.record({ by: any }), 0, 3),
  targets: few(fc.record(made), 0, 4),
  figures: few(fc.record(made), 2, 10),
  publications: few(
    fc.record({ by: any, month: any, audience, shown: few(fc.record({ figure: any, audience }), 1, 8) }),
    1,
    4,
  ),
  commentary: few(fc.record({ ...made, audience, published: yes, withdrawn: yes })),
  reports: few(fc.record({ ...made, given: yes, seen: yes }), 0, 5),
  notices: few(fc.record({ by: any, audience, code: fc.option(any) }), 0, 4),
  invitations: few(fc.record({ by: any, person: any }), 0, 2),
  acts: few(fc.record({ by: any }), 0, 3),
});
export type DrawnWorld = typeof drawnWorld extends fc.Arbitrary<infer T> ? T : never;
