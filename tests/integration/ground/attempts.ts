/**
 * The SQL that tries to read, change, delete or add each row of the access table. What a person adds in their own name is
 * what their scope says of them, so one text serves everybody; without a scope it is nothing.
 */
import type { ACCESS } from "#tests/support/access.ts";
import { answerAttempts } from "./answer-attempts.ts";
import { type Attempt, ME, NEW, row, text, type Values } from "./attempt.ts";
import { doorAttempts } from "./door-attempts.ts";
import { CODES, type Rows } from "./rows.ts";

export function attemptsOn(rows: Rows): Record<keyof typeof ACCESS, Attempt> {
  const { areaId, council, forum, other } = rows;
  const here = text(areaId);
  const OTHER = { role: text(other.roleId), person: text(other.personId) };
  const shown = (audience: string): Attempt => ({
    where: `audience = '${audience}' and indicator_code = '${CODES.public}'`,
    set: "shown",
  });
  const ofIndicator = (code: string, set: string): Attempt => ({ where: `indicator_code = '${code}'`, set });

  const figure = (role: string, organisation: string): Values => ({
    ...{
      id: NEW,
      area_id: here,
      indicator_code: text(CODES.public),
      period: "'month'",
      month: "'2022-06-01'",
      revision: 1,
    },
    ...{
      state: "'dash'",
      as_typed: "'-'",
      marked_revised: false,
      organisation_id: organisation,
      submitted_by_id: role,
    },
    ...{ submitted_at: "now()", source: "'A test'" },
  });
  const shownFigure = (audience: string): Values => ({
    ...{ area_id: here, publication_id: text(rows.toBoard.id), figure_id: text(rows.toBoard.ours) },
    ...{
      indicator_code: text(CODES.public),
      period: "'year to date'",
      month: "'2022-03-01'",
      audience: text(audience),
    },
    ...{ state: "'dash'", shown: "'-'", marked_revised: false },
  });
  const publication = (role: string): Values => ({
    ...{ id: NEW, area_id: here, month: "'2022-04-01'", board: "'A board'", published_on: "'2022-05-01'" },
    ...{ audience: "'board'", already_public: false, published_by_id: role, published_at: "now()" },
  });
  const target = (code: string, role: string): Values => ({
    ...{ id: NEW, area_id: here, indicator_code: text(code), target: 60, tolerance: 5, from_on: "'2022-04-01'" },
    ...{ set_by_role_id: role, set_at: "now()" },
    set_by_organisation: `(select name from organisation where id = ${ME.organisation})`,
  });
  const file = (role: string): Values => ({
    ...{ id: NEW, area_id: here, kind: "'monthly table'", file_name: "'a.tsv'", sha256: "'00'", byte_size: 1 },
    ...{ contents: "''", read_by_id: role, read_at: "now()" },
  });
  const act = (person: string, role: string): Values => ({
    ...{ id: NEW, area_id: "portal.area_id()", at: "now()", person_id: person, role_holding_id: ME.role },
    ...{ organisation_id: ME.organisation, role, action: "'did'", subject: "'a thing'" },
  });
  const definition: Values = Object.fromEntries(
    "code name short_name meaning unit kind direction numerator denominator exclusions basis source law owner_kinds audience certainty"
      .split(" ")
      .map((column) => [column, "'new'"]),
  );

  return {
    "a figure of the council, not published": row(rows.unpublished.ours, "value"),
    "a figure for the board, not published": row(rows.unpublished.forBoard, "value"),
    "a figure of the ICB, not published": row(rows.unpublished.theirs, "value"),
    "a figure published to anyone": row(rows.toAnyone.ours, "value"),
    "a figure published to the partners": row(rows.toPartners.ours, "value"),
    "a figure published to the board": row(rows.toBoard.ours, "value"),
    "a figure of the ICB published to the board": row(rows.toBoard.theirs, "value"),
    "a new figure in one's own name": { add: figure(ME.role, ME.organisation) },
    "a new figure in another's name": { add: figure(OTHER.role, ME.organisation) },
    "a new figure of another organisation": { add: figure(ME.role, text(rows.icb)) },

    "what anyone is shown of a figure": shown("public"),
    "what the partners are shown of a figure": shown("partners"),
    "what the board is shown of a figure": shown("board"),
    "a new figure shown to the board": { add: shownFigure("board") },
    "a new figure shown to anyone out of a publication to the board": { add: shownFigure("public") },
    "a month published to anyone": row(rows.toAnyone.id, "audience"),
    "a month published to the partners": row(rows.toPartners.id, "audience"),
    "a month published to the board": row(rows.toBoard.id, "audience"),
    "a new publication in one's own name": { add: publication(ME.role) },
    "a new publication in another's name": { add: publication(OTHER.role) },

    "a target of a public indicator": row(rows.targets.public, "target"),
    "a target of an indicator for the board": row(rows.targets.board, "target"),
    "a new target of the council's indicator": { add: target(CODES.public, ME.role) },
    "a new target of the ICB's indicator": { add: target(CODES.icb, ME.role) },
    "a new target in another's name": { add: target(CODES.public, OTHER.role) },

    "a definition for anyone": {
      where: `code = '${CODES.public}'`,
      set: "meaning",
      add: {
        ...definition,
        ...{ unit: "'count'", kind: "'count'", direction: "'context'", owner_kinds: "'{}'", audience: "'board'" },
      },
    },
    "a definition for partners": { where: `code = '${CODES.partners}'`, set: "meaning" },
    "a definition for the board": { where: `code = '${CODES.board}'`, set: "meaning" },
    "the area's use of a public indicator": {
      ...ofIndicator(CODES.public, "area_id"),
      add: { area_id: text(rows.elsewhere), indicator_code: text(CODES.public) },
    },
    "the area's use of an indicator for partners": ofIndicator(CODES.partners, "area_id"),
    "the owner of a public indicator": {
      ...ofIndicator(CODES.public, "place"),
      add: { area_id: here, indicator_code: text(CODES.public), organisation_id: text(rows.icb), place: 2 },
    },
    "the owner of an indicator for partners": ofIndicator(CODES.partners, "place"),
    "a paper's name for a public indicator": {
      ...ofIndicator(CODES.public, "caveat"),
      add: { area_id: here, label: "'New'", indicator_code: text(CODES.public), ref: "''", caveat: "''", place: 1 },
    },
    "a paper's name for an indicator for partners": ofIndicator(CODES.partners, "caveat"),
    "a national figure": {
      where: "variable = 'rate'",
      set: "value",
      add: {
        ...{ release: "'2025'", source_file: "'a.csv'", area: "'England'", period_type: "'year'", period: "'2024'" },
        ...{ variable: "'new'", revision: 1, state: "'unavailable'", as_typed: "'x'", note: "''" },
        ...{ import_id: text(rows.importId), imported_at: "now()" },
      },
    },

    "that a file read in by the data officer is confirmed": { ...row(rows.importId, "confirmed_at"), to: "now()" },
    "that a file read in by the data officer is not confirmed": { ...row(rows.importId, "confirmed_at"), to: "null" },
    "the contents of a file read in by the data officer": row(rows.importId, "contents"),
    "a new file in one's own name": { add: file(ME.role) },
    "a new file in another's name": { add: file(OTHER.role) },

    "an area": {
      ...row(areaId, "name"),
      add: { id: NEW, code: "'N'", slug: "'n'", name: "'New'", region: "'East Midlands'" },
    },
    "an organisation": { ...row(council, "name"), add: { id: NEW, kind: "'school'", name: "'New'" } },
    "an organisation's code": {
      where: `organisation_id = '${council}'`,
      set: "code",
      add: { organisation_id: text(council), scheme: "'URN'", code: "'1'" },
    },
    "an organisation's alias": {
      where: `organisation_id = '${council}'`,
      set: "source",
      add: { alias: "'New'", organisation_id: text(council), source: "''" },
    },
    "an organisation's membership of an area": {
      where: `organisation_id = '${council}'`,
      set: "note",
      add: { id: NEW, area_id: here, organisation_id: text(council), from_on: "'2023-04-01'" },
    },

    "the forum representative as a person": {
      ...row(forum.personId, "display_name"),
      add: { id: NEW, display_name: "'New'", email: "'new@test.example'" },
    },
    "the forum representative's role": {
      ...row(forum.roleId, "to_on"),
      to: "portal.today()",
      add: {
        ...{ id: NEW, area_id: here, person_id: OTHER.person, organisation_id: text(council) },
        ...{ role: "'auditor'", from_on: "'2022-04-01'" },
      },
    },
    "the end of the forum representative's session": {
      where: `person_id = '${forum.personId}'`,
      set: "ended_at",
      add: {
        ...{ id: NEW, token_hash: "'new'", person_id: OTHER.person, role_holding_id: OTHER.role },
        ...{ started_at: "now()", last_seen_at: "now()" },
      },
    },
    "the person of the forum representative's session": {
      where: `person_id = '${forum.personId}'`,
      set: "person_id",
    },
    "the hash of the forum representative's session": {
      where: `token_hash = '\\x${rows.forumToken}'`,
      set: "token_hash",
    },
    "a password": {
      where: `person_id = '${forum.personId}'`,
      set: "hash",
      add: { person_id: text(rows.officer.personId), hash: "''", changed_at: "now()" },
    },
    "an identity": {
      where: `person_id = '${forum.personId}'`,
      set: "subject",
      add: { issuer: "'new'", subject: "'new'", person_id: OTHER.person },
    },

    "an act on record": row(rows.actId, "subject"),
    "a new act in one's own name": { add: act(ME.person, "coalesce(portal.role(), 'the portal')") },
    "a new act in another's name": { add: act(OTHER.person, "coalesce(portal.role(), 'the portal')") },
    "a new act in another role": { add: act(ME.person, "'somebody else'") },
    ...answerAttempts(rows),
    ...doorAttempts(rows),
  };
}
