import type { Role } from "#lib/people/schema.ts";
import type { OrganisationKey } from "./register.ts";

type DemoPerson = {
  /** The e-mail address before @demo.example. */
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisation: OrganisationKey;
};

/** The people anyone may sign in as in the demonstration. The board's chair is independent, named by the council. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { name: "council.leader", displayName: "Council leader", role: "council leader", organisation: "council" },
  { name: "council.casework", displayName: "Case officer", role: "case officer", organisation: "council" },
  { name: "council.ep", displayName: "Educational psychologist", role: "council adviser", organisation: "council" },
  { name: "council.data", displayName: "Data officer", role: "data officer", organisation: "council" },
  { name: "board.chair", displayName: "Board chair", role: "board chair", organisation: "council" },
  { name: "admin", displayName: "Administrator", role: "administrator", organisation: "council" },
  { name: "auditor", displayName: "Auditor", role: "auditor", organisation: "council" },
  { name: "icb.leader", displayName: "ICB leader", role: "icb leader", organisation: "icb" },
  { name: "icb.health", displayName: "Health officer", role: "health officer", organisation: "icb" },
  { name: "trust.leader", displayName: "Trust leader", role: "trust leader", organisation: "trust" },
  { name: "trust.social-care", displayName: "Social care officer", role: "social care officer", organisation: "trust" },
  { name: "school.senco", displayName: "SENCO", role: "senco", organisation: "primary" },
  { name: "school.head", displayName: "Head teacher", role: "head teacher", organisation: "primary" },
  { name: "school.senco2", displayName: "SENCO", role: "senco", organisation: "secondary" },
  { name: "forum.rep", displayName: "Forum representative", role: "forum representative", organisation: "voice" },
  { name: "nel.leader", displayName: "Council leader", role: "council leader", organisation: "nel" },
];
