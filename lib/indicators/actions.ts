"use server";

import { formAction } from "#lib/form-action.ts";
import { submitFigure } from "./commands.ts";
import { indicatorPath } from "./paths.ts";
import { publishMonth } from "./publish-commands.ts";
import { figureForm, publishForm, targetForm } from "./schema.ts";
import { setTarget } from "./target-commands.ts";

export const submitFigureAction = formAction(
  figureForm,
  submitFigure,
  ({ code }, { month }) => `/submit?stored=${encodeURIComponent(code)}&month=${month}`,
);
export const publishMonthAction = formAction(publishForm, publishMonth, ({ month }) => `/publish?published=${month}`);
export const setTargetAction = formAction(
  targetForm,
  setTarget,
  ({ code }) => `${indicatorPath(code)}?target=kept#targets`,
);
