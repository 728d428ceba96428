/**
 * `npm run administrator`: the first administrator of an area, who invites everybody else. Makes the area and its council
 * when they are not there yet, and prints a link by which the administrator sets a password: shown once, kept nowhere.
 *
 *   npm run administrator -- --area "North Northamptonshire" --code E06000061 --region "East Midlands" \
 *     --council "North Northamptonshire Council" --name "Their name" --email them@council.gov.uk
 *
 * It acts as the owner of the tables (MIGRATE_DATABASE_URL). An area that has an administrator today is refused.
 */
import { randomBytes } from "node:crypto";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { z } from "zod";
import { hashPassword } from "#lib/auth/passwords.ts";
import { hashToken, newToken } from "#lib/auth/session.ts";
import { dateColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import { inviteForm } from "#lib/people/register-schema.ts";
import type { Tx } from "#lib/scope.ts";
import { text } from "#lib/text.ts";
import { makeArea, makeMembership, makeOrganisation, makePerson, makeRole } from "./factories.ts";
import { PrismaClient } from "./generated/client.ts";
import { asOwner } from "./migrate.ts";

const DAYS_A_LINK_WORKS = 7;
const DAY_MS = 86_400_000;

const asked = z.object({
  area: text(200, "Say which area: --area"),
  code: z
    .string("Say the area's ONS code: --code E06000061")
    .regex(/^E\d{8}$/, "An ONS code is an E and eight digits: --code E06000061"),
  region: text(100, "Say the DfE's region of the area: --region"),
  council: text(200, "Name the council: --council"),
  name: text(200, "Name the administrator: --name"),
  email: z.string("Say the administrator's e-mail address: --email").pipe(inviteForm.shape.email),
});
export type FirstAdministrator = z.output<typeof asked>;

const OPTIONS = Object.fromEntries(Object.keys(asked.shape).map((name) => [name, { type: "string" }] as const));

/** Makes what is missing and answers with the token of the link. Throws a plain sentence. */
export async function makeFirstAdministrator(db: Tx, who: FirstAdministrator): Promise<string> {
  const { id: areaId, since } = await areaOf(db, who);
  const today = dateColumn(since);
  const alive = { OR: [{ toOn: null }, { toOn: { gt: today } }] };
  if (await db.roleHolding.findFirst({ where: { areaId, role: "administrator", ...alive }, select: { id: true } }))
    throw new Error(`${who.area} has an administrator, who invites the next one at /people.`);
  if (await db.person.findUnique({ where: { email: who.email }, select: { id: true } }))
    throw new Error("Somebody has this e-mail address here already. Give another one.");
  const organisationId = await councilOf(db, who, areaId, since);
  // A password that nobody knows: the link is the only way in.
  const passwordHash = await hashPassword(randomBytes(32).toString("base64url"));
  const personId = await makePerson(db, { email: who.email, displayName: who.name, passwordHash });
  const roleId = await makeRole(db, { areaId, personId, organisationId, role: "administrator", fromOn: since });
  const token = newToken();
  const now = new Date();
  const when = { madeAt: now, expiresAt: new Date(now.getTime() + DAYS_A_LINK_WORKS * DAY_MS) };
  const link = { id: uuidv7(), areaId, kind: "new password", tokenHash: hashToken(token), personId, madeById: roleId };
  await db.invitation.createMany({ data: { ...link, ...when, email: who.email, displayName: who.name } });
  const act = { action: "gave a role", subject: `role ${roleId}`, role: "the portal: making the first administrator" };
  await db.auditEntry.createMany({ data: { id: uuidv7(), areaId, at: now, ...act } });
  return token;
}

async function areaOf(
  db: Tx,
  { area: name, code, region }: FirstAdministrator,
): Promise<{ id: string; since: string }> {
  const since = Temporal.Now.plainDateISO("Europe/London").toString();
  const found = await db.area.findUnique({ where: { code }, select: { id: true, name: true } });
  if (found && found.name !== name) throw new Error(`The area with this code is called ${found.name} here.`);
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return { id: found?.id ?? (await makeArea(db, { name, code, region, slug })), since };
}

async function councilOf(
  db: Tx,
  { council: name }: FirstAdministrator,
  areaId: string,
  since: string,
): Promise<string> {
  const found = await db.organisation.findUnique({ where: { name }, select: { id: true, kind: true } });
  if (found && found.kind !== "council") throw new Error(`${name} is on record, but not as a council.`);
  const organisationId = found?.id ?? (await makeOrganisation(db, { kind: "council", name }));
  const member = await db.areaMembership.findFirst({ where: { areaId, organisationId }, select: { id: true } });
  if (!member) await makeMembership(db, { areaId, organisationId, fromOn: since });
  return organisationId;
}

async function main(): Promise<void> {
  const { MIGRATE_DATABASE_URL: adminUrl, PORTAL_URL: address } = process.env;
  if (!adminUrl || !URL.canParse(address ?? ""))
    throw new Error("Set MIGRATE_DATABASE_URL and PORTAL_URL: the README says to what.");
  const found = asked.safeParse(parseArgs({ options: OPTIONS }).values);
  if (!found.success) throw new Error(found.error.issues.map(({ message }) => `- ${message}`).join("\n"));
  const client = new PrismaClient({ adapter: new PrismaPg(asOwner(adminUrl)) });
  try {
    const token = await client.$transaction((db) => makeFirstAdministrator(db, found.data), { timeout: 15_000 });
    console.log(
      `Give this link to ${found.data.name}. It works once, for ${DAYS_A_LINK_WORKS} days, and is not shown again:`,
    );
    console.log(new URL(`/invitation/${token}`, address).href);
  } finally {
    await client.$disconnect();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
