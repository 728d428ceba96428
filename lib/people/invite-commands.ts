/**
 * Links by which somebody takes up a role, or sets a new password when the old one is lost. What a link carries is shown
 * to the administrator once and kept nowhere: the database holds its hash (lib/auth/session.ts). The portal sends nothing.
 */
import "server-only";
import { audit } from "#lib/audit.ts";
import { hashToken, newToken } from "#lib/auth/session.ts";
import { dateColumn, isoDate, longMoment } from "#lib/dates.ts";
import { env } from "#lib/env.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Scope } from "#lib/scope.ts";
import { waiting } from "./invite-queries.ts";
import { assertGivable, keepAlone } from "./keep-alone.ts";
import type { InviteInput } from "./register-schema.ts";
import { giveRole } from "./role-commands.ts";

const DAYS_A_LINK_WORKS = 7;

/** A link as it is shown, once. `until` is a moment in words. */
export type Link = { readonly link: string; readonly name: string; readonly until: string };

/**
 * Invites somebody to a role. Whoever is known in the area gets it at once: the answer is that role. Anyone else gets a
 * link; whether they have a role in another area is not this administrator's to learn.
 */
export async function invite(scope: Scope, input: InviteInput): Promise<{ roleId: string } | Link> {
  await keepAlone(scope);
  const { displayName, email, ...role } = input;
  await assertGivable(scope, role);
  const known = await scope.db.person.findUnique({ where: { email }, select: { id: true } });
  if (known) return giveRole(scope, { personId: known.id, ...role });
  const { organisationId } = role;
  const pending = await scope.db.invitation.findFirst({
    where: { ...waiting(scope), kind: "role", email, organisationId, role: role.role },
    select: { id: true },
  });
  if (pending) {
    throw new RuleBroken("email", "They are invited to this role already. Make a new link if the old one is lost.", {
      href: `/people/invitations/${pending.id}`,
      text: "The invitation",
    });
  }
  return makeInvitation(scope, { displayName, email, ...role });
}

/** Takes an invitation back: its link opens nothing any more. */
export async function takeBackInvitation(scope: Scope, { invitationId }: { invitationId: string }): Promise<void> {
  await keepAlone(scope);
  await endInvitation(scope, invitationId);
}

/** A new link for the same invitation; the old one opens nothing any more. */
export async function renewInvitation(scope: Scope, { invitationId }: { invitationId: string }): Promise<Link> {
  await keepAlone(scope);
  const { actor, db } = scope;
  const old = await db.invitation.findFirst({
    where: { id: invitationId, areaId: actor.areaId },
    select: {
      ...{ kind: true, displayName: true, email: true, personId: true },
      ...{ organisationId: true, role: true, fromOn: true, toOn: true },
    },
  });
  if (!old) throw new NotAllowed();
  await endInvitation(scope, invitationId);
  if (old.kind === "new password" && old.personId) return linkToPassword(scope, old.personId);
  const { displayName, email, organisationId, role, fromOn, toOn } = old;
  if (!organisationId || !role || !fromOn) throw new NotAllowed();
  const [, begins = ""] = [scope.today.toString(), isoDate(fromOn)].sort();
  const input = { displayName, email, organisationId, role: role as InviteInput["role"], fromOn: begins };
  const again = { ...input, toOn: toOn && isoDate(toOn) };
  await assertGivable(scope, again);
  return makeInvitation(scope, again);
}

/** A link by which somebody of the area sets a new password. Until it is used the old one, and every session, holds. */
export async function makePasswordLink(scope: Scope, { personId }: { personId: string }): Promise<Link> {
  await keepAlone(scope);
  return linkToPassword(scope, personId);
}

async function linkToPassword(scope: Scope, personId: string): Promise<Link> {
  const { actor, db } = scope;
  if (personId === actor.userId)
    throw new RuleBroken("", "Change your own password on the page of your account, or ask another administrator.");
  const person = await db.person.findUnique({ where: { id: personId }, select: { displayName: true, email: true } });
  if (!person) throw new NotAllowed();
  const [only] = await db.$queryRaw<{ here: boolean }[]>`select portal.has_roles_only_here(${personId}::uuid) as here`;
  if (!only?.here) {
    throw new RuleBroken(
      "",
      "They hold a role in another area too, so this area alone may not open their account. Ask whoever runs the portal for both areas.",
    );
  }
  await db.invitation.updateMany({
    where: { ...waiting(scope), kind: "new password", personId },
    data: { endedAt: new Date() },
  });
  const id = uuidv7();
  const link = await insertInvitation(scope, { id, kind: "new password", personId, ...person });
  await audit(scope, "made a link for a new password", `person ${personId}, invitation ${id}`);
  return link;
}

async function makeInvitation(scope: Scope, { fromOn, toOn, ...invited }: InviteInput): Promise<Link> {
  const id = uuidv7();
  const days = { fromOn: dateColumn(fromOn), toOn: toOn === null ? null : dateColumn(toOn) };
  const link = await insertInvitation(scope, { id, kind: "role", ...invited, ...days });
  const { role, organisationId } = invited;
  await audit(scope, "invited somebody", `invitation ${id} as ${role} at organisation ${organisationId}`);
  return link;
}

type Invited = {
  readonly id: string;
  readonly kind: "role" | "new password";
  readonly displayName: string;
  readonly email: string;
  readonly personId?: string;
  readonly organisationId?: string;
  readonly role?: string;
  readonly fromOn?: Date;
  readonly toOn?: Date | null;
};

async function insertInvitation({ actor, db }: Scope, invited: Invited): Promise<Link> {
  const token = newToken();
  const madeAt = new Date();
  const expiresAt = new Date(madeAt.getTime() + DAYS_A_LINK_WORKS * 24 * 60 * 60 * 1000);
  const made = { areaId: actor.areaId, madeById: actor.roleId, tokenHash: hashToken(token), madeAt, expiresAt };
  await db.invitation.createMany({ data: { ...invited, ...made } });
  return { link: `${env().origin}/invitation/${token}`, name: invited.displayName, until: longMoment(expiresAt) };
}

async function endInvitation({ actor, db, ...scope }: Scope, invitationId: string): Promise<void> {
  const ended = await db.invitation.updateMany({
    where: { id: invitationId, areaId: actor.areaId, usedAt: null, endedAt: null },
    data: { endedAt: new Date() },
  });
  if (ended.count === 0)
    throw new RuleBroken("", "This invitation was used or taken back meanwhile. Nothing was changed.");
  await audit({ actor, db, ...scope }, "took an invitation back", `invitation ${invitationId}`);
}
