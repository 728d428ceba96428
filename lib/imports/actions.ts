"use server";

import { formAction } from "#lib/form-action.ts";
import { confirmImport } from "./commands.ts";
import { confirmForm } from "./schema.ts";

export const confirmImportAction = formAction(confirmForm, confirmImport, ({ importId }) => `/imports/${importId}`);
