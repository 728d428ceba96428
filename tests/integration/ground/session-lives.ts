/** Sessions at every turn of their lives: which of them still open a scope, by the access rule and README. */

import { hashToken } from "#lib/auth/session.ts";
import { makePerson, makeRole, makeSession } from "#prisma/factories.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { addedDays } from "#tests/support/days.ts";

type Life = {
  readonly alive: boolean;
  /** Minutes ago. */
  readonly started?: number;
  readonly seen?: number;
  readonly signedOut?: true;
  /** Days from today: the role's first day, and the first on which it no longer holds. */
  readonly roleFrom?: number;
  readonly roleTo?: number;
  readonly personEnded?: number;
  readonly role?: "of another person";
  readonly awaiting?: string;
  readonly method?: string;
  /** Minutes ago. */
  readonly confirmed?: number;
  /** Beside the session's own: held today, over, to come. */
  readonly otherRoles?: true;
};

const LIVES = {
  "just begun": { alive: true },
  "last seen 29 minutes ago": { alive: true, seen: 29, started: 200 },
  "last seen 31 minutes ago": { alive: false, seen: 31, started: 200 },
  "begun 11 hours and 59 minutes ago, busy ever since": { alive: true, started: 719, seen: 0 },
  "begun 12 hours and a minute ago, busy ever since": { alive: false, started: 721, seen: 0 },
  "that was signed out": { alive: false, signedOut: true },
  "of a role that begins today": { alive: true, roleFrom: 0 },
  "of a role that begins tomorrow": { alive: false, roleFrom: 1 },
  "of a role that ends tomorrow": { alive: true, roleTo: 1 },
  "of a role that ends today": { alive: false, roleTo: 0 },
  "of a role that ended yesterday": { alive: false, roleTo: -1 },
  "of a person who leaves tomorrow": { alive: true, personEnded: 1 },
  "of a person who leaves today": { alive: false, personEnded: 0 },
  "of a person who left yesterday": { alive: false, personEnded: -1 },
  "in the role of another person": { alive: false, role: "of another person" },
  "that awaits a code": { alive: false, awaiting: "a code" },
  "that awaits a second step": { alive: false, awaiting: "a second step" },
  "of the demonstration": { alive: true, method: "demonstration" },
  "confirmed 9 minutes ago": { alive: true, confirmed: 9 },
  "confirmed 11 minutes ago": { alive: true, confirmed: 11 },
  "last seen a minute and a half ago": { alive: true, seen: 1.5 },
  "last seen in a minute, by a clock that was set": { alive: true, seen: -1 },
  "of a person with other roles": { alive: true, otherRoles: true },
} as const satisfies Record<string, Life>;

export type LifeName = keyof typeof LIVES;
const NAMES = Object.keys(LIVES) as LifeName[];
export const ALIVE = NAMES.filter((name) => LIVES[name].alive);
export const DEAD = NAMES.filter((name) => !LIVES[name].alive);

export type MadeLife = Life & { readonly token: string; readonly personId: string; readonly roleId: string };

/** Makes one session of each kind. */
export async function makeLives({ owner, world }: TestDatabase): Promise<Map<LifeName, MadeLife>> {
  const { areaId, council: organisationId } = world.here;
  const held = { areaId, organisationId, role: "council leader" } as const;
  const stranger = await makeRole(owner, { ...held, personId: await makePerson(owner) });
  const made = new Map<LifeName, MadeLife>();
  for (const name of NAMES) {
    const life: Life = LIVES[name];
    const { started = 0, seen = 0, roleFrom = -300, roleTo, personEnded } = life;
    const endedOn = personEnded === undefined ? {} : { endedOn: addedDays(personEnded) };
    const personId = await makePerson(owner, { displayName: `Somebody ${name}`, ...endedOn });
    const toOn = roleTo === undefined ? {} : { toOn: addedDays(roleTo) };
    const own = await makeRole(owner, { ...held, personId, fromOn: addedDays(roleFrom), ...toOn });
    if (life.otherRoles) {
      await makeRole(owner, { ...held, personId });
      await makeRole(owner, { ...held, personId, toOn: addedDays(0) });
      await makeRole(owner, { ...held, personId, fromOn: addedDays(1) });
    }
    const roleId = life.role ? stranger : own;
    const token = await makeSession(owner, { personId, roleId, startedAt: ago(started), lastSeenAt: ago(seen) });
    const { awaiting = null, method = "password", confirmed } = life;
    const confirmedAt = confirmed === undefined ? null : ago(confirmed);
    const data = { awaiting, method, confirmedAt, endedAt: life.signedOut ? new Date() : null };
    await owner.session.update({ where: { tokenHash: hashToken(token) }, data });
    made.set(name, { ...life, token, personId, roleId });
  }
  return made;
}

function ago(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000);
}
