import { type Attempt, ME, NEW, row, text, type Values } from "./attempt.ts";
import type { Rows } from "./rows.ts";

/** On what owners say of their figures. Whoever goes on with a draft does so in their own name. */
export function answerAttempts(rows: Rows) {
  const { answers } = rows;
  const here = text(rows.areaId);
  const other = text(rows.other.roleId);
  const mine = (id: string, set: string, author: string): Attempt => ({
    ...row(id, set),
    to: `${set}, ${author} = ${ME.role}`,
  });
  const commentary = (code: string, author: string, more: Values = {}): Values => ({
    ...{ id: NEW, area_id: here, indicator_code: text(code), month: "'2022-06-01'" },
    ...{ organisation_id: ME.organisation, audience: "'board'", words: "'New.'", version: 1 },
    ...{ author_role_id: author, written_at: "now()", ...more },
  });
  const report = (owner: string): Values => ({
    ...{ id: NEW, area_id: here, indicator_code: "'P1'", month: "'2022-06-01'" },
    ...{ organisation_id: ME.organisation, owner_role_id: owner, begun_at: "now()" },
  });
  const words = (reportId: string): Values => ({
    ...{ area_id: here, report_id: text(reportId), why: "'Why.'", doing: "'This.'", version: 1 },
    ...{ author_role_id: ME.role, written_at: "now()" },
  });
  const seen = (reportId: string, by: string): Values => ({
    ...{ area_id: here, report_id: text(reportId), board: "'A board'", seen_on: "'2022-05-01'" },
    ...{ seen_by_id: by, seen_at: "now()" },
  });
  const notice = (by: string): Values => ({
    ...{ id: NEW, area_id: here, at: "now()", kind: "'month published'", audience: "'partners'" },
    ...{ made_by_id: by, made_by: "'Somebody'" },
  });
  const ofReport = (id: string, set: string): Attempt => ({ where: `report_id = '${id}'`, set });

  return {
    "a draft commentary of the council": mine(answers.draft, "words", "author_role_id"),
    "a draft commentary of the ICB": mine(answers.theirDraft, "words", "author_role_id"),
    "a commentary for anyone": {
      ...row(answers.toAnyone, "withdrawn_at"),
      to: "now(), withdrawn_reason = 'Wrong.'",
    },
    "the words of a published commentary": { ...row(answers.toAnyone, "words"), to: "'Other words.'" },
    "a commentary for the partners": row(answers.toPartners, "audience"),
    "a commentary for the board": row(answers.toBoard, "audience"),
    "a commentary for anyone on a month given to the board": row(answers.tooEarly, "audience"),
    "a commentary for anyone on a month not published": row(answers.unpublishedMonth, "audience"),
    "a commentary that was withdrawn": row(answers.withdrawn, "audience"),
    "a new commentary on the council's indicator": { add: commentary("P1", ME.role) },
    "a new commentary on the ICB's indicator": { add: commentary("H1", ME.role) },
    "a new commentary in another's name": { add: commentary("P1", other) },
    "a new commentary, published at once": { add: commentary("P1", ME.role, { published_at: "now()" }) },

    "an exception report in draft": mine(answers.inDraft, "back_on_track_on", "owner_role_id"),
    "an exception report of the ICB in draft": mine(answers.theirs, "back_on_track_on", "owner_role_id"),
    "an exception report that was given": mine(answers.given, "back_on_track_on", "owner_role_id"),
    "a new exception report of the council": { add: report(ME.role) },
    "a new exception report in another's name": { add: report(other) },
    "the words of an exception report in draft": {
      ...ofReport(answers.inDraft, "why"),
      to: `why, author_role_id = ${ME.role}`,
    },
    "the words of an exception report that was given": {
      ...ofReport(answers.given, "why"),
      to: `why, author_role_id = ${ME.role}`,
    },
    "new words for an exception report in draft": { add: words(answers.wordless) },
    "new words for an exception report that was given": { add: words(answers.givenWordless) },
    "that the board has seen an exception report": {
      ...ofReport(answers.seen, "board"),
      add: seen(answers.given, ME.role),
    },
    "that the board has seen a draft": { add: seen(answers.inDraft, ME.role) },
    "that the board has seen it, in another's name": { add: seen(answers.given, other) },

    "a notice for the partners": { ...row(answers.notices.partners, "kind"), add: notice(ME.role) },
    "a notice for the board": row(answers.notices.board, "kind"),
    "a notice for the partners about an indicator for the board": row(answers.notices.aboutBoard, "kind"),
    "a new notice in another's name": { add: notice(other) },
    "until when somebody has seen their notices": {
      add: { role_holding_id: ME.role, area_id: "portal.area_id()", seen_until: "now()" },
    },
    "until when somebody else has seen theirs": {
      where: `role_holding_id = '${rows.other.roleId}'`,
      set: "seen_until",
    },
  };
}
