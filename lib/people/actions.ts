"use server";

import { formAction, publicFormAction } from "#lib/form-action.ts";
import {
  keepSession,
  signInAsDemo,
  signInWithCode,
  signInWithNewStep,
  signInWithPassword,
  signOut,
  switchRole,
  takeUpAsDemoHere,
  takeUpWithNewPasswordHere,
  takeUpWithPasswordHere,
} from "./commands.ts";
import { landingPage } from "./policy.ts";
import { returnForm } from "./return-schema.ts";
import {
  codeForm,
  demoSignInForm,
  nothing,
  signInForm,
  switchRoleForm,
  takeUpForm,
  takeUpWithNewPasswordForm,
  takeUpWithPasswordForm,
} from "./sign-in-schema.ts";

export const signInAction = publicFormAction(signInForm, signInWithPassword);
export const demoSignInAction = publicFormAction(demoSignInForm, signInAsDemo);
export const codeAction = publicFormAction(codeForm, signInWithCode);
export const newStepAction = publicFormAction(codeForm, signInWithNewStep);
export const takeUpAsDemoAction = publicFormAction(takeUpForm, takeUpAsDemoHere);
export const takeUpWithPasswordAction = publicFormAction(takeUpWithPasswordForm, takeUpWithPasswordHere);
export const takeUpWithNewPasswordAction = publicFormAction(takeUpWithNewPasswordForm, takeUpWithNewPasswordHere);
export const signOutAction = publicFormAction(nothing, signOut);
export const switchRoleAction = formAction(switchRoleForm, switchRole, landingPage);
export const keepSessionAction = formAction(returnForm, keepSession, (_kept, { path }) => path);
