"use server";

import { formAction } from "#lib/form-action.ts";
import { draftCommentary, publishCommentary, withdrawCommentary } from "./commands.ts";
import { commentaryPath } from "./paths.ts";
import { draftForm, publishDraftForm, withdrawForm } from "./schema.ts";

export const draftCommentaryAction = formAction(
  draftForm,
  draftCommentary,
  ({ version }, { code, month, press }) =>
    `${commentaryPath(code, month)}&${press === "check" ? "check=yes" : `done=saved-${version}`}`,
);
export const publishCommentaryAction = formAction(
  publishDraftForm,
  publishCommentary,
  ({ code, month }) => `${commentaryPath(code, month)}&done=published`,
);
export const withdrawCommentaryAction = formAction(
  withdrawForm,
  withdrawCommentary,
  ({ code, month }) => `${commentaryPath(code, month)}&done=withdrawn`,
);
