import { z } from "zod";
import { text } from "#lib/text.ts";

/** The roles of the access rule; the database holds the same list (role_holding_role). */
export const ROLES = [
  "council leader",
  "case officer",
  "council adviser",
  "data officer",
  "icb leader",
  "health officer",
  "trust leader",
  "social care officer",
  "senco",
  "head teacher",
  "forum representative",
  "board chair",
  "administrator",
  "auditor",
] as const;
export type Role = (typeof ROLES)[number];

export const signInForm = z.object({
  email: text(254, "Enter your e-mail address").transform((typed) => typed.toLowerCase()),
  password: z.string().min(1, "Enter your password").max(1024, "Enter a shorter password: at most 1,024 characters"),
});

export const demoSignInForm = z.object({ email: text(254, "Choose who to sign in as") });

export const switchRoleForm = z.object({ roleId: z.uuid("Choose a role") });

export const nothing = z.object({});
