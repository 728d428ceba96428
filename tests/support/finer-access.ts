/**
 * More of the access table: the rows at the edges of each rule, one condition away from a row of access.ts. They are
 * what a policy with one condition too few would let by (tests/integration/ground/mutants.test.ts).
 */
import type { Access, Who } from "./access.ts";

const PORTAL: readonly Who[] = ["the portal itself"];
const DATA_OFFICERS: readonly Who[] = ["data officer", "second data officer"];
const COUNCIL: readonly Who[] = ["council leader", "case officer", "council adviser", ...DATA_OFFICERS];
const BOARD: readonly Who[] = ["council leader", "icb leader", "trust leader", "board chair", ...DATA_OFFICERS];
const PARTNERS: readonly Who[] = [
  ...BOARD,
  ...["case officer", "council adviser", "health officer", "social care officer"].map((who) => who as Who),
  ...["senco", "head teacher", "forum representative"].map((who) => who as Who),
];
const READERS_ELSEWHERE: readonly Who[] = [
  "council leader of the other area",
  "icb leader of the other area",
  "data officer of the other area",
];
const ELSEWHERE: readonly Who[] = [...READERS_ELSEWHERE, "administrator of the other area"];
const PUBLIC: readonly Who[] = [...PARTNERS, "administrator", "auditor", ...ELSEWHERE, "anyone"];

export const FINER_ACCESS = {
  "a figure not published here, of a month given to anyone in the other area": { table: "figure", select: COUNCIL },
  "what the partners are shown out of a month given to anyone": {
    table: "published_figure",
    select: PARTNERS,
    insert: DATA_OFFICERS,
  },
  "what the board is shown out of a month given to the partners": { table: "published_figure", insert: DATA_OFFICERS },
  "what anyone is shown out of a month given to the partners": { table: "published_figure" },
  "what the partners are shown out of a month given to the board": { table: "published_figure" },
  "what is shown in the other area": { table: "published_figure" },
  "a new publication in the other area": { table: "publication", insert: ["data officer of the other area"] },
  "a new figure in the other area": { table: "figure", insert: ["data officer of the other area"] },
  "a new target in the other area": { table: "target", insert: ["council leader of the other area"] },
  "a new target of one's own organisation's indicator": {
    table: "target",
    insert: ["council leader", "icb leader", "trust leader"],
  },
  "a new target here of an indicator that the ICB owns in the other area": { table: "target" },
  "a new target in the other area of an indicator that the ICB owns there": {
    table: "target",
    insert: ["icb leader of the other area"],
  },
  "a new file in the other area": { table: "import", insert: ["data officer of the other area"] },
  "a paper's name of the other area": {
    table: "indicator_label",
    select: PUBLIC,
    insert: ["data officer of the other area"],
    update: ["data officer of the other area"],
  },
  "a file in one's own name": {
    table: "import",
    select: [...PARTNERS, "administrator", "auditor", ...ELSEWHERE],
    update: [...DATA_OFFICERS, "data officer of the other area"],
  },
  "a file that the second data officer read in": {
    table: "import",
    select: ["second data officer"],
    update: ["second data officer"],
  },

  "a draft commentary on an indicator for the board": {
    table: "commentary",
    select: ["council leader", ...DATA_OFFICERS],
    update: ["council leader"],
  },
  "the words of a published commentary, in one's own name": { table: "commentary", select: PUBLIC },
  "a commentary for the partners on a month given to anyone": { table: "commentary", select: PARTNERS },
  "a commentary for the partners of the other area": { table: "commentary", select: READERS_ELSEWHERE },
  "a draft commentary of the council in another's name": { table: "commentary", select: COUNCIL },
  "an exception report in draft on an indicator for the board": {
    table: "exception_report",
    select: ["council leader", ...DATA_OFFICERS],
    update: ["council leader"],
  },
  "an exception report that was given, on an indicator for the board": { table: "exception_report", select: BOARD },
  "a new exception report, given at once": { table: "exception_report" },
  "an exception report of the council in another's name": { table: "exception_report", select: COUNCIL },
  "new words for an exception report, in another's name": { table: "exception_words" },
  "the words of an exception report in draft, in another's name": { table: "exception_words", select: COUNCIL },
  "that the board has seen an exception report, in the other area": { table: "exception_seen" },
  "until when somebody else has seen theirs, new": { table: "notices_seen" },
  "until when somebody has seen theirs, in the other area": { table: "notices_seen" },
  "a new notice in the other area": { table: "notice", insert: READERS_ELSEWHERE },

  "a role that will end": {
    table: "role_holding",
    select: ["administrator", "auditor", ...PORTAL],
    update: ["administrator"],
  },
  "that a role ended yesterday": { table: "role_holding", select: ["administrator", "auditor", ...PORTAL] },
  "that a role no longer ends": { table: "role_holding", select: ["administrator", "auditor", ...PORTAL] },
  "a role that ends today": { table: "role_holding", select: ["administrator", "auditor", ...PORTAL] },
  "a role in an organisation that joined today": { table: "role_holding", insert: ["administrator", ...PORTAL] },
  "a role in an organisation that joins tomorrow": { table: "role_holding", insert: PORTAL },
  "a role in an organisation that leaves tomorrow": { table: "role_holding", insert: ["administrator", ...PORTAL] },
  "a role in an organisation that leaves today": { table: "role_holding", insert: PORTAL },
  "a link for a new password of somebody whose role elsewhere ends today": {
    table: "invitation",
    insert: ["administrator"],
  },
  "a link for a new password of somebody whose role elsewhere ends tomorrow": { table: "invitation" },
  "a role for a stranger": { table: "role_holding", insert: PORTAL },
  "an invitation in the other area": { table: "invitation" },
  "an invitation to an organisation of the other area": { table: "invitation" },
  "an invitation that is taken up already": { table: "invitation" },
  "an invitation to a role for somebody known": { table: "invitation" },
  "a link for a new password of a stranger": { table: "invitation" },
  "that an invitation which was taken up is taken back": { table: "invitation", select: ["administrator", ...PORTAL] },
  "that an invitation taken back stands again": { table: "invitation", select: ["administrator", ...PORTAL] },
  "that an invitation is taken up a second time": { table: "invitation", select: ["administrator", ...PORTAL] },
  "that an invitation is taken up too late": { table: "invitation", select: ["administrator", ...PORTAL] },
  "that an invitation is taken up by nobody": { table: "invitation", select: ["administrator", ...PORTAL] },
  "that an invitation is somebody's before it is taken up": {
    table: "invitation",
    select: ["administrator", ...PORTAL],
  },

  "a session of somebody else in the forum representative's role": {
    table: "session",
    select: ["administrator", ...PORTAL],
    update: PORTAL,
  },
  "one's own session in one's own role": {
    table: "session",
    select: [...PARTNERS, "administrator", "auditor", ...ELSEWHERE],
    update: [...PARTNERS, "administrator", "auditor", ...ELSEWHERE],
  },
  "one's own session in another's role": {
    table: "session",
    select: [...PARTNERS, "administrator", "auditor", ...ELSEWHERE],
  },

  "an act on record in the other area": { table: "audit_entry" },
  "a new act in another role of the same name": { table: "audit_entry", insert: PORTAL },
  "a new act for another organisation": { table: "audit_entry", insert: PORTAL },
  "a new act in another area": { table: "audit_entry", insert: PORTAL },
  "a new act of another request": { table: "audit_entry", insert: PORTAL },
} as const satisfies Record<string, Access>;
