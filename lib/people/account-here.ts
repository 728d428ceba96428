/** What somebody does about their own account, as a browser does it: who asks, the command, and where it leads. */
import "server-only";
import { dropCookie } from "#lib/auth/session.ts";
import { keepCodes } from "#lib/auth/shown-once.ts";
import { confirmWithCode, confirmWithPassword } from "./confirm-commands.ts";
import { ownerNow } from "./own-account.ts";
import { makeOwnCodes, setUpOwnStep } from "./own-step-commands.ts";
import { changePassword } from "./password-commands.ts";
import { CODES_PAGE } from "./sign-in-rules.ts";

/** Where to, when nobody said: the form that asked is open in another tab. */
const CONFIRMED = "/confirm?done=yes";

type Back = { readonly path?: string | undefined };

export async function confirmWithCodeHere(input: Back & { oneTimeCode: string }): Promise<string> {
  await confirmWithCode(await ownerNow(), input);
  return input.path ?? CONFIRMED;
}

export async function confirmWithPasswordHere(input: Back & { password: string }): Promise<string> {
  await confirmWithPassword(await ownerNow(), input);
  return input.path ?? CONFIRMED;
}

export async function changePasswordHere(input: { presentPassword: string; newPassword: string }): Promise<string> {
  await changePassword(await ownerNow(), input);
  return "/account?done=password";
}

/** Leads to the recovery codes that go with the new second step. */
export async function setUpStepHere(input: { oneTimeCode: string }): Promise<string> {
  const owner = await ownerNow();
  await keepCodes(owner.actor.userId, await setUpOwnStep(owner, input));
  return CODES_PAGE;
}

export async function makeCodesHere(): Promise<string> {
  const owner = await ownerNow();
  await keepCodes(owner.actor.userId, await makeOwnCodes(owner));
  return CODES_PAGE;
}

/** Away from the recovery codes, which are not shown again. */
export async function goOn({ path }: Back): Promise<string> {
  await dropCookie("codes");
  return path ?? "/account";
}
