/** What the forms of signing in and of one's own account may send. */
import { z } from "zod";
import { text } from "#lib/text.ts";
import { shapeProblem } from "./password-rules.ts";
import { returnPath } from "./return-schema.ts";

/** Existing passwords are as long as they are. */
const anyPassword = z
  .string("Enter your password")
  .min(1, "Enter your password")
  .max(1024, "Enter a shorter password: at most 1,024 characters");

const newPassword = z.string("Choose a password").superRefine((typed, context) => {
  const problem = shapeProblem(typed);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
});

/** Six digits or a recovery code, with whatever spaces and hyphens. */
const oneTimeCode = text(64, "Enter the code");

export const signInForm = z.object({
  email: text(254, "Enter your e-mail address").transform((typed) => typed.toLowerCase()),
  password: anyPassword,
  path: returnPath,
});
export const demoSignInForm = z.object({ email: text(254, "Choose who to sign in as"), path: returnPath });
export const codeForm = z.object({ oneTimeCode, path: returnPath });
export const confirmWithPasswordForm = z.object({ password: anyPassword, path: returnPath });

export const switchRoleForm = z.object({ roleId: z.uuid("Choose a role") });
export const sessionForm = z.object({ sessionId: z.uuid("Choose a session") });
export const changePasswordForm = z.object({ presentPassword: anyPassword, newPassword });

const invitation = { token: z.string().max(100) };
export const takeUpForm = z.object(invitation);
export const takeUpWithPasswordForm = z.object({ ...invitation, password: anyPassword });
export const takeUpWithNewPasswordForm = z.object({ ...invitation, newPassword });

export const nothing = z.object({});
export const goOnForm = z.object({ path: returnPath });
