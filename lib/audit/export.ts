import "server-only";
import { RuleBroken } from "#lib/errors.ts";
import { answerExport } from "#lib/export-answer.ts";
import { exportActs } from "./export-commands.ts";
import { filterAddress, readFilter } from "./filter-schema.ts";

/** Answers with the acts that the filter in the form names, as a file. */
export function answerActsExport(request: Request): Promise<Response> {
  return answerExport(request, {
    name: "record-of-acts",
    read: readFilter,
    make: async (scope, { filter }) => {
      if (!filter) throw new RuleBroken("from", "The filter is wrong.");
      return exportActs(scope, filter);
    },
    page: ({ typed }, refused) => `/audit?${filterAddress(typed, refused && { refused })}`,
  });
}
