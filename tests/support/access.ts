/**
 * Who may read and write what, written by hand from the partnership's access rule (README) and never from the policies
 * that it checks. Whoever is not named may not.
 */
import { ROLES } from "#lib/people/schema.ts";

/** The roles of the area whose rows these are, who is like them, and who holds no role. */
export const WHO = [
  ...ROLES,
  "second data officer",
  "council leader of the other area",
  "icb leader of the other area",
  "data officer of the other area",
  "administrator of the other area",
  "anyone",
  "holder of a link",
  "the portal itself",
] as const;
export type Who = (typeof WHO)[number];

export type Access = {
  readonly table: string;
  readonly select?: readonly Who[];
  readonly insert?: readonly Who[];
  readonly update?: readonly Who[];
  readonly delete?: readonly Who[];
};

const LEADERS: readonly Who[] = ["council leader", "icb leader", "trust leader"];
const DATA_OFFICERS: readonly Who[] = ["data officer", "second data officer"];
const COUNCIL: readonly Who[] = ["council leader", "case officer", "council adviser", ...DATA_OFFICERS];
const ICB: readonly Who[] = ["icb leader", "health officer"];
/** Who sees board papers, with the officers who publish them. */
const BOARD: readonly Who[] = [...LEADERS, "board chair", ...DATA_OFFICERS];
/** Who sees the area's aggregates exactly: every role but the forum's, the administrator's and the auditor's. */
const EXACT: readonly Who[] = [
  ...COUNCIL,
  ...ICB,
  "trust leader",
  "social care officer",
  "senco",
  "head teacher",
  "board chair",
];
const PARTNERS: readonly Who[] = [...EXACT, "forum representative"];
const SIGNED_IN: readonly Who[] = [...PARTNERS, "administrator", "auditor"];
const LEADERS_ELSEWHERE: readonly Who[] = ["council leader of the other area", "icb leader of the other area"];
const BOARD_ELSEWHERE: readonly Who[] = [...LEADERS_ELSEWHERE, "data officer of the other area"];
const ELSEWHERE: readonly Who[] = [...BOARD_ELSEWHERE, "administrator of the other area"];
/** What is public is public everywhere. */
const PUBLIC: readonly Who[] = [...SIGNED_IN, ...ELSEWHERE, "anyone"];
const PORTAL: readonly Who[] = ["the portal itself"];
/** Who may know the people of the area. */
const KEEPERS: readonly Who[] = ["administrator", "auditor"];
const REGISTER = { select: [...PUBLIC, "holder of a link", ...PORTAL], insert: PORTAL } as const;

function both(some: readonly Who[], others: readonly Who[]): readonly Who[] {
  return [...new Set([...some, ...others])];
}

