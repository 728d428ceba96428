/** Makers of what owners answer for: targets, commentary, exception reports. As prisma/factories.ts, whose file is full. */
import { dateColumn, type Month, monthColumn } from "#lib/dates.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Audience } from "#lib/indicators/schema.ts";
import type { Tx } from "#lib/scope.ts";

/** Whose words or promise it is: a role of theirs in an organisation that owns the indicator. */
type Owned = {
  readonly areaId: string;
  readonly indicatorCode: string;
  readonly organisationId: string;
  readonly roleId: string;
};

export type TargetRow = Omit<Owned, "organisationId"> & {
  readonly fromOn?: string;
  readonly toOn?: string;
  readonly target: number;
  readonly tolerance?: number;
  readonly reason?: string;
  readonly setAt?: Date;
};

export async function makeTarget(db: Tx, promise: TargetRow): Promise<string> {
  const id = uuidv7();
  const { areaId, indicatorCode, roleId, target, tolerance = 0, reason = "A test", setAt = new Date() } = promise;
  const when = {
    fromOn: dateColumn(promise.fromOn ?? "2021-04-01"),
    toOn: promise.toOn ? dateColumn(promise.toOn) : null,
  };
  const by = { setByRoleId: roleId, setByOrganisation: "An owner", setAt };
  await db.target.createMany({
    data: { id, areaId, indicatorCode, target, tolerance, reason, ...when, ...by },
  });
  return id;
}

export type CommentaryRow = Owned & {
  readonly month: Month;
  readonly audience?: Audience;
  readonly words?: string;
  /** Left out, it is a draft. */
  readonly publishedAt?: Date;
  readonly withdrawnAt?: Date;
};

export async function makeCommentary(db: Tx, commentary: CommentaryRow): Promise<string> {
  const id = uuidv7();
  const { roleId, month, audience = "board", words = "Words", publishedAt, withdrawnAt, ...figure } = commentary;
  const when = { writtenAt: new Date(), publishedAt: publishedAt ?? null, withdrawnAt: withdrawnAt ?? null };
  const withdrawnReason = withdrawnAt ? "A test withdraws it" : null;
  const said = { audience, words, version: 1, authorRoleId: roleId, ...when, withdrawnReason };
  await db.commentary.createMany({ data: { id, ...figure, month: monthColumn(month), ...said } });
  return id;
}

export type ExceptionRow = Owned & {
  readonly month: Month;
  readonly why?: string;
  readonly doing?: string;
  readonly backOnTrackOn?: string;
  /** Left out, it is a draft. */
  readonly givenAt?: Date;
  readonly seen?: { readonly board: string; readonly on: string; readonly byId: string };
};

export async function makeExceptionReport(db: Tx, report: ExceptionRow): Promise<string> {
  const id = uuidv7();
  const { roleId, month, why = "Why", doing = "Doing", backOnTrackOn, givenAt, seen, ...figure } = report;
  const { areaId } = figure;
  const dated = { givenAt: givenAt ?? null, backOnTrackOn: backOnTrackOn ? dateColumn(backOnTrackOn) : null };
  const begun = { ownerRoleId: roleId, begunAt: new Date() };
  await db.exceptionReport.createMany({ data: { id, ...figure, month: monthColumn(month), ...begun, ...dated } });
  const words = { why, doing, version: 1, authorRoleId: roleId, writtenAt: new Date() };
  await db.exceptionWords.createMany({ data: { areaId, reportId: id, ...words } });
  if (seen) {
    const noted = { board: seen.board, seenOn: dateColumn(seen.on), seenById: seen.byId, seenAt: new Date() };
    await db.exceptionSeen.createMany({ data: { areaId, reportId: id, ...noted } });
  }
  return id;
}
