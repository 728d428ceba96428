/**
 * Loads the demonstration: areas, organisations and people, the catalogue of indicators, and the real figures, through
 * the commands that the product itself uses. Run again, it finds everything there and changes nothing.
 *
 *   node --conditions=react-server prisma/seed.ts      with the environment of npm start
 */
import { monthColumn } from "#lib/dates.ts";
import { defineIndicators } from "#lib/indicators/catalogue-commands.ts";
import { asPublic, asSession, asSystem, closeScopes, type Scope } from "#lib/scope.ts";
import { DEMO_MONTHS, demoFile, loadFigures } from "#prisma/demo/figures.ts";
import { loadRegister } from "#prisma/demo/register.ts";
import { makeSession } from "#prisma/factories.ts";

const DATA_OFFICER = "council.data@demo.example";
const AREA = "north-northamptonshire";

/** Publishing comes last and in the same transaction as the figures: with it, everything is there. */
async function isLoaded(): Promise<boolean> {
  const months = DEMO_MONTHS.map(monthColumn);
  const published = await asPublic(async ({ db }) => {
    const area = await db.area.findUniqueOrThrow({ where: { slug: AREA }, select: { id: true } });
    return db.publication.findMany({
      where: { areaId: area.id, month: { in: months } },
      distinct: ["month"],
      select: { month: true },
    });
  });
  return published.length === months.length;
}

async function signInDataOfficer(): Promise<string> {
  return asSystem("sign in the demonstration's data officer", async ({ db }) => {
    const held = await db.roleHolding.findFirstOrThrow({
      where: { role: "data officer", person: { email: DATA_OFFICER } },
      select: { id: true, personId: true },
    });
    return makeSession(db, { personId: held.personId, roleId: held.id });
  });
}

async function endSession({ actor, db }: Scope): Promise<void> {
  await db.session.updateMany({ where: { id: actor.sessionId }, data: { endedAt: new Date() } });
}

async function seed(): Promise<void> {
  await asSystem("load the demonstration", async (scope) => {
    await loadRegister(scope.db);
    await defineIndicators(scope, Buffer.from(demoFile("indicators.csv")).toString());
  });
  if (await isLoaded()) return;
  const token = await signInDataOfficer();
  try {
    await asSession(token, loadFigures, "write");
  } finally {
    await asSession(token, endSession, "write");
  }
}

try {
  await seed();
} finally {
  await closeScopes();
}
