/** What the administrator's forms may send. */
import { z } from "zod";
import { text } from "#lib/text.ts";
import { ROLES } from "./schema.ts";

function isDay(typed: string): boolean {
  const moment = new Date(`${typed}T00:00:00Z`);
  return /^20\d\d-\d\d-\d\d$/.test(typed) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(typed);
}

const aDay = (empty: string) =>
  z.string(empty).min(1, empty).refine(isDay, "Enter a day that exists, as 2026-11-22: year, month, day");
const dayOrNone = z
  .string()
  .optional()
  .transform((typed) => typed ?? "")
  .refine((typed) => typed === "" || isDay(typed), "Enter a day that exists, as 2026-11-22: year, month, day")
  .transform((typed) => (typed === "" ? null : typed));

const place = {
  organisationId: z.uuid("Choose an organisation"),
  role: z.enum(ROLES, "Choose a role"),
  fromOn: aDay("Enter the day on which the role begins"),
  toOn: dayOrNone,
};

export const inviteForm = z.object({
  displayName: text(200, "Enter their name"),
  email: text(254, "Enter their e-mail address")
    .transform((typed) => typed.toLowerCase())
    .pipe(
      z.string().regex(/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/, "Enter an e-mail address, like name@example.org"),
    ),
  ...place,
});
export type InviteInput = z.output<typeof inviteForm>;

export const giveRoleForm = z.object({ personId: z.uuid("Choose a person"), ...place });
export type GiveRoleInput = z.output<typeof giveRoleForm>;

const roleId = z.uuid("Choose a role");

/** `was` is the end that the form showed, "" for none: somebody else may have changed it since. */
export const changeEndForm = z.object({
  roleId,
  was: z.string().max(10),
  toOn: aDay("Enter the day on which it ends"),
});
export type ChangeEndInput = z.output<typeof changeEndForm>;

export const endRoleForm = z.object({ roleId });

export const leaverForm = z.object({
  roleId,
  toRoleId: z.uuid("Choose who takes over what they have in hand"),
  endOn: aDay("Enter the day on which the role ends"),
});
export type LeaverInput = z.output<typeof leaverForm>;

export const invitationForm = z.object({ invitationId: z.uuid("Choose an invitation") });
export const personForm = z.object({ personId: z.uuid("Choose a person") });
