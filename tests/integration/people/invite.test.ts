import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NotAllowed, NotConfirmed } from "#lib/errors.ts";
import {
  invite,
  type Link,
  makePasswordLink,
  renewInvitation,
  takeBackInvitation,
} from "#lib/people/invite-commands.ts";
import { findInvitation, listWaiting } from "#lib/people/invite-queries.ts";
import { ROLES } from "#lib/people/schema.ts";
import type { Scope } from "#lib/scope.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole, sitter } = await openTestDatabase();
const today = Temporal.Now.plainDateISO("Europe/London");
const admin = "administrator";

function as<T>(seat: Seat, work: (scope: Scope) => Promise<T>): Promise<T> {
  return asRole(seat, (scope) => work({ ...scope, actor: { ...scope.actor, confirmed: true } }), "write");
}

let people = 0;
function somebody(more: object = {}) {
  people += 1;
  return {
    ...{ displayName: "Somebody New", email: `new-${people}@test.example` },
    ...{ organisationId: world.here.school, role: "senco" as const, fromOn: today.toString(), toOn: null },
    ...more,
  };
}

async function linkFor(input: ReturnType<typeof somebody>, seat: Seat = admin): Promise<Link> {
  const answer = await as(seat, (scope) => invite(scope, input));
  if (!("link" in answer)) throw new Error("They were given the role without a link.");
  return answer;
}

function invitationsTo(email: string) {
  return owner.invitation.findMany({ where: { email }, orderBy: { madeAt: "asc" } });
}

async function idOf(email: string): Promise<string> {
  const [invitation] = await invitationsTo(email);
  if (!invitation) throw new Error("Nobody is invited.");
  return invitation.id;
}

describe("an invitation", () => {
  test("is a link of which only the hash is kept, that works for seven days", async () => {
    const input = somebody();
    const { link } = await linkFor(input);
    const token = /^http:\/\/localhost:3000\/invitation\/([\w-]{43})$/.exec(link)?.[1] ?? "";
    const [kept] = await invitationsTo(input.email);
    expect(Buffer.from(kept?.tokenHash ?? []).toString("hex")).toBe(createHash("sha256").update(token).digest("hex"));
    expect(JSON.stringify(kept)).not.toContain(token);
    expect((kept?.expiresAt.getTime() ?? 0) - (kept?.madeAt.getTime() ?? 0)).toBe(7 * 24 * 3600 * 1000);
    const acts = await owner.auditEntry.findMany({ where: { subject: { contains: kept?.id ?? "" } } });
    expect(acts.map(({ action, subject }) => [action, subject])).toEqual([
      ["invited somebody", `invitation ${kept?.id} as senco at organisation ${world.here.school}`],
    ]);
  });

  test("of somebody who has a role in the area is the role itself, at once", async () => {
    const personId = await makePerson(owner, { email: "known@test.example" });
    const place = { areaId: world.here.areaId, organisationId: world.here.school };
    await makeRole(owner, { ...place, personId, role: "head teacher" });
    const answer = await as(admin, (scope) => invite(scope, somebody({ email: "known@test.example" })));
    expect(answer).toHaveProperty("roleId");
    expect(await owner.roleHolding.count({ where: { personId, role: "senco" } })).toBe(1);
    expect(await invitationsTo("known@test.example")).toEqual([]);
  });

  test("of somebody of another area is a link like any other: that they are known there is not said", async () => {
    const personId = await makePerson(owner, { email: "there@test.example" });
    const place = { areaId: world.elsewhere.areaId, organisationId: world.elsewhere.school };
    await makeRole(owner, { ...place, personId, role: "senco" });
    await linkFor(somebody({ email: "there@test.example" }));
    expect((await invitationsTo("there@test.example"))[0]?.personId).toBeNull();
  });

  test("is not made twice", async () => {
    const input = somebody();
    await linkFor(input);
    await expect(linkFor(input)).rejects.toMatchObject({ field: "email", link: { text: "The invitation" } });
  });

  test.each([
    ["to a role that such an organisation has not", { role: "icb leader" }, "role"],
    ["to an organisation of another area", { organisationId: "elsewhere" }, "organisationId"],
    ["from a day in the past", { fromOn: "2022-01-01" }, "fromOn"],
  ])("%s is refused at its field", async (_what, more, field) => {
    const input = somebody(more);
    if (input.organisationId === "elsewhere") input.organisationId = world.elsewhere.school;
    await expect(linkFor(input)).rejects.toMatchObject({ field });
  });

  test("taken back opens nothing, once", async () => {
    const input = somebody();
    await linkFor(input);
    const invitationId = await idOf(input.email);
    await as(admin, (scope) => takeBackInvitation(scope, { invitationId }));
    const again = as(admin, (scope) => takeBackInvitation(scope, { invitationId }));
    await expect(again).rejects.toThrow(/used or taken back meanwhile/);
    expect((await as(admin, (scope) => findInvitation(scope, invitationId)))?.standing).toBe("taken back");
    expect((await as(admin, listWaiting)).map(({ email }) => email)).not.toContain(input.email);
  });

  test("gets a new link, and the old one opens nothing any more", async () => {
    const input = somebody({ toOn: today.add({ days: 40 }).toString() });
    const { link } = await linkFor(input);
    const first = await idOf(input.email);
    const renewed = await as(admin, (scope) => renewInvitation(scope, { invitationId: first }));
    expect(renewed.link).not.toBe(link);
    const [old, latest] = await invitationsTo(input.email);
    expect(old?.endedAt).not.toBeNull();
    expect(latest).toMatchObject({ endedAt: null, role: "senco", organisationId: world.here.school, toOn: old?.toOn });
  });

  test("that was used is neither taken back nor made anew", async () => {
    const input = somebody();
    await linkFor(input);
    const invitationId = await idOf(input.email);
    const personId = await makePerson(owner);
    await owner.invitation.update({ where: { id: invitationId }, data: { usedAt: new Date(), personId } });
    for (const command of [takeBackInvitation, renewInvitation])
      await expect(as<unknown>(admin, (scope) => command(scope, { invitationId }))).rejects.toThrow(
        /used or taken back/,
      );
  });
});

