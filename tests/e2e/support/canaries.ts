/**
 * Strings that stand nowhere but in one row each, in every column that a person could read, and who may read that row:
 * by hand, from the access rule, for the people of the demonstration.
 */
import { ANYONE, type OwnPortal } from "./own-portal.ts";

export const COUNCIL = ["council.leader", "council.casework", "council.ep", "council.data"];
export const ICB = ["icb.leader", "icb.health"];
export const BOARD = ["council.leader", "council.data", "icb.leader", "trust.leader", "board.chair"];
const SCHOOLS = ["school.senco", "school.head", "school.senco2"];
export const EXACT = [...COUNCIL, ...ICB, "trust.leader", "trust.social-care", ...SCHOOLS, "board.chair"];
export const PARTNERS = [...EXACT, "forum.rep"];
export const KEEPERS = ["admin", "auditor"];
export const ELSEWHERE = ["nel.leader"];
/** Whoever follows an invitation's link. */
export const INVITED = "whoever holds an invitation";
export const EVERYBODY = [...PARTNERS, ...KEEPERS, ...ELSEWHERE, ANYONE, INVITED];
export const NOBODY: readonly string[] = [];

export function both(...lists: (readonly string[])[]): string[] {
  return [...new Set(lists.flat())];
}

/** `unshown`: why no page has a place for it, though they may read it; null where some page must show it to one of them. */
export type Canary = {
  readonly text: string;
  readonly what: string;
  readonly readers: readonly string[];
  readonly unshown: string | null;
};

export type Holder = Readonly<Record<"id" | "person_id" | "area_id" | "organisation_id", string>>;

/** Where canaries are planted: each in a row of its own, or in one that only it has changed. */
export class Aviary {
  readonly portal: OwnPortal;
  readonly canaries: Canary[] = [];
  /** Addresses of planted rows, whoever may open them. */
  readonly addresses: string[] = [];
  /** The link that an invitation was sent with. */
  invitation = "";

  constructor(portal: OwnPortal) {
    this.portal = portal;
  }

  /** A new canary's text. `what` says where it stands, as a failing test would. */
  say(what: string, readers: readonly string[], unshown: string | null = null): string {
    const text = `zq${String(this.canaries.length).padStart(3, "0")}${Math.random().toString(36).slice(2, 8)}qz`;
    this.canaries.push({ text, what, readers, unshown });
    return text;
  }

  async holder(name: string): Promise<Holder> {
    const [found] = await this.portal.rows(
      `select r.id, r.person_id, r.area_id, r.organisation_id from role_holding r join person p on p.id = r.person_id
       where p.email = $1 order by r.from_on limit 1`,
      `${name}@demo.example`,
    );
    if (!found) throw new Error(`The demonstration has nobody called ${name} with a role.`);
    return found as Holder;
  }
}

/** Text as Postgres takes bytes. */
export function bytes(text: string | Uint8Array): string {
  return `\\x${Buffer.from(text).toString("hex")}`;
}
