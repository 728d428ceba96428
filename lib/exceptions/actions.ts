"use server";

import { formAction } from "#lib/form-action.ts";
import { draftReport, giveReport, noteSeen } from "./commands.ts";
import { exceptionPath } from "./paths.ts";
import { giveForm, reportForm, seenForm } from "./schema.ts";

export const draftReportAction = formAction(
  reportForm,
  draftReport,
  ({ code, month, version }, { press }) =>
    `${exceptionPath(code, month)}?${press === "check" ? "check=yes" : `done=saved-${version}`}`,
);
export const giveReportAction = formAction(
  giveForm,
  giveReport,
  ({ code, month }) => `${exceptionPath(code, month)}?done=given`,
);
export const noteSeenAction = formAction(
  seenForm,
  noteSeen,
  ({ code, month }) => `${exceptionPath(code, month)}?done=seen`,
);