export const ACCESS = {
  // A draft is its author's organisation's; the chair is independent, and who keeps people or reads the audit trail has
  // no content. Published, it is whoever its audience names, exact for all but the forum and the public.
  "a figure of the council, not published": { table: "figure", select: COUNCIL },
  "a figure for the board, not published": { table: "figure", select: ["council leader", ...DATA_OFFICERS] },
  "a figure of the ICB, not published": { table: "figure", select: ICB },
  "a figure published to anyone": { table: "figure", select: EXACT },
  "a figure published to the partners": { table: "figure", select: EXACT },
  "a figure published to the board": { table: "figure", select: both(BOARD, COUNCIL) },
  "a figure of the ICB published to the board": { table: "figure", select: both(BOARD, ICB) },
  "a new figure in one's own name": { table: "figure", insert: DATA_OFFICERS },
  "a new figure in another's name": { table: "figure" },
  "a new figure of another organisation": { table: "figure" },

  "what anyone is shown of a figure": { table: "published_figure", select: PUBLIC },
  "what the partners are shown of a figure": { table: "published_figure", select: PARTNERS },
  "what the board is shown of a figure": { table: "published_figure", select: BOARD },
  "a new figure shown to the board": { table: "published_figure", insert: ["data officer"] },
  "a new figure shown to anyone out of a publication to the board": { table: "published_figure" },
  "a month published to anyone": { table: "publication", select: PUBLIC },
  "a month published to the partners": { table: "publication", select: PARTNERS },
  "a month published to the board": { table: "publication", select: BOARD },
  "a new publication in one's own name": { table: "publication", insert: DATA_OFFICERS },
  "a new publication in another's name": { table: "publication" },

  "a target of a public indicator": { table: "target", select: PARTNERS },
  "a target of an indicator for the board": { table: "target", select: BOARD },
  "a new target of the council's indicator": { table: "target", insert: ["council leader"] },
  "a new target of the ICB's indicator": { table: "target", insert: ["icb leader"] },
  "a new target in another's name": { table: "target" },

  // A draft is its author's organisation's. Published, it is for whom its audience names, once they have the month.
  "a draft commentary of the council": { table: "commentary", select: COUNCIL, update: ["council leader"] },
  "a draft commentary of the ICB": { table: "commentary", select: ICB, update: ["icb leader"] },
  "a commentary for anyone": { table: "commentary", select: PUBLIC, update: ["council leader"] },
  "the words of a published commentary": { table: "commentary", select: PUBLIC },
  "a commentary for the partners": { table: "commentary", select: PARTNERS },
  "a commentary for the board": { table: "commentary", select: both(BOARD, COUNCIL) },
  "a commentary for anyone on a month given to the board": { table: "commentary", select: both(BOARD, COUNCIL) },
  "a commentary for anyone on a month not published": { table: "commentary", select: COUNCIL },
  "a commentary that was withdrawn": { table: "commentary", select: COUNCIL },
  "a new commentary on the council's indicator": { table: "commentary", insert: ["council leader"] },
  "a new commentary on the ICB's indicator": { table: "commentary", insert: ["icb leader"] },
  "a new commentary in another's name": { table: "commentary" },
  "a new commentary, published at once": { table: "commentary" },

  // That one is owed or given is for those who read figures exactly; its words are the board's once given.
  "an exception report in draft": { table: "exception_report", select: COUNCIL, update: ["council leader"] },
  "an exception report of the ICB in draft": { table: "exception_report", select: ICB, update: ["icb leader"] },
  "an exception report that was given": { table: "exception_report", select: EXACT },
  "a new exception report of the council": { table: "exception_report", insert: ["council leader"] },
  "a new exception report in another's name": { table: "exception_report" },
  "the words of an exception report in draft": {
    table: "exception_words",
    select: COUNCIL,
    update: ["council leader"],
  },
  "the words of an exception report that was given": { table: "exception_words", select: both(BOARD, COUNCIL) },
  "new words for an exception report in draft": { table: "exception_words", insert: ["council leader"] },
  "new words for an exception report that was given": { table: "exception_words" },
  "that the board has seen an exception report": {
    table: "exception_seen",
    select: EXACT,
    insert: ["board chair"],
  },
  "that the board has seen a draft": { table: "exception_seen" },
  "that the board has seen it, in another's name": { table: "exception_seen" },

  "a notice for the partners": { table: "notice", select: PARTNERS, insert: both(BOARD, []) },
  "a notice for the board": { table: "notice", select: BOARD },
  "a notice for the partners about an indicator for the board": { table: "notice", select: BOARD },
  "a new notice in another's name": { table: "notice" },
  "until when somebody has seen their notices": { table: "notices_seen", insert: [...SIGNED_IN, ...ELSEWHERE] },
  "until when somebody else has seen theirs": { table: "notices_seen" },

  "a definition for anyone": { table: "indicator", select: both(PUBLIC, PORTAL), insert: PORTAL },
  "a definition for partners": { table: "indicator", select: [...PARTNERS, ...BOARD_ELSEWHERE, ...PORTAL] },
  "a definition for the board": { table: "indicator", select: [...BOARD, ...BOARD_ELSEWHERE, ...PORTAL] },
  "the area's use of a public indicator": { table: "area_indicator", select: both(PUBLIC, PORTAL), insert: PORTAL },
  "the area's use of an indicator for partners": { table: "area_indicator", select: [...PARTNERS, ...PORTAL] },
  "the owner of a public indicator": { table: "indicator_owner", select: both(PUBLIC, PORTAL), insert: PORTAL },
  "the owner of an indicator for partners": { table: "indicator_owner", select: [...PARTNERS, ...PORTAL] },
  "a paper's name for a public indicator": {
    table: "indicator_label",
    select: PUBLIC,
    insert: DATA_OFFICERS,
    update: DATA_OFFICERS,
  },
  "a paper's name for an indicator for partners": { table: "indicator_label", select: PARTNERS, update: DATA_OFFICERS },
  "a national figure": {
    table: "national_figure",
    select: PUBLIC,
    insert: [...DATA_OFFICERS, "data officer of the other area"],
  },

  "that a file read in by the data officer is confirmed": {
    table: "import",
    select: ["data officer"],
    update: ["data officer"],
  },
  "that a file read in by the data officer is not confirmed": { table: "import", select: ["data officer"] },
  "the contents of a file read in by the data officer": { table: "import", select: ["data officer"] },
  "a new file in one's own name": { table: "import", insert: DATA_OFFICERS },
  "a new file in another's name": { table: "import" },

  "an area": { table: "area", ...REGISTER },
  "an organisation": { table: "organisation", ...REGISTER },
  "an organisation's code": { table: "organisation_code", ...REGISTER },
  "an organisation's alias": { table: "organisation_alias", ...REGISTER },
  "an organisation's membership of an area": { table: "area_membership", ...REGISTER },

  // The administrator keeps people and roles, never their own; the auditor must know who acted.
  "the forum representative as a person": {
    table: "person",
    select: ["forum representative", ...KEEPERS, ...PORTAL],
    insert: PORTAL,
  },
  "the forum representative's role": {
    table: "role_holding",
    select: ["forum representative", ...KEEPERS, ...PORTAL],
    insert: ["administrator", ...PORTAL],
    update: ["administrator"],
  },
  "a role that has ended": { table: "role_holding", select: [...KEEPERS, ...PORTAL] },
  "the administrator's role": { table: "role_holding", select: [...KEEPERS, ...PORTAL] },
  "a role for oneself": { table: "role_holding", insert: PORTAL },
  "a role in the other area": { table: "role_holding", insert: PORTAL },
  "a role in an organisation of the other area": { table: "role_holding", insert: PORTAL },
  "the end of the forum representative's session": {
    table: "session",
    select: ["forum representative", "administrator", ...PORTAL],
    insert: PORTAL,
    update: ["forum representative", ...PORTAL],
  },
  "the person of the forum representative's session": {
    table: "session",
    select: ["forum representative", "administrator", ...PORTAL],
  },
  "the hash of the forum representative's session": { table: "session", select: PORTAL },
  "what the forum representative's session awaits": {
    table: "session",
    select: ["forum representative", "administrator", ...PORTAL],
    update: PORTAL,
  },
  "a password": { table: "password", select: PORTAL, insert: PORTAL, update: PORTAL },
  "that the forum representative has a second step": {
    table: "second_step",
    select: ["forum representative", "administrator", ...PORTAL],
    insert: PORTAL,
    update: PORTAL,
  },
  "the secret of a second step": { table: "second_step", select: PORTAL, update: PORTAL },
  "that the forum representative has a recovery code": {
    table: "recovery_code",
    select: ["forum representative", ...PORTAL],
    insert: PORTAL,
    update: PORTAL,
  },
  "the hash of a recovery code": { table: "recovery_code", select: PORTAL },
  "a count of refused sign-ins": { table: "sign_in_brake", select: PORTAL, insert: PORTAL, update: PORTAL },
  "a count of refused sign-ins of last week": {
    table: "sign_in_brake",
    select: PORTAL,
    update: PORTAL,
    delete: PORTAL,
  },
  "an invitation": {
    table: "invitation",
    select: ["administrator", ...PORTAL],
    insert: ["administrator"],
    update: ["administrator"],
  },
  "the token of an invitation": { table: "invitation", select: PORTAL },
  "that an invitation is taken up": {
    table: "invitation",
    select: ["administrator", ...PORTAL],
    update: PORTAL,
  },
  "that an invitation taken back is taken up": { table: "invitation", select: ["administrator", ...PORTAL] },
  "an invitation in another's name": { table: "invitation" },
  "an invitation for oneself": { table: "invitation" },
  "a link for a new password": { table: "invitation", insert: ["administrator"] },
  "a link for a new password of somebody who also has a role elsewhere": { table: "invitation" },
  "an identity": { table: "identity", select: PORTAL, insert: PORTAL },

  "an act on record": { table: "audit_entry", select: ["auditor"] },
  "a new act in one's own name": { table: "audit_entry", insert: [...SIGNED_IN, ...ELSEWHERE, ...PORTAL] },
  "a new act in another's name": { table: "audit_entry", insert: PORTAL },
  "a new act in another role": { table: "audit_entry", insert: PORTAL },
} as const satisfies Record<string, Access>;
