import "server-only";
import { audit } from "#lib/audit.ts";
import { dateColumn, dayOf, longDate, longMoment, type Month, monthColumn } from "#lib/dates.ts";
import { changedMeanwhile, replaces } from "#lib/draft-version.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { tellPartners } from "#lib/notices/commands.ts";
import type { Scope } from "#lib/scope.ts";
import { isTaken } from "#lib/taken.ts";
import { findReport, type ReportPage } from "./report-queries.ts";
import { type GiveInput, type ReportInput, type SeenInput, unanswered } from "./schema.ts";

type Figure = { readonly code: string; readonly month: Month };

/** Keeps what is written, for the owner's organisation alone. The first save makes the report. */
export async function draftReport(scope: Scope, input: ReportInput): Promise<Figure & { version: number }> {
  const { actor, db } = scope;
  const { code, month, why, doing, backOnTrackOn, press } = input;
  await hold(scope, input);
  const page = await findWritable(scope, input);
  if (press === "check" || backOnTrackOn !== "") refusePast(scope, backOnTrackOn);
  const stored = page.exception?.state === "drafted" ? page.words : null;
  const version = (stored?.version ?? 0) + 1;
  if (version - 1 !== replaces(input)) throw changed(stored);
  const date = backOnTrackOn === "" ? null : dateColumn(backOnTrackOn);
  const own = {
    areaId: actor.areaId,
    indicatorCode: code,
    month: monthColumn(month),
    organisationId: actor.organisationId,
  };
  const written = { why, doing, version, authorRoleId: actor.roleId, writtenAt: new Date() };
  if (stored === null) {
    const report = { id: uuidv7(), ...own, ownerRoleId: actor.roleId, begunAt: new Date(), backOnTrackOn: date };
    await isTaken(db.exceptionReport.createMany({ data: report }), BEGUN_MEANWHILE);
    await db.exceptionWords.createMany({ data: { areaId: actor.areaId, reportId: report.id, ...written } });
  } else {
    const { id } = await db.exceptionReport.findFirstOrThrow({ where: own, select: { id: true } });
    const report = { areaId: actor.areaId, reportId: id };
    await db.exceptionWords.updateMany({ where: report, data: written });
    const changes = { ownerRoleId: actor.roleId, backOnTrackOn: date };
    await db.exceptionReport.updateMany({ where: { areaId: actor.areaId, id }, data: changes });
  }
  await audit(scope, "drafted an exception report", `exception report ${code} ${month}`);
  return { code, month, version };
}

/** One at a time on a report: whoever comes second waits, and then reads what the first has kept. */
async function hold({ actor, db }: Scope, { code, month }: Figure): Promise<void> {
  await db.$queryRaw`
    select from exception_report where area_id = ${actor.areaId}::uuid and indicator_code = ${code}
      and month = ${monthColumn(month)}::date and organisation_id = ${actor.organisationId}::uuid for update`;
}

const BEGUN_MEANWHILE =
  "Somebody else in your organisation began this report at the same moment. What you typed is still here: save it again.";

function changed(now: ReportPage["words"]): RuleBroken {
  if (now?.writtenAt == null)
    return new RuleBroken("", "This report changed after you opened the page. Open it again.");
  return changedMeanwhile(
    now.version,
    `The report was saved in another tab or by a colleague after you opened this page, on ${longMoment(now.writtenAt)}. Both texts are below.`,
  );
}

function refusePast({ today }: Scope, backOnTrackOn: string): void {
  if (backOnTrackOn <= today.toString())
    throw new RuleBroken("backOnTrackOn", `Enter a date after today, ${longDate(today.toString())}.`);
}

async function findWritable(scope: Scope, { code, month }: Figure): Promise<ReportPage> {
  const page = await findReport(scope, code, month);
  if (!page?.canWrite) {
    if (page?.exception?.givenOn && page.exception.owner.id === scope.actor.organisationId)
      throw new RuleBroken("", "This report has been given. It is kept as it was given.");
    throw new NotAllowed();
  }
  return page;
}

/** Gives the board the very version that was checked. From then on it is kept as it is. */
export async function giveReport(scope: Scope, input: GiveInput): Promise<Figure> {
  const { actor, db } = scope;
  const { code, month, version } = input;
  await hold(scope, input);
  const { words } = await findWritable(scope, input);
  if (words?.version !== version)
    throw new RuleBroken("", "The report changed after you opened this page. Go back, read it, and check it again.");
  const [lack] = unanswered(words);
  if (lack) throw new RuleBroken("", `${lack.message}. Go back and complete the report.`);
  refusePast(scope, words.backOnTrackOn);
  const own = {
    areaId: actor.areaId,
    indicatorCode: code,
    month: monthColumn(month),
    organisationId: actor.organisationId,
  };
  await db.exceptionReport.updateMany({ where: own, data: { givenAt: new Date(), ownerRoleId: actor.roleId } });
  await audit(scope, "gave an exception report", `exception report ${code} ${month}`);
  await tellPartners(scope, { kind: "exception report given", audience: "board", code, month });
  return { code, month };
}

/** The chair says which board has seen it, and when: then it is nobody's move. */
export async function noteSeen(scope: Scope, { code, month, board, seenOn }: SeenInput): Promise<Figure> {
  const { actor, db, today } = scope;
  const page = await findReport(scope, code, month);
  if (page?.exception?.state === "seen") throw new RuleBroken("", "It was noted already that the board has seen it.");
  if (!page?.canNote || !page.exception || !page.givenAt) throw new NotAllowed();
  const given = dayOf(page.givenAt);
  if (seenOn > today.toString())
    throw new RuleBroken("seenOn", "That date is in the future: note it once the board has seen the report.");
  if (seenOn < given)
    throw new RuleBroken("seenOn", `The report was given on ${longDate(given)}: the board cannot have seen it before.`);
  const { id } = await db.exceptionReport.findFirstOrThrow({
    where: {
      ...{ areaId: actor.areaId, indicatorCode: code, month: monthColumn(month) },
      ...{ organisationId: page.exception.owner.id, givenAt: { not: null } },
    },
    select: { id: true },
  });
  const seen = { areaId: actor.areaId, reportId: id, board, seenOn: dateColumn(seenOn) };
  await isTaken(
    db.exceptionSeen.createMany({ data: { ...seen, seenById: actor.roleId, seenAt: new Date() } }),
    "It was noted already that the board has seen it.",
  );
  await audit(scope, "noted that the board has seen an exception report", `exception report ${code} ${month}`);
  await tellPartners(scope, { kind: "exception report seen", audience: "board", code, month });
  return { code, month };
}
