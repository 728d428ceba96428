/** What owners have said of their figures, in every state that the access table speaks of. */
import { dateColumn, monthColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { PrismaClient } from "#prisma/generated/client.ts";

type Of = { areaId: string; council: string; icb: string; authorId: string; otherId: string };

/** The months are those that rows.ts has published: January to anyone, February to partners, March to the board. */
export async function makeAnswerRows(owner: PrismaClient, { areaId, council, icb, authorId, otherId }: Of) {
  const commentary = async (month: string, state: object, organisationId = council, indicatorCode = "P1") => {
    const id = uuidv7();
    const words = { audience: "public", words: "Said.", version: 1, authorRoleId: authorId, writtenAt: new Date() };
    const of = { id, areaId, organisationId, indicatorCode, month: monthColumn(month) };
    await owner.commentary.create({ data: { ...of, ...words, ...state } });
    return id;
  };
  const report = async (month: string, given: boolean, organisationId = council, indicatorCode = "P1") => {
    const id = uuidv7();
    const of = { id, areaId, organisationId, indicatorCode, month: monthColumn(month), ownerRoleId: authorId };
    const when = given ? { givenAt: new Date(), backOnTrackOn: dateColumn("2022-09-01") } : {};
    await owner.exceptionReport.create({ data: { ...of, begunAt: new Date(), ...when } });
    return id;
  };
  const words = async (reportId: string) => {
    const said = { why: "Why.", doing: "This.", version: 1, authorRoleId: authorId, writtenAt: new Date() };
    await owner.exceptionWords.create({ data: { areaId, reportId, ...said } });
    return reportId;
  };
  const notice = async (audience: string, about: object = {}) => {
    const id = uuidv7();
    const made = { kind: "month published", madeById: authorId, madeBy: "The council", at: new Date() };
    await owner.notice.create({ data: { id, areaId, audience, ...made, ...about } });
    return id;
  };
  const published = { publishedAt: new Date() };
  const seen = await words(await report("2022-01", true));
  const noted = { board: "The board", seenOn: dateColumn("2022-04-04"), seenById: authorId, seenAt: new Date() };
  await owner.exceptionSeen.create({ data: { areaId, reportId: seen, ...noted } });
  await owner.noticesSeen.create({ data: { areaId, roleHoldingId: otherId, seenUntil: new Date() } });
  return {
    draft: await commentary("2022-01", {}),
    theirDraft: await commentary("2022-01", {}, icb, "H1"),
    toAnyone: await commentary("2022-01", published),
    toPartners: await commentary("2022-02", { ...published, audience: "partners" }),
    toBoard: await commentary("2022-03", { ...published, audience: "board" }),
    tooEarly: await commentary("2022-03", published),
    unpublishedMonth: await commentary("2022-04", published),
    withdrawn: await commentary("2022-01", { ...published, withdrawnAt: new Date(), withdrawnReason: "Wrong." }),
    inDraft: await words(await report("2022-02", false)),
    wordless: await report("2022-03", false),
    theirs: await report("2022-02", false, icb, "H1"),
    given: await words(await report("2022-04", true)),
    givenWordless: await report("2022-05", true),
    seen,
    notices: {
      partners: await notice("partners"),
      board: await notice("board"),
      aboutBoard: await notice("partners", { indicatorCode: "B1", month: monthColumn("2022-03") }),
    },
  };
}
