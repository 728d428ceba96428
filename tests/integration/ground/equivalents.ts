/**
 * Changes to a wall that change nothing, by hand, each with its reason: a second lock on a door that another keeps shut.
 * `*` stands for any text. One that no longer names a change is an error, so that the list cannot outlive its reasons.
 */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  // A role is held in one area, and every table that names one carries its area in that key.
  "its_reader on import: true for (area_id = *": "whose reader one is, is of one's own area by its key",
  "data_officer_confirms on import: true for (area_id = *": "whose reader one is, is of one's own area by its key",
  "of_what_is_seen on exception_seen: true for (area_id = *": "a report that one sees is of one's own area",
  "own_or_for_the_board on exception_words: true for (area_id = *": "a report that one sees is of one's own area",
  "portal.hand_over: true for s.area_id = r.area_id": "a report's id is one report's in all areas",

  // Whoever keeps no roles finds none but their own, so that what is looked up through roles is their own already.
  "own_or_kept on person: true for (( SELECT portal.role() *": "whoever keeps no roles finds only their own",
  "own_or_kept on person: with the * beside 2": "whoever keeps no roles finds only their own",
  "own_or_administered on second_step: with the * beside 1": "whoever keeps no roles finds only their own",
  "administered_sessions on session: with the * beside 1": "whoever keeps no roles finds only their own",
  "administered_sessions on session: true for (role_holding.area_id *":
    "the administrator finds roles of the area and their own",

  // Reports in draft are found by their own organisation alone, and never by the chair.
  "chair_says on exception_seen: true for (r.given_at *": "the chair finds no report that was not given",
  "chair_says on exception_seen: with the * beside 1": "whoever reads no figures exactly finds no report",
  "own_or_for_the_board on exception_words: true for (( SELECT portal.role() *":
    "the chair finds no report that was not given",
  "own_or_for_the_board on exception_words: true for (r.given_at *": "one that was not given is found by its own alone",

  "data_officer_publishes on published_figure: true for (p.audience = 'partners'::text)":
    "of the other audiences, one is for anyone and the other for the board itself",
  "own_sessions_change on session: true for (person_id = *":
    "a change that looks for a session finds one's own alone; one that does not meets others' roles and is refused",
  "portal.reads_audience: true for false": "there is no audience but the three: the tables' checks see to it",
};

/** The list's entry for this change, or undefined. */
export function equivalentOf(name: string): string | undefined {
  return Object.keys(EQUIVALENT).find((pattern) => {
    const [head = "", ...rest] = pattern.split("*");
    const tail = rest.at(-1) ?? "";
    return rest.length === 0 ? name === pattern : name.startsWith(head) && name.endsWith(tail);
  });
}
