/**
 * The demonstration's areas, organisations and people. Organisations are the real ones of the published documents; the
 * two schools and every person are made up, and each person's name is a role. A code that no source gives is left out,
 * and a day that no source gives is said to be unknown in the membership's note.
 */
import { DEMO_ISSUER } from "#lib/auth/issuers.ts";
import type { Tx } from "#lib/scope.ts";
import { makeArea, makeMembership, makeOrganisation, makePerson, makeRole } from "#prisma/factories.ts";
import { DEMO_PEOPLE } from "./people.ts";

const PEER_2022 = "Peer challenge of North Northamptonshire, 21 and 22 October 2022";
const UPDATE_2022 = "SEND update to the Executive Advisory Panel, 4 April 2022";
const STRATEGY = "SEND and inclusion strategy of North Northamptonshire";
const FIRST_DAY = "2021-04-01";

/** Which organisation a demo person belongs to. */
export type OrganisationKey = keyof Awaited<ReturnType<typeof makeOrganisations>>;

async function makeOrganisations(db: Tx) {
  const voice = await makeOrganisation(db, { kind: "forum", name: "North Northamptonshire Parent Carer Voice" });
  return {
    council: await makeOrganisation(db, {
      kind: "council",
      name: "North Northamptonshire Council",
      startsOn: FIRST_DAY,
      codes: { ONS: "E06000061", "DfE LA": "940" },
      aliases: { NNC: PEER_2022 },
    }),
    nel: await makeOrganisation(db, {
      kind: "council",
      name: "North East Lincolnshire Council",
      codes: { ONS: "E06000012", "DfE LA": "812" },
    }),
    icb: await makeOrganisation(db, {
      kind: "icb",
      name: "NHS Northamptonshire Integrated Care Board",
      startsOn: "2022-07-01",
      aliases: { "Northamptonshire Integrated Care Board": STRATEGY },
    }),
    trust: await makeOrganisation(db, {
      kind: "trust",
      name: "Northamptonshire Children's Trust",
      aliases: { NCT: PEER_2022 },
    }),
    provider: await makeOrganisation(db, {
      kind: "nhs provider",
      name: "Northamptonshire Healthcare NHS Foundation Trust",
      aliases: { "Northamptonshire Healthcare Foundation Trust": PEER_2022, NHFT: PEER_2022 },
    }),
    primary: await makeOrganisation(db, { kind: "school", name: "Example Primary School" }),
    secondary: await makeOrganisation(db, { kind: "school", name: "Example Secondary School" }),
    forumBefore: await makeOrganisation(db, {
      kind: "forum",
      name: "Northamptonshire Parent Forum Group",
      replacedById: voice,
      aliases: {
        NPF: PEER_2022,
        NPPFG: PEER_2022,
        "Northamptonshire Parent / Carer Forum Group": PEER_2022,
        NPFG: UPDATE_2022,
        NPFGB: UPDATE_2022,
        NCFG: UPDATE_2022,
        "Northamptonshire Parent Carer Forum": UPDATE_2022,
        "Northamptonshire Parent Carer Forum Group": UPDATE_2022,
        "Northamptonshire Parents & Carers Forum": STRATEGY,
        "Northants Parents Forum Group": STRATEGY,
      },
    }),
    voice,
  };
}

/** From when each belongs to its area; the note says what the sources leave open. */
const MEMBERSHIPS: Readonly<Record<OrganisationKey, { fromOn: string; toOn?: string; note?: string }>> = {
  council: { fromOn: FIRST_DAY },
  nel: { fromOn: FIRST_DAY, note: "The council is older: the portal’s record begins on this day." },
  icb: { fromOn: "2022-07-01", note: "Took over from the Clinical Commissioning Group on this day." },
  trust: {
    fromOn: FIRST_DAY,
    note: "The Trust is older: in October 2022 it had existed for about two years. The portal’s record begins on this day.",
  },
  provider: {
    fromOn: FIRST_DAY,
    note: "Named in the peer challenge of October 2022; the portal’s record begins on this day.",
  },
  primary: { fromOn: FIRST_DAY, note: "A made-up school." },
  secondary: { fromOn: FIRST_DAY, note: "A made-up school." },
  forumBefore: {
    fromOn: FIRST_DAY,
    toOn: "2024-01-01",
    note: "Named in the papers of 2022. Neither its first nor its last day is in the sources: it ends where its successor begins.",
  },
  voice: { fromOn: "2024-01-01", note: "Known from the press of 2024: the day on which it began is not known." },
};

/** Loads the register into an empty database; when the area is there already it does nothing and answers false. */
export async function loadRegister(db: Tx): Promise<boolean> {
  if (await db.area.findUnique({ where: { code: "E06000061" }, select: { id: true } })) return false;
  const nnc = await makeArea(db, {
    code: "E06000061",
    slug: "north-northamptonshire",
    name: "North Northamptonshire",
    region: "East Midlands",
  });
  const nel = await makeArea(db, {
    code: "E06000012",
    slug: "north-east-lincolnshire",
    name: "North East Lincolnshire",
    region: "Yorkshire and The Humber",
  });
  const organisations = await makeOrganisations(db);
  const areaOf = (key: OrganisationKey) => (key === "nel" ? nel : nnc);
  for (const [key, membership] of Object.entries(MEMBERSHIPS) as [OrganisationKey, { fromOn: string }][]) {
    await makeMembership(db, { areaId: areaOf(key), organisationId: organisations[key], ...membership });
  }
  for (const { name, displayName, role, organisation } of DEMO_PEOPLE) {
    const personId = await makePerson(db, { email: `${name}@demo.example`, displayName, issuer: DEMO_ISSUER });
    const { fromOn } = MEMBERSHIPS[organisation];
    await makeRole(db, {
      areaId: areaOf(organisation),
      personId,
      organisationId: organisations[organisation],
      role,
      fromOn,
    });
  }
  return true;
}
