/**
 * Who may do what by which action, by hand, with what its form would send: right in every field, so that nothing but who
 * sends it stands in the way. `who` "anyone" needs no session: what is sent must then come to nothing by itself.
 */
import type { z } from "zod";
import { draftForm, publishDraftForm, withdrawForm } from "#lib/commentary/schema.ts";
import { giveForm, reportForm, seenForm } from "#lib/exceptions/schema.ts";
import { confirmForm } from "#lib/imports/schema.ts";
import { figureForm, publishForm, targetForm } from "#lib/indicators/schema.ts";
import { seenForm as noticesForm } from "#lib/notices/schema.ts";
import {
  changeEndForm,
  endRoleForm,
  giveRoleForm,
  invitationForm,
  inviteForm,
  leaverForm,
  personForm,
} from "#lib/people/register-schema.ts";
import { returnForm } from "#lib/people/return-schema.ts";
import {
  changePasswordForm,
  codeForm,
  confirmWithPasswordForm,
  demoSignInForm,
  goOnForm,
  nothing,
  sessionForm,
  signInForm,
  switchRoleForm,
  takeUpForm,
  takeUpWithNewPasswordForm,
  takeUpWithPasswordForm,
} from "#lib/people/sign-in-schema.ts";
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";

export type ActionRule = {
  readonly who: readonly string[] | "anyone";
  /** Nothing is done, and it is not said: what is another's is as though it were not there. */
  readonly quietly?: true;
  readonly schema: z.ZodType;
  /** `$name` stands for an id of IDS. */
  readonly fields: Readonly<Record<string, string>>;
};

/** Ids of rows that somebody other than the senders has, as SQL for a `value`. */
export const IDS: Readonly<Record<string, string>> = {
  $role: `select r.id::text as value from role_holding r join person p on p.id = r.person_id where p.email = 'icb.health@demo.example'`,
  $ended: `select r.id::text as value from role_holding r join person p on p.id = r.person_id where p.email = 'trust.social-care@demo.example'`,
  $heir: `select r.id::text as value from role_holding r join person p on p.id = r.person_id where p.email = 'council.casework@demo.example'`,
  $leaver: `select r.id::text as value from role_holding r join person p on p.id = r.person_id where p.email = 'council.leader@demo.example'`,
  $person: `select id::text as value from person where email = 'icb.health@demo.example'`,
  $organisation: `select id::text as value from organisation where name = 'North Northamptonshire Council'`,
  $session: `select s.id::text as value from session s join person p on p.id = s.person_id where p.email = 'council.leader@demo.example' limit 1`,
  $file: `select id::text as value from import order by read_at limit 1`,
  $invitation: `insert into invitation (id, area_id, kind, token_hash, email, display_name, organisation_id, role, from_on,
      made_by_id, made_at, expires_at)
    select gen_random_uuid(), area_id, 'role', gen_random_uuid()::text::bytea, 'asked2@test.example', 'Somebody asked',
      organisation_id, 'senco', current_date, id, now(), now() + interval '7 days'
    from role_holding where role = 'administrator' limit 1 returning id::text as value`,
  $commentary: `insert into commentary (id, area_id, indicator_code, month, organisation_id, audience, words, version,
      author_role_id, written_at, published_at)
    select gen_random_uuid(), r.area_id, 'E04', '2022-03-01', r.organisation_id, 'partners', 'Said.', 1, r.id, now(), now()
    from role_holding r join person p on p.id = r.person_id where p.email = 'council.leader@demo.example' returning id::text as value`,
};

const ALL = DEMO_PEOPLE.map(({ name }) => name);
const LEADER = ["council.leader"];
const OFFICER = ["council.data"];
const ADMINISTRATOR = ["admin"];
const FIGURE = { code: "E04", month: "2022-03" };
const PASSWORD = "a long enough password";
const PLACE = { organisationId: "$organisation", role: "senco", fromOn: "2026-11-01", toOn: "" };

