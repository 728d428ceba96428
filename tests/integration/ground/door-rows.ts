/** What signing in and the administrator keep: second steps, codes, counts of refusals, invitations, roles that ended. */
import { dateColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import type { TestDatabase } from "#tests/support/database.ts";

const bytes = (said: string) => new Uint8Array(Buffer.from(said));
const HOUR_MS = 3_600_000;

export async function makeDoorRows({ owner, world, sitter }: TestDatabase) {
  const { areaId, council } = world.here;
  const forum = await sitter("forum representative");
  const administrator = await sitter("administrator");
  const personId = await makePerson(owner);
  const held = { areaId, personId, organisationId: council, role: "case officer" as const };
  const ended = await makeRole(owner, { ...held, toOn: "2022-04-01" });
  /** Somebody who also holds a role in the other area. */
  const both = await makePerson(owner);
  await makeRole(owner, { ...held, personId: both });
  await makeRole(owner, {
    ...held,
    personId: both,
    areaId: world.elsewhere.areaId,
    organisationId: world.elsewhere.council,
  });
  await owner.secondStep.create({
    data: { personId: forum.personId, secret: bytes("secret"), confirmedAt: new Date() },
  });
  await owner.recoveryCode.create({
    data: { personId: forum.personId, codeHash: bytes("code"), madeAt: new Date() },
  });
  await owner.signInBrake.create({ data: { key: bytes("now"), failures: 1, lastAt: new Date() } });
  const lastWeek = new Date(Date.now() - 7 * 24 * HOUR_MS);
  await owner.signInBrake.create({ data: { key: bytes("last week"), failures: 1, lastAt: lastWeek } });
  const invite = async (token: string, more: object = {}) => {
    const id = uuidv7();
    const whom = { email: `${token}@test.example`, displayName: "Somebody", organisationId: council, role: "senco" };
    const made = { madeById: administrator.roleId, madeAt: new Date(), expiresAt: new Date(Date.now() + HOUR_MS) };
    const what = { kind: "role", fromOn: dateColumn("2022-04-01"), tokenHash: bytes(token) };
    await owner.invitation.create({ data: { id, areaId, ...whom, ...made, ...what, ...more } });
    return id;
  };
  return {
    ended,
    administrator,
    both,
    invitation: await invite("alive"),
    takenBack: await invite("taken-back", { endedAt: new Date() }),
  };
}
