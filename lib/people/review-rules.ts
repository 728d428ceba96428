/**
 * What makes somebody who reviews the access of an area look twice at a role. The limits are the portal's own: the access
 * rule sets none.
 */
import { daysBetween } from "#lib/dates.ts";

export const SIGNS = [
  "person left",
  "no second step",
  "never used",
  "not used for 90 days",
  "ends within 30 days",
] as const;
export type Sign = (typeof SIGNS)[number];

const DAYS_UNUSED = 90;
const DAYS_TO_END = 30;

export type Held = {
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly lastUsedOn: string | null;
  readonly personEndedOn: string | null;
  /** Whether the role asks for a second step when signing in, and whether the person has set one up. */
  readonly needsSecondStep: boolean;
  readonly hasSecondStep: boolean;
};

export function signsOf(held: Held, today: string): Sign[] {
  const signs: Record<Sign, boolean> = {
    "person left": held.personEndedOn !== null && held.personEndedOn <= today,
    "no second step": held.needsSecondStep && !held.hasSecondStep,
    "never used": held.lastUsedOn === null,
    "not used for 90 days": held.lastUsedOn !== null && daysBetween(held.lastUsedOn, today) >= DAYS_UNUSED,
    "ends within 30 days": held.toOn !== null && daysBetween(today, held.toOn) <= DAYS_TO_END,
  };
  return SIGNS.filter((sign) => signs[sign]);
}

/** The most doubtful first: by the gravest sign, then by how many; the rest stay as they stand. */
export function doubtfulFirst<T extends { readonly signs: readonly Sign[] }>(rows: readonly T[]): T[] {
  const gravity = ({ signs }: T) => (signs[0] === undefined ? SIGNS.length : SIGNS.indexOf(signs[0]));
  return rows.toSorted((one, other) => gravity(one) - gravity(other) || other.signs.length - one.signs.length);
}
