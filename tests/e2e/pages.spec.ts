/**
 * Every page there is, read from app/: whoever is signed out is sent away from what is behind sign-in, and every page is
 * sound for whoever has it in their bar. A page that nobody here looks at fails the first test.
 */
import type { Actor } from "#lib/auth/actor.ts";
import { placesOf } from "#lib/people/policy.ts";
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";
import { expect, test } from "./support/fixtures.ts";
import { isAddressOf, listPages } from "./support/page-list.ts";
import { expectSound } from "./support/sound-page.ts";

type Visit = {
  /** A demo person; null is anyone. */
  readonly by: string | null;
  readonly path: string;
  /** For a path with an id in it: SQL for the values of $1 as `value`. */
  readonly find?: string;
};

const ROLE = `select r.id::text as value from role_holding r join person p on p.id = r.person_id
  where p.email = 'school.senco@demo.example'`;
/** The demonstration has none: this one is made. */
const INVITATION = `insert into invitation (id, area_id, kind, token_hash, email, display_name, organisation_id, role, from_on,
    made_by_id, made_at, expires_at)
  select gen_random_uuid(), area_id, 'role', gen_random_uuid()::text::bytea, 'invited@test.example', 'Somebody invited',
    organisation_id, 'data officer', current_date, id, now(), now() + interval '7 days'
  from role_holding where role = 'administrator' returning id::text as value`;

/** Pages that stand in nobody's bar, and addresses of the pages that have a name or an id in theirs. */
const VISITS: readonly Visit[] = [
  { by: "admin", path: "/roles" },
  { by: "admin", path: "/account" },
  { by: "admin", path: "/account/password" },
  { by: "admin", path: "/account/second-step" },
  { by: "admin", path: "/account/recovery-codes" },
  { by: "admin", path: "/confirm?path=/people" },
  { by: null, path: "/invitation/made-up" },
  { by: "admin", path: "/people/invite" },
  { by: "admin", path: "/people/review" },
  { by: "admin", path: "/people?search=nobody+is+called+this" },
  { by: "admin", path: "/people/$1", find: ROLE },
  { by: "admin", path: "/people/$1/give", find: ROLE },
  { by: "admin", path: "/people/$1/leaver", find: ROLE },
  { by: "admin", path: "/people/invitations/$1", find: INVITATION },
  { by: "auditor", path: "/audit?person=nobody+is+called+this" },
  { by: "council.leader", path: "/indicators/E01" },
  { by: "forum.rep", path: "/indicators/E01" },
  { by: "council.leader", path: "/indicators/E04/commentary?month=2022-03" },
  { by: "forum.rep", path: "/indicators/E04/commentary" },
  { by: "council.leader", path: "/exceptions/E04/2022-03" },
  { by: "council.data", path: "/indicators/E04/submit?month=2022-03" },
  { by: "council.data", path: "/publish?month=2022-03" },
  { by: "council.leader", path: "/dashboard?month=2022-03&with=2022-02" },
  { by: "council.data", path: "/imports/$1", find: "select id::text as value from import order by read_at limit 1" },
];

const pages = listPages();
const publicPaths = pages.filter((page) => !page.guarded).map((page) => page.route);
const inBars: Visit[] = DEMO_PEOPLE.flatMap(({ name, role }) =>
  placesOf({ role } as Actor).map((place) => ({ by: name, path: place.href })),
);
const anyones: Visit[] = publicPaths.filter((path) => !path.includes("[")).map((path) => ({ by: null, path }));
const visits = [...anyones, ...inBars, ...VISITS];

test("every page is looked at by somebody here", () => {
  const forgotten = pages.filter(({ route }) => !visits.some(({ path }) => isAddressOf(path, route)));
  expect(forgotten.map(({ route }) => route)).toEqual([]);
});

test("nobody's bar leads to a page that does not exist", () => {
  const lost = visits.filter(({ path }) => !pages.some(({ route }) => isAddressOf(path, route)));
  expect(lost.map(({ by, path }) => `${by}: ${path}`)).toEqual([]);
});

for (const { route } of pages.filter((page) => page.guarded)) {
  test(`${route} sends whoever is signed out to sign in`, async ({ request }) => {
    const path = route.replaceAll(/\[.*?\]/g, "anything");
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toMatch(/^\/sign-in(\?|$)/);
  });
}

for (const { by, path, find } of visits) {
  test(`${path} is sound for ${by ?? "anyone"}`, async ({ pageAs, database }) => {
    const [row] = find ? await database.rows(find) : [];
    if (find && !row) throw new Error(`The demonstration has nothing to show at ${path}.`);
    await expectSound(await pageAs(by), path.replace("$1", row?.value ?? ""));
  });
}
