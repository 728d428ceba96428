"use server";

import { formAction } from "#lib/form-action.ts";
import { invite, makePasswordLink, renewInvitation, takeBackInvitation } from "./invite-commands.ts";
import { handOver } from "./leaver-commands.ts";
import {
  changeEndForm,
  endRoleForm,
  giveRoleForm,
  invitationForm,
  inviteForm,
  leaverForm,
  personForm,
} from "./register-schema.ts";
import { changeEnd, endRole, giveRole } from "./role-commands.ts";

export const inviteAction = formAction(inviteForm, invite, (answer) =>
  "link" in answer ? { shown: answer } : `/people/${answer.roleId}?done=given`,
);
export const takeBackInvitationAction = formAction(invitationForm, takeBackInvitation, () => "/people?done=taken-back");
export const renewInvitationAction = formAction(invitationForm, renewInvitation, (link) => ({ shown: link }));
export const makePasswordLinkAction = formAction(personForm, makePasswordLink, (link) => ({ shown: link }));
export const giveRoleAction = formAction(giveRoleForm, giveRole, ({ roleId }) => `/people/${roleId}?done=given`);
export const changeEndAction = formAction(changeEndForm, changeEnd, ({ roleId }) => `/people/${roleId}?done=changed`);
export const endRoleAction = formAction(endRoleForm, endRole, ({ roleId }) => `/people/${roleId}?done=ended`);
export const handOverAction = formAction(
  leaverForm,
  handOver,
  ({ reports, drafts, files }, { roleId }) => `/people/${roleId}?done=handed-over&moved=${reports}.${drafts}.${files}`,
);
