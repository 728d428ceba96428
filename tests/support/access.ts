/**
 * Who may read and write what, written by hand from the partnership's access rule (README) and never from the policies
 * that it checks. Whoever is not named may not; nobody may delete, so no row says who may.
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

  // The rule gives the administrator people and roles to keep. No page writes them yet, so nobody but the portal may.
  "the forum representative as a person": {
    table: "person",
    select: ["forum representative", "administrator", ...PORTAL],
    insert: PORTAL,
  },
  "the forum representative's role": {
    table: "role_holding",
    select: ["forum representative", "administrator", ...PORTAL],
    insert: PORTAL,
  },
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
  "a password": { table: "password", select: PORTAL, insert: PORTAL },
  "an identity": { table: "identity", select: PORTAL, insert: PORTAL },

  "an act on record": { table: "audit_entry", select: ["auditor"] },
  "a new act in one's own name": { table: "audit_entry", insert: [...SIGNED_IN, ...ELSEWHERE, ...PORTAL] },
  "a new act in another's name": { table: "audit_entry", insert: PORTAL },
  "a new act in another role": { table: "audit_entry", insert: PORTAL },
} as const satisfies Record<string, Access>;