export const ACTION_TABLE: Readonly<Record<string, ActionRule>> = {
  submitFigureAction: {
    who: OFFICER,
    schema: figureForm,
    fields: { ...FIGURE, month: "2024-01", typed: "50", numerator: "", denominator: "", source: "A test", reason: "" },
  },
  publishMonthAction: {
    who: OFFICER,
    schema: publishForm,
    fields: {
      ...{ month: "2022-03", board: "A board", publishedOn: "2024-02-01", audience: "public", alreadyPublic: "no" },
      ...{ openPointsNote: "Given as it is.", seen: "x" },
    },
  },
  setTargetAction: {
    // Each for their own area.
    who: [...LEADER, "nel.leader"],
    schema: targetForm,
    fields: { code: "E04", target: "60", tolerance: "5", fromOn: "2026-01-01", lastOn: "", reason: "A test" },
  },
  draftCommentaryAction: {
    who: LEADER,
    schema: draftForm,
    fields: { ...FIGURE, version: "0", words: "Words.", audience: "partners", press: "save" },
  },
  publishCommentaryAction: { who: LEADER, schema: publishDraftForm, fields: { ...FIGURE, version: "1" } },
  withdrawCommentaryAction: {
    who: LEADER,
    schema: withdrawForm,
    fields: { ...FIGURE, id: "$commentary", reason: "Wrong." },
  },
  draftReportAction: {
    who: LEADER,
    schema: reportForm,
    fields: { ...FIGURE, version: "0", why: "Why.", doing: "This.", backOnTrackOn: "2026-12-01", press: "save" },
  },
  giveReportAction: { who: LEADER, schema: giveForm, fields: { ...FIGURE, version: "1" } },
  noteSeenAction: {
    who: ["board.chair"],
    schema: seenForm,
    fields: { ...FIGURE, board: "A board", seenOn: "2026-01-05" },
  },
  markNoticesSeenAction: { who: ALL, schema: noticesForm, fields: { until: "2026-01-05T10:00:00.000Z" } },
  confirmImportAction: {
    who: OFFICER,
    schema: confirmForm,
    fields: { importId: "$file", shown: "x", reason: "", release: "" },
  },

  inviteAction: {
    who: ADMINISTRATOR,
    schema: inviteForm,
    fields: { displayName: "Somebody", email: "somebody@test.example", ...PLACE },
  },
  takeBackInvitationAction: { who: ADMINISTRATOR, schema: invitationForm, fields: { invitationId: "$invitation" } },
  renewInvitationAction: { who: ADMINISTRATOR, schema: invitationForm, fields: { invitationId: "$invitation" } },
  makePasswordLinkAction: { who: ADMINISTRATOR, schema: personForm, fields: { personId: "$person" } },
  giveRoleAction: { who: ADMINISTRATOR, schema: giveRoleForm, fields: { personId: "$person", ...PLACE } },
  changeEndAction: {
    who: ADMINISTRATOR,
    schema: changeEndForm,
    fields: { roleId: "$ended", was: "", toOn: "2099-01-01" },
  },
  endRoleAction: { who: ADMINISTRATOR, schema: endRoleForm, fields: { roleId: "$ended" } },
  handOverAction: {
    who: ADMINISTRATOR,
    schema: leaverForm,
    fields: { roleId: "$leaver", toRoleId: "$heir", endOn: "2099-01-01" },
  },

  // One's own account: nobody else's session, role or password.
  endSessionAction: { who: LEADER, quietly: true, schema: sessionForm, fields: { sessionId: "$session" } },
  endOthersAction: { who: ALL, schema: nothing, fields: {} },
  switchRoleAction: { who: ["icb.health"], schema: switchRoleForm, fields: { roleId: "$role" } },
  keepSessionAction: { who: ALL, schema: returnForm, fields: { path: "/account" } },
  changePasswordAction: {
    who: "anyone",
    schema: changePasswordForm,
    fields: { presentPassword: PASSWORD, newPassword: `another ${PASSWORD}` },
  },
  confirmWithCodeAction: { who: "anyone", schema: codeForm, fields: { oneTimeCode: "123456" } },
  confirmWithPasswordAction: { who: "anyone", schema: confirmWithPasswordForm, fields: { password: PASSWORD } },
  setUpStepAction: { who: "anyone", schema: codeForm, fields: { oneTimeCode: "123456" } },
  makeCodesAction: { who: "anyone", schema: nothing, fields: {} },
  goOnAction: { who: "anyone", schema: goOnForm, fields: { path: "/account" } },

  signInAction: { who: "anyone", schema: signInForm, fields: { email: "nobody@test.example", password: PASSWORD } },
  demoSignInAction: { who: "anyone", schema: demoSignInForm, fields: { email: "nobody@demo.example" } },
  codeAction: { who: "anyone", schema: codeForm, fields: { oneTimeCode: "123456" } },
  newStepAction: { who: "anyone", schema: codeForm, fields: { oneTimeCode: "123456" } },
  takeUpAsDemoAction: { who: "anyone", schema: takeUpForm, fields: { token: "made-up" } },
  takeUpWithPasswordAction: {
    who: "anyone",
    schema: takeUpWithPasswordForm,
    fields: { token: "made-up", password: PASSWORD },
  },
  takeUpWithNewPasswordAction: {
    who: "anyone",
    schema: takeUpWithNewPasswordForm,
    fields: { token: "made-up", newPassword: PASSWORD },
  },
  signOutAction: { who: "anyone", schema: nothing, fields: {} },
};
