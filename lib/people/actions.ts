"use server";

import { formAction, publicFormAction } from "#lib/form-action.ts";
import { keepSession, signInAsDemo, signInWithPassword, signOut, switchRole } from "./commands.ts";
import { landingPage } from "./policy.ts";
import { returnForm } from "./return-schema.ts";
import { demoSignInForm, nothing, signInForm, switchRoleForm } from "./schema.ts";

export const signInAction = publicFormAction(signInForm, signInWithPassword);
export const demoSignInAction = publicFormAction(demoSignInForm, signInAsDemo);
export const signOutAction = formAction(nothing, signOut, () => "/sign-in?signed-out=yes");
export const switchRoleAction = formAction(switchRoleForm, switchRole, landingPage);
export const keepSessionAction = formAction(returnForm, keepSession, (_kept, { path }) => path);