describe("a link for a new password", () => {
  test("is made for somebody of this area alone, and ends the one before", async () => {
    const { personId } = await sitter("head teacher");
    await as(admin, (scope) => makePasswordLink(scope, { personId }));
    await as(admin, (scope) => makePasswordLink(scope, { personId }));
    const made = await owner.invitation.findMany({ where: { personId }, orderBy: { madeAt: "asc" } });
    expect(made.map(({ kind, endedAt }) => [kind, endedAt === null])).toEqual([
      ["new password", false],
      ["new password", true],
    ]);
  });

  test("is refused for oneself, and for somebody with a role in another area too", async () => {
    const own = await sitter(admin);
    await expect(as(admin, (scope) => makePasswordLink(scope, own))).rejects.toThrow(/your own password/);
    const { personId } = await sitter("icb leader");
    const place = { areaId: world.elsewhere.areaId, organisationId: world.elsewhere.icb };
    await makeRole(owner, { ...place, personId, role: "icb leader" });
    await expect(as(admin, (scope) => makePasswordLink(scope, { personId }))).rejects.toThrow(/another area too/);
    expect(await owner.invitation.count({ where: { personId } })).toBe(0);
  });
});

describe("links are made by nobody else", () => {
  const others: Seat[] = [...ROLES.filter((role) => role !== admin), { role: admin, area: "elsewhere" }];
  test.each(others)("not by %j", async (seat) => {
    const input = somebody();
    await linkFor(input);
    const invitationId = await idOf(input.email);
    const { personId } = await sitter("senco");
    for (const command of [
      (scope: Scope) => takeBackInvitation(scope, { invitationId }),
      (scope: Scope) => renewInvitation(scope, { invitationId }),
      (scope: Scope) => makePasswordLink(scope, { personId }),
      (scope: Scope) => invite(scope, somebody()),
    ]) {
      await expect(as<unknown>(seat, command)).rejects.toThrow();
    }
    expect(await asRole(seat, (scope) => findInvitation(scope, invitationId))).toBeNull();
    expect((await invitationsTo(input.email))[0]?.endedAt).toBeNull();
  });

  test("nor by an administrator who has not shown that it is they", async () => {
    await expect(asRole(admin, (scope) => invite(scope, somebody()), "write")).rejects.toBeInstanceOf(NotConfirmed);
  });

  test("and one that nobody made is not there", async () => {
    const invitationId = crypto.randomUUID();
    await expect(as(admin, (scope) => renewInvitation(scope, { invitationId }))).rejects.toBeInstanceOf(NotAllowed);
  });
});
