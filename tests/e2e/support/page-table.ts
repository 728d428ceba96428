/**
 * Who has which page behind sign-in, by hand, for the people of the demonstration: whoever is not named must not be able
 * to tell it from a page that does not exist. `path` is one address of it; `find` is SQL for the values of $1 in it.
 */
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";

export type PageRule = {
  readonly who: readonly string[];
  readonly path?: string;
  readonly find?: string;
  /** Has the page, and is led on from it to one made for the role. */
  readonly ledOn?: readonly string[];
};

const ALL = DEMO_PEOPLE.map(({ name }) => name);
const DATA_OFFICER = ["council.data"];
const ADMINISTRATOR = ["admin"];
const AUDITOR = ["auditor"];
/** Who reads the area's figures: everybody but the administrator and the auditor. */
const PARTNERS = ALL.filter((name) => name !== "admin" && name !== "auditor");
/** Exactly: not the forum. */
const EXACT = PARTNERS.filter((name) => name !== "forum.rep");
/** For whom a page other than /home is the first. */
const HAVE_ANOTHER_FIRST_PAGE = [
  ...["council.leader", "icb.leader", "trust.leader", "nel.leader", "board.chair", "forum.rep"],
  ...DATA_OFFICER,
  ...AUDITOR,
  ...ADMINISTRATOR,
];
const ROLE = `select r.id::text as value from role_holding r join person p on p.id = r.person_id
  where p.email = 'school.senco@demo.example'`;
const INVITATION = `insert into invitation (id, area_id, kind, token_hash, email, display_name, organisation_id, role, from_on,
    made_by_id, made_at, expires_at)
  select gen_random_uuid(), area_id, 'role', gen_random_uuid()::text::bytea, 'asked@test.example', 'Somebody asked',
    organisation_id, 'senco', current_date, id, now(), now() + interval '7 days'
  from role_holding where role = 'administrator' limit 1 returning id::text as value`;
const FILE = `select i.id::text as value from import i join role_holding r on r.id = i.read_by_id join person p on p.id = r.person_id
  where p.email = 'council.data@demo.example' order by i.read_at limit 1`;

export const PAGE_TABLE: Readonly<Record<string, PageRule>> = {
  "/account": { who: ALL },
  "/account/password": { who: ALL },
  "/account/recovery-codes": { who: ALL },
  "/account/second-step": { who: ALL },
  "/audit": { who: AUDITOR },
  "/confirm": { who: ALL },
  "/dashboard": { who: PARTNERS },
  "/exceptions": { who: EXACT },
  "/exceptions/[code]/[month]": { who: EXACT.filter((name) => name !== "nel.leader"), path: "/exceptions/E04/2022-03" },
  "/home": { who: ALL, ledOn: HAVE_ANOTHER_FIRST_PAGE },
  "/imports/[importId]": { who: DATA_OFFICER, path: "/imports/$1", find: FILE },
  "/imports/new": { who: DATA_OFFICER },
  "/indicators": { who: PARTNERS },
  "/indicators/[code]": { who: PARTNERS, path: "/indicators/E04" },
  "/indicators/[code]/commentary": { who: PARTNERS, path: "/indicators/E04/commentary" },
  "/indicators/[code]/submit": { who: DATA_OFFICER, path: "/indicators/E04/submit?month=2022-03" },
  "/notices": { who: PARTNERS },
  "/people": { who: ADMINISTRATOR },
  "/people/[roleId]": { who: ADMINISTRATOR, path: "/people/$1", find: ROLE },
  "/people/[roleId]/give": { who: ADMINISTRATOR, path: "/people/$1/give", find: ROLE },
  "/people/[roleId]/leaver": { who: ADMINISTRATOR, path: "/people/$1/leaver", find: ROLE },
  "/people/invitations/[invitationId]": { who: ADMINISTRATOR, path: "/people/invitations/$1", find: INVITATION },
  "/people/invite": { who: ADMINISTRATOR },
  "/people/review": { who: ADMINISTRATOR },
  "/publish": { who: DATA_OFFICER },
  "/roles": { who: ALL },
  "/submit": { who: DATA_OFFICER },
};

export type RouteRule = {
  readonly method: "GET" | "POST";
  /** Sent as a form; a file when it says so. */
  readonly body?: "form" | "file";
  readonly who: readonly string[] | "everybody" | "nobody";
};

/** Who has which address that is not a page. */
export const ROUTE_TABLE: Readonly<Record<string, RouteRule>> = {
  "/api/health": { method: "GET", who: "everybody" },
  // For whoever brings a token that the portal under test was not given.
  "/api/metrics": { method: "GET", who: "nobody" },
  "/audit/export": { method: "POST", body: "form", who: AUDITOR },
  "/imports/upload": { method: "POST", body: "file", who: DATA_OFFICER },
  "/people/review/export": { method: "POST", body: "form", who: ADMINISTRATOR },
};
