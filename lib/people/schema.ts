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
