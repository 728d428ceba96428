/** The rows that the access table speaks of, all of the area "here": one of each, and the ids by which they are known. */
import { hashToken } from "#lib/auth/session.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Audience } from "#lib/indicators/schema.ts";
import { makeFigure, makeIndicator, makePublication, makeSession } from "#prisma/factories.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { makeAnswerRows } from "./answer-rows.ts";
import { makeDoorRows } from "./door-rows.ts";

/** Three of the council's, for each audience, and one of the ICB's. */
export const CODES = { public: "P1", partners: "P2", board: "B1", icb: "H1" } as const;

export type Rows = Awaited<ReturnType<typeof makeRows>>;

export async function makeRows(database: TestDatabase) {
  const { owner, world, sitter } = database;
  const { areaId, council, icb } = world.here;
  const officer = await sitter("data officer");
  const forum = await sitter("forum representative");
  /** Somebody whom nobody of the access table is. */
  const other = await sitter({ role: "head teacher", number: 2 });

  for (const audience of ["public", "partners", "board"] as const) {
    await makeIndicator(owner, { code: CODES[audience], audience }, [{ areaId, ownerIds: [council] }]);
  }
  await makeIndicator(owner, { code: CODES.icb, audience: "partners" }, [{ areaId, ownerIds: [icb] }]);

  const figure = (indicatorCode: string, month: string, organisationId = council) =>
    makeFigure(owner, { areaId, indicatorCode, organisationId, submittedById: officer.roleId, month, value: 7 });
  const publish = async (audience: Audience, month: string) => {
    const ours = await figure(CODES.public, month);
    const theirs = await figure(CODES.icb, month, icb);
    const figures = [
      { figureId: ours, indicatorCode: CODES.public, shown: "7", value: 7 },
      { figureId: theirs, indicatorCode: CODES.icb, shown: "7", value: 7 },
    ];
    const id = await makePublication(owner, { areaId, publishedById: officer.roleId, month, audience, figures });
    return { id, ours, theirs };
  };

  const importId = uuidv7();
  const file = { kind: "monthly table", fileName: "table.tsv", sha256: "00", byteSize: 1, contents: new Uint8Array(1) };
  await owner.import.create({ data: { id: importId, areaId, readById: officer.roleId, readAt: new Date(), ...file } });
  const period = { area: "England", periodType: "calendar year", period: "2024" };
  const origin = { release: "2025", sourceFile: "a.csv", importId, importedAt: new Date() };
  const cell = { variable: "rate", revision: 1, state: "value", asTyped: "46.4", value: 46.4, note: "" };
  await owner.nationalFigure.create({ data: { ...period, ...origin, ...cell } });
  for (const indicatorCode of [CODES.public, CODES.partners]) {
    const row = { areaId, indicatorCode, label: `Row of ${indicatorCode}`, ref: "1", caveat: "", place: 1 };
    await owner.indicatorLabel.create({ data: row });
  }
  const target = async (indicatorCode: string) => {
    const set = {
      setByRoleId: officer.roleId,
      setByOrganisation: "The council",
      setAt: new Date(),
      fromOn: new Date(),
    };
    const id = uuidv7();
    await owner.target.create({ data: { id, areaId, indicatorCode, target: 60, tolerance: 5, ...set } });
    return id;
  };
  await owner.organisationCode.create({ data: { organisationId: council, scheme: "ONS", code: "E06000061" } });
  await owner.organisationAlias.create({ data: { organisationId: council, alias: "TC", source: "A test" } });
  await owner.password.create({ data: { personId: forum.personId, hash: "$argon2id$", changedAt: new Date() } });
  const forumToken = await makeSession(owner, forum);
  const actId = uuidv7();
  const act = { personId: officer.personId, role: "data officer", action: "imported", subject: "table.tsv" };
  await owner.auditEntry.create({ data: { id: actId, areaId, at: new Date(), ...act } });

  return {
    areaId,
    elsewhere: world.elsewhere.areaId,
    councilElsewhere: world.elsewhere.council,
    council,
    icb,
    officer,
    forum,
    other,
    importId,
    actId,
    /** In hex, as Postgres writes bytes. */
    forumToken: Buffer.from(hashToken(forumToken)).toString("hex"),
    toAnyone: await publish("public", "2022-01"),
    toPartners: await publish("partners", "2022-02"),
    toBoard: await publish("board", "2022-03"),
    unpublished: {
      ours: await figure(CODES.public, "2022-04"),
      forBoard: await figure(CODES.board, "2022-04"),
      theirs: await figure(CODES.icb, "2022-04", icb),
    },
    targets: { public: await target(CODES.public), board: await target(CODES.board) },
    answers: await makeAnswerRows(owner, { areaId, council, icb, authorId: officer.roleId, otherId: other.roleId }),
    doors: await makeDoorRows(database),
  };
}
