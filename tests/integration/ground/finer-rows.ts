/** The rows that finer-access.ts speaks of, beside those of rows.ts. */
import { dateColumn, monthColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import {
  makeFigure,
  makeIndicator,
  makeMembership,
  makeOrganisation,
  makePerson,
  makePublication,
  makeRole,
  makeSession,
} from "#prisma/factories.ts";
import { WHO } from "#tests/support/access.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { addedDays } from "#tests/support/days.ts";
import { seatOf } from "./actors.ts";
import { CODES, type Rows } from "./rows.ts";

/** In use in both areas: one of each council; one of every organisation here; one of the ICB in the other area alone. */
export const [SHARED, EVERYBODYS, ELSEWHERES] = ["S1", "S2", "S3"] as const;

export type FinerRows = Awaited<ReturnType<typeof makeFinerRows>>;

export async function makeFinerRows({ owner, world, sitter }: TestDatabase, rows: Rows) {
  const { areaId, council } = world.here;
  const away = world.elsewhere;
  const officer = await sitter("data officer");
  const officerAway = await sitter({ role: "data officer", area: "elsewhere" });
  const second = await sitter({ role: "data officer", number: 2 });
  const both = [
    { areaId, ownerIds: [council] },
    { areaId: away.areaId, ownerIds: [away.council] },
  ];
  await makeIndicator(owner, { code: SHARED, audience: "public" }, both);
  const { areaId: _, ...organisations } = world.here;
  await makeIndicator(owner, { code: EVERYBODYS, audience: "public" }, [
    { areaId, ownerIds: Object.values(organisations) },
  ]);
  const icbsElsewhere = [{ areaId }, { areaId: away.areaId, ownerIds: [world.here.icb] }];
  await makeIndicator(owner, { code: ELSEWHERES, audience: "public" }, icbsElsewhere);
  const shared = { indicatorCode: SHARED, month: "2022-04" as const, value: 7 };
  const unpublished = { areaId, organisationId: council, submittedById: officer.roleId };
  const figure = await makeFigure(owner, { ...unpublished, ...shared });
  const given = { areaId: away.areaId, submittedById: officerAway.roleId, organisationId: away.council };
  const figureId = await makeFigure(owner, { ...given, ...shared });
  await makePublication(owner, {
    ...{ areaId: away.areaId, publishedById: officerAway.roleId, month: "2022-04", audience: "public" },
    figures: [{ figureId, indicatorCode: SHARED, shown: "7", value: 7 }],
  });
  // One for each person and audience, whoever could have given it: what is shown out of it asks again who they are.
  const seats = WHO.map(seatOf).filter((seat) => seat !== null);
  const audiences = ["public", "partners", "board"] as const;
  for (const [number, [seat, audience]] of seats.flatMap((of) => audiences.map((to) => [of, to] as const)).entries()) {
    const { roleId, areaId: of } = await sitter(seat);
    const publishedOn = addedDays(-number);
    await makePublication(owner, { areaId: of, publishedById: roleId, month: "2020-01", audience, publishedOn });
  }
  const file = { kind: "monthly table", sha256: "01", byteSize: 1, contents: new Uint8Array(1), readAt: new Date() };
  for (const seat of seats) {
    const { roleId, areaId: of } = await sitter(seat);
    await owner.import.create({ data: { id: uuidv7(), areaId: of, readById: roleId, fileName: "own", ...file } });
  }
  const label = { areaId: away.areaId, indicatorCode: SHARED, label: "Row of the other area", ref: "1", caveat: "" };
  await owner.indicatorLabel.create({ data: { ...label, place: 1 } });
  const importId = uuidv7();
  await owner.import.create({ data: { id: importId, areaId, readById: second.roleId, fileName: "b.tsv", ...file } });

  const commentary = async (of: object, more: object = {}) => {
    const id = uuidv7();
    const said = { words: "Said.", version: 1, writtenAt: new Date() };
    const about = { areaId, organisationId: council, authorRoleId: officer.roleId, month: monthColumn("2022-01") };
    await owner.commentary.create({
      data: { id, ...about, ...said, indicatorCode: CODES.board, audience: "board", ...of, ...more },
    });
    return id;
  };
  const report = async (given: object) => {
    const id = uuidv7();
    const of = { id, areaId, organisationId: council, indicatorCode: CODES.board, ownerRoleId: officer.roleId };
    await owner.exceptionReport.create({
      data: { ...of, month: monthColumn("2022-01"), begunAt: new Date(), ...given },
    });
    return id;
  };
  const published = { publishedAt: new Date(), audience: "partners" };

  const stranger = await makePerson(owner);
  const leaver = await makePerson(owner);
  const held = { areaId, personId: leaver, organisationId: council, role: "case officer" as const };
  const member = async (dates: object) => {
    const organisationId = await makeOrganisation(owner);
    await makeMembership(owner, { areaId, organisationId, ...dates });
    return organisationId;
  };
  const alsoElsewhere = async (toOn: string) => {
    const personId = await makePerson(owner);
    await makeRole(owner, { ...held, personId });
    await makeRole(owner, { ...held, personId, areaId: away.areaId, organisationId: away.council, toOn });
    return personId;
  };
  const invite = async (token: string, more: object) => {
    const id = uuidv7();
    const whom = { email: `${token}@test.example`, displayName: "Somebody", organisationId: council, role: "senco" };
    const made = {
      madeById: rows.doors.administrator.roleId,
      madeAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    };
    const what = { kind: "role", fromOn: dateColumn("2022-04-01"), tokenHash: new Uint8Array(Buffer.from(token)) };
    await owner.invitation.create({ data: { id, areaId, ...whom, ...made, ...what, ...more } });
    return id;
  };
  const token = await makeSession(owner, { personId: stranger, roleId: rows.forum.roleId });
  const actId = uuidv7();
  const act = { role: "data officer", action: "imported", subject: "b.tsv", at: new Date() };
  await owner.auditEntry.create({ data: { id: actId, areaId: away.areaId, ...act } });
  const session = await owner.session.findFirstOrThrow({ where: { personId: stranger } });
  return {
    ...{
      away: away.areaId,
      school: away.school,
      figure,
      importId,
      stranger,
      token,
      actId,
      strangersSession: session.id,
    },
    draft: await commentary({}),
    toPartners: await commentary({ indicatorCode: CODES.public }, published),
    ofTheOtherArea: await commentary(
      { areaId: away.areaId, organisationId: away.council, authorRoleId: officerAway.roleId },
      { indicatorCode: SHARED, month: monthColumn("2022-04"), ...published },
    ),
    inDraft: await report({}),
    given: await report({
      month: monthColumn("2022-02"),
      givenAt: new Date(),
      backOnTrackOn: dateColumn("2022-09-01"),
    }),
    endsLater: await makeRole(owner, { ...held, toOn: addedDays(100) }),
    endsToday: await makeRole(owner, { ...held, toOn: addedDays(0) }),
    joined: await member({ fromOn: addedDays(0) }),
    joins: await member({ fromOn: addedDays(1) }),
    leaves: await member({ toOn: addedDays(1) }),
    left: await member({ toOn: addedDays(0) }),
    leftElsewhere: await alsoElsewhere(addedDays(0)),
    leavesElsewhere: await alsoElsewhere(addedDays(1)),
    takenUp: await invite("taken-up", { usedAt: new Date(), personId: stranger }),
    late: await invite("late", { expiresAt: new Date(Date.now() - 1_000) }),
  };
}
