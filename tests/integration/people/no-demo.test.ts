import { expect, test } from "vitest";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { visit } from "#tests/support/visit.ts";

const { owner, world } = await openTestDatabase();
const { beginAsDemo } = await import("#lib/people/begin-commands.ts");

test("outside the demonstration nobody gets in as one of its people, even if they are there", async () => {
  const email = "officer@demo.example";
  const personId = await makePerson(owner, { email, issuer: "portal demonstration" });
  await makeRole(owner, { areaId: world.here.areaId, organisationId: world.here.council, personId, role: "auditor" });
  await expect(beginAsDemo({ email }, visit())).rejects.toMatchObject({ name: "NotAllowed" });
  expect(await owner.session.count()).toBe(0);
});
