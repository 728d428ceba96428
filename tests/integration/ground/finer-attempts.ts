import type { FINER_ACCESS } from "#tests/support/finer-access.ts";
import { type Attempt, ME, NEW, row, text, type Values } from "./attempt.ts";
import { attemptsOn } from "./attempts.ts";
import { ELSEWHERES, EVERYBODYS, type FinerRows, SHARED } from "./finer-rows.ts";
import type { Rows } from "./rows.ts";

/** Each is an attempt of attempts.ts with one thing another way. */
export function finerAttempts(rows: Rows, finer: FinerRows): Record<keyof typeof FINER_ACCESS, Attempt> {
  const on = attemptsOn(rows);
  const other = text(rows.other.roleId);
  const away = text(finer.away);
  const notMine = `case portal.area_id() when ${away} then ${text(rows.areaId)}::uuid else ${away} end`;
  const instead = ({ add = {} }: Attempt, more: Values): Attempt => ({ add: { ...add, ...more } });
  const change = (id: string, set: string, to: string): Attempt => ({ ...row(id, set), to });
  const inShared = { area_id: away, indicator_code: text(SHARED) };
  const own = (set: string): Attempt => ({ where: `person_id = ${ME.person}`, set: "role_holding_id", to: set });
  const givenBy = (audience: string, by = ME.role) =>
    `(select id from publication where published_by_id = ${by} and audience = '${audience}' and month = '2020-01-01')`;
  const shown = (from: string, to: string): Attempt =>
    instead(on["a new figure shown to the board"], { publication_id: givenBy(from), audience: text(to) });
  const target = (more: Values) => instead(on["a new target of the council's indicator"], more);
  const role = (organisationId: string) =>
    instead(on["the forum representative's role"], { organisation_id: text(organisationId) });
  const newPassword = (personId: string) => instead(on["a link for a new password"], { person_id: text(personId) });
  const invitation = on["an invitation"];
  const act = on["a new act in one's own name"];
  const label = on["a paper's name for a public indicator"];

  return {
    "a figure not published here, of a month given to anyone in the other area": row(finer.figure, "value"),
    "what the partners are shown out of a month given to anyone": {
      where: "audience = 'partners'",
      set: "shown",
      ...shown("public", "partners"),
    },
    "what the board is shown out of a month given to the partners": shown("partners", "board"),
    "what anyone is shown out of a month given to the partners": shown("partners", "public"),
    "what the partners are shown out of a month given to the board": shown("board", "partners"),
    "what is shown in the other area": instead(shown("public", "public"), { area_id: notMine }),
    "a new publication in the other area": instead(on["a new publication in one's own name"], { area_id: away }),
    "a new figure in the other area": instead(on["a new figure in one's own name"], inShared),
    "a new target in the other area": target(inShared),
    "a new target of one's own organisation's indicator": target({ indicator_code: text(EVERYBODYS) }),
    "a new target here of an indicator that the ICB owns in the other area": target({
      indicator_code: text(ELSEWHERES),
    }),
    "a new target in the other area of an indicator that the ICB owns there": target({
      indicator_code: text(ELSEWHERES),
      area_id: away,
    }),
    "a new file in the other area": instead(on["a new file in one's own name"], { area_id: away }),
    "a paper's name of the other area": {
      where: `indicator_code = '${SHARED}'`,
      set: "caveat",
      ...instead(label, { area_id: away, indicator_code: text(SHARED) }),
    },
    "a file in one's own name": {
      where: `read_by_id = ${ME.role} and file_name = 'own'`,
      set: "confirmed_at",
      to: "now()",
    },
    "a file that the second data officer read in": change(finer.importId, "confirmed_at", "now()"),

    "a draft commentary on an indicator for the board": change(
      finer.draft,
      "words",
      `words, author_role_id = ${ME.role}`,
    ),
    "the words of a published commentary, in one's own name": change(
      rows.answers.toAnyone,
      "words",
      `'Other words.', author_role_id = ${ME.role}`,
    ),
    "a commentary for the partners on a month given to anyone": row(finer.toPartners, "audience"),
    "a commentary for the partners of the other area": row(finer.ofTheOtherArea, "audience"),
    "a draft commentary of the council in another's name": change(rows.answers.draft, "author_role_id", other),
    "an exception report in draft on an indicator for the board": change(
      finer.inDraft,
      "back_on_track_on",
      `back_on_track_on, owner_role_id = ${ME.role}`,
    ),
    "an exception report that was given, on an indicator for the board": row(finer.given, "back_on_track_on"),
    "a new exception report, given at once": instead(on["a new exception report of the council"], {
      given_at: "now()",
      back_on_track_on: "'2022-09-01'",
    }),
    "an exception report of the council in another's name": change(rows.answers.inDraft, "owner_role_id", other),
    "new words for an exception report, in another's name": instead(on["new words for an exception report in draft"], {
      author_role_id: other,
    }),
    "the words of an exception report in draft, in another's name": {
      ...{ where: `report_id = '${rows.answers.inDraft}'`, set: "author_role_id", to: other },
    },
    "that the board has seen an exception report, in the other area": instead(
      on["that the board has seen an exception report"],
      { area_id: away },
    ),
    "until when somebody else has seen theirs, new": instead(on["until when somebody has seen their notices"], {
      role_holding_id: text(finer.endsLater),
    }),
    "until when somebody has seen theirs, in the other area": instead(
      on["until when somebody has seen their notices"],
      { area_id: notMine },
    ),
    "a new notice in the other area": instead(on["a notice for the partners"], { area_id: away }),

    "a role that will end": change(finer.endsLater, "to_on", "portal.today()"),
    "that a role ended yesterday": change(finer.endsLater, "to_on", "portal.today() - 1"),
    "that a role no longer ends": change(finer.endsLater, "to_on", "null"),
    "a role that ends today": change(finer.endsToday, "to_on", "portal.today()"),
    "a role in an organisation that joined today": role(finer.joined),
    "a role in an organisation that joins tomorrow": role(finer.joins),
    "a role in an organisation that leaves tomorrow": role(finer.leaves),
    "a role in an organisation that leaves today": role(finer.left),
    "a link for a new password of somebody whose role elsewhere ends today": newPassword(finer.leftElsewhere),
    "a link for a new password of somebody whose role elsewhere ends tomorrow": newPassword(finer.leavesElsewhere),
    "a role for a stranger": instead(on["the forum representative's role"], { person_id: text(finer.stranger) }),
    "an invitation in the other area": instead(invitation, { area_id: away }),
    "an invitation to an organisation of the other area": instead(invitation, {
      organisation_id: text(rows.councilElsewhere),
    }),
    "an invitation that is taken up already": instead(invitation, { used_at: "now()" }),
    "an invitation to a role for somebody known": instead(invitation, { person_id: text(rows.other.personId) }),
    "a link for a new password of a stranger": newPassword(finer.stranger),
    "that an invitation which was taken up is taken back": change(finer.takenUp, "ended_at", "now()"),
    "that an invitation taken back stands again": change(rows.doors.takenBack, "ended_at", "null"),
    "that an invitation is taken up a second time": change(
      finer.takenUp,
      "used_at",
      `now(), person_id = '${finer.stranger}'`,
    ),
    "that an invitation is taken up too late": change(finer.late, "used_at", `now(), person_id = '${finer.stranger}'`),
    "that an invitation is taken up by nobody": change(rows.doors.invitation, "used_at", "now()"),
    "that an invitation is somebody's before it is taken up": change(
      rows.doors.invitation,
      "person_id",
      `'${finer.stranger}'`,
    ),

    "a session of somebody else in the forum representative's role": row(finer.strangersSession, "ended_at"),
    "one's own session in one's own role": own(ME.role),
    "one's own session in another's role": own(other),

    "an act on record in the other area": row(finer.actId, "subject"),
    "a new act in another role of the same name": instead(act, { role_holding_id: other }),
    "a new act for another organisation": instead(act, { organisation_id: text(finer.school) }),
    "a new act in another area": instead(act, { area_id: notMine }),
    "a new act of another request": instead(act, { request_id: NEW }),
  };
}
