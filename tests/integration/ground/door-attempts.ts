import { type Attempt, ME, NEW, row, text, type Values } from "./attempt.ts";
import type { Rows } from "./rows.ts";

const TOMORROW = "now() + interval '1 day'";

/** On what signing in and the administrator keep. */
export function doorAttempts(rows: Rows) {
  const { doors, forum, other, officer } = rows;
  const here = text(rows.areaId);
  const ofForum = (set: string): Attempt => ({ where: `person_id = '${forum.personId}'`, set });
  const ended = (id: string): Attempt => ({ ...row(id, "to_on"), to: "portal.today()" });
  const role = (more: Values): Values => ({
    ...{ id: NEW, area_id: here, person_id: text(other.personId), organisation_id: text(rows.council) },
    ...{ role: "'auditor'", from_on: "'2022-04-01'", ...more },
  });
  const invitation = (more: Values = {}): Values => ({
    ...{ id: NEW, area_id: here, kind: "'role'", token_hash: "'new'", email: "'new@test.example'" },
    ...{ display_name: "'New'", organisation_id: text(rows.council), role: "'senco'", from_on: "'2022-04-01'" },
    ...{ made_by_id: ME.role, made_at: "now()", expires_at: TOMORROW, ...more },
  });
  const newPassword = (personId: string) =>
    invitation({
      ...{ kind: "'new password'", person_id: text(personId) },
      ...{ organisation_id: "null", role: "null", from_on: "null" },
    });
  const takenUp = (id: string): Attempt => ({
    ...row(id, "used_at"),
    to: `now(), person_id = '${other.personId}'`,
  });

  return {
    "a role that has ended": ended(doors.ended),
    "the administrator's role": ended(doors.administrator.roleId),
    "a role for oneself": { add: role({ person_id: `coalesce(${ME.person}, '${other.personId}')` }) },
    "a role in the other area": { add: role({ area_id: text(rows.elsewhere), organisation_id: text(rows.icb) }) },
    "a role in an organisation of the other area": { add: role({ organisation_id: text(rows.councilElsewhere) }) },
    "what the forum representative's session awaits": ofForum("awaiting"),
    "that the forum representative has a second step": {
      ...ofForum("confirmed_at"),
      add: { person_id: text(officer.personId), secret: "'new'" },
    },
    "the secret of a second step": { where: "secret = 'secret'", set: "secret" },
    "that the forum representative has a recovery code": {
      ...ofForum("ended_at"),
      add: { person_id: text(officer.personId), code_hash: "'new'", made_at: "now()" },
    },
    "the hash of a recovery code": { where: "code_hash = 'code'", set: "code_hash" },
    "a count of refused sign-ins": {
      ...{ where: "key = 'now'", set: "failures" },
      add: { key: "'new'", failures: 1, last_at: "now()" },
    },
    "a count of refused sign-ins of last week": { where: "key = 'last week'", set: "failures" },
    "an invitation": { ...row(doors.invitation, "ended_at"), to: "now()", add: invitation() },
    "the token of an invitation": { where: "token_hash = 'alive'", set: "token_hash" },
    "that an invitation is taken up": takenUp(doors.invitation),
    "that an invitation taken back is taken up": takenUp(doors.takenBack),
    "an invitation in another's name": { add: invitation({ made_by_id: text(other.roleId) }) },
    "an invitation for oneself": {
      add: invitation({ email: `coalesce((select email from person where id = ${ME.person}), 'x@test.example')` }),
    },
    "a link for a new password": { add: newPassword(other.personId) },
    "a link for a new password of somebody who also has a role elsewhere": { add: newPassword(doors.both) },
  };
}
