import type { ActFilter } from "./filter-schema.ts";

/**
 * What an export was asked for, as its own line of the record says it: the people by id, since what was typed may be an
 * e-mail address, which never goes on record.
 */
export function filterInWords(filter: ActFilter, people: readonly string[] | null): string {
  const { from, until, organisation, role, action, request } = filter;
  const said = [
    from && `from ${from}`,
    until && `until ${until}`,
    people && (people.length === 0 ? "of nobody" : `of ${people.map((id) => `person ${id}`).join(" or ")}`),
    organisation && `in organisation ${organisation}`,
    role && `as ${role}`,
    action && `of the kind “${action}”`,
    request && `in the request ${request}`,
  ].filter(Boolean);
  return said.length === 0 ? "every act" : `acts ${said.join(", ")}`;
}
