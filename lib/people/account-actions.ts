"use server";

import { formAction, publicFormAction } from "#lib/form-action.ts";
import { endAllOtherSessions, endOneSession } from "./account-commands.ts";
import {
  changePasswordHere,
  confirmWithCodeHere,
  confirmWithPasswordHere,
  goOn,
  makeCodesHere,
  setUpStepHere,
} from "./account-here.ts";
import {
  changePasswordForm,
  codeForm,
  confirmWithPasswordForm,
  goOnForm,
  nothing,
  sessionForm,
} from "./sign-in-schema.ts";

export const endSessionAction = formAction(sessionForm, endOneSession, () => "/account?done=ended");
export const endOthersAction = formAction(nothing, endAllOtherSessions, () => "/account?done=ended-others");
export const changePasswordAction = publicFormAction(changePasswordForm, changePasswordHere);
export const confirmWithCodeAction = publicFormAction(codeForm, confirmWithCodeHere);
export const confirmWithPasswordAction = publicFormAction(confirmWithPasswordForm, confirmWithPasswordHere);
export const setUpStepAction = publicFormAction(codeForm, setUpStepHere);
export const makeCodesAction = publicFormAction(nothing, makeCodesHere);
export const goOnAction = publicFormAction(goOnForm, goOn);
