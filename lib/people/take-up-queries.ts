/**
 * A link that somebody was given, read by its token alone: whoever holds it need not be signed in, and opening it changes
 * nothing, since mail scanners open links too. What is used, taken back, too old or made by somebody who no longer keeps
 * people looks like what never was.
 */
import "server-only";
import { DEMO_ISSUER, PASSWORD_ISSUER } from "#lib/auth/issuers.ts";
import { hashToken } from "#lib/auth/session.ts";
import { dateColumn, isoDate, longMoment } from "#lib/dates.ts";
import { env } from "#lib/env.ts";
import type { SystemScope } from "#lib/scope.ts";
import type { Role } from "./schema.ts";

/**
 * How the holder shows that the account is theirs. An account that exists is shown by its own password, so that nobody
 * takes it over by an invitation to a role; "no way": it signs in elsewhere, or is closed.
 */
export type Proof = "a new password" | "the present password" | "the demonstration" | "no way";

export type TakeUp = {
  readonly invitationId: string;
  readonly email: string;
  readonly name: string;
  readonly personId: string | null;
  readonly areaId: string;
  readonly area: string;
  readonly invitedBy: string;
  /** The role that waits; null where the link is for a new password. */
  readonly role: {
    readonly role: Role;
    readonly organisationId: string;
    readonly organisation: string;
    readonly fromOn: string;
    readonly toOn: string | null;
  } | null;
  readonly proof: Proof;
  /** "29 November 2026 at 14:05" */
  readonly until: string;
};

const TOKEN = /^[\w-]{43}$/;

type Invited = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly personId: string | null;
  readonly areaId: string;
  readonly area: string;
  readonly invitedBy: string;
  readonly organisationId: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly fromOn: Date | null;
  readonly toOn: Date | null;
  readonly expiresAt: Date;
};

export async function findTakeUp(scope: SystemScope, token: string): Promise<TakeUp | null> {
  if (!TOKEN.test(token)) return null;
  const [found] = await scope.db.$queryRaw<Invited[]>`
    select i.id, i.email, i.display_name as name, i.person_id as "personId", i.area_id as "areaId", a.name as area,
      m.name as "invitedBy", i.organisation_id as "organisationId", o.name as organisation, i.role,
      i.from_on as "fromOn", i.to_on as "toOn", i.expires_at as "expiresAt"
    from invitation i join area a on a.id = i.area_id join role_holding r on r.id = i.made_by_id
      and r.from_on <= portal.today() and (r.to_on is null or r.to_on > portal.today())
    join organisation m on m.id = r.organisation_id left join organisation o on o.id = i.organisation_id
    where i.token_hash = ${hashToken(token)} and i.used_at is null and i.ended_at is null and i.expires_at > now()`;
  if (!found) return null;
  const account = await findAccount(scope, found);
  const role = roleOf(found);
  if (role ? role.toOn !== null && role.toOn <= scope.today.toString() : !(await isOnlyHere(scope, found))) return null;
  const { id: invitationId, email, areaId, area, invitedBy } = found;
  return {
    ...{ invitationId, email, areaId, area, invitedBy, role },
    // As the administrator wrote it: what another area calls this person is not theirs to learn.
    ...{ name: found.name, personId: account?.id ?? null },
    proof: proofOf(scope, account, role === null),
    until: longMoment(found.expiresAt),
  };
}

function roleOf({ organisationId, organisation, role, fromOn, toOn }: Invited): TakeUp["role"] {
  if (!organisationId || !organisation || !role || !fromOn) return null;
  return { role: role as Role, organisationId, organisation, fromOn: isoDate(fromOn), toOn: toOn && isoDate(toOn) };
}

type Account = {
  readonly id: string;
  readonly name: string;
  readonly endedOn: Date | null;
  readonly hasPassword: boolean;
  readonly isOfDemo: boolean;
};

async function findAccount({ db }: SystemScope, { personId, email }: Invited): Promise<Account | null> {
  const [account] = await db.$queryRaw<Account[]>`
    select p.id, p.display_name as name, p.ended_on as "endedOn",
      exists (select from password w where w.person_id = p.id) and exists (
        select from identity n where n.person_id = p.id and n.issuer = ${PASSWORD_ISSUER}) as "hasPassword",
      exists (select from identity n where n.person_id = p.id and n.issuer = ${DEMO_ISSUER}) as "isOfDemo"
    from person p where case when ${personId}::uuid is null then p.email = ${email} else p.id = ${personId}::uuid end`;
  return account ?? null;
}

function proofOf({ today }: SystemScope, account: Account | null, forPassword: boolean): Proof {
  if (!account) return forPassword ? "no way" : "a new password";
  if (account.endedOn && isoDate(account.endedOn) <= today.toString()) return "no way";
  if (account.hasPassword) return forPassword ? "a new password" : "the present password";
  return env().demo && account.isOfDemo && !forPassword ? "the demonstration" : "no way";
}

/** A role elsewhere that came after the link was made: this area alone may not open the account any more. */
async function isOnlyHere({ db, today }: SystemScope, { personId, areaId }: Invited): Promise<boolean> {
  const day = dateColumn(today.toString());
  const elsewhere = await db.roleHolding.count({
    where: { personId: personId ?? "", areaId: { not: areaId }, OR: [{ toOn: null }, { toOn: { gt: day } }] },
  });
  return elsewhere === 0;
}
