"use server";

import { formAction } from "#lib/form-action.ts";
import { markNoticesSeen } from "./commands.ts";
import { seenForm } from "./schema.ts";

export const markNoticesSeenAction = formAction(seenForm, markNoticesSeen, ({ landing }) => landing);
