import "server-only";
import { audit } from "#lib/audit.ts";
import { givenAway } from "#lib/commentary/figure-words-rules.ts";
import { dateColumn, type Month, monthColumn, monthName } from "#lib/dates.ts";
import type { Shown } from "#lib/disclosure/rules.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { tellPartners } from "#lib/notices/commands.ts";
import type { Scope } from "#lib/scope.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { findMonthState, type MonthState } from "./checklist-queries.ts";
import { changesSince, readSeen } from "./checklist-rules.ts";
import { changesInWords, openInWords } from "./checklist-words.ts";
import { canSubmit } from "./policy.ts";
import { type CurrentFigure, findProtected, isHidden } from "./protection-queries.ts";
import { narrower, type PublishInput } from "./schema.ts";

type Outside = Pick<Shown, "state" | "shown" | "value">;

const GIVEN_ALREADY = "This board was given the month on that day already. A revision goes to its next meeting.";

/**
 * Gives a month to a board: fixes what the board saw, how many points were open, and what the forum and the public may
 * see, and tells the partners. A month may be given again, after a revision; each publication is kept.
 */
export async function publishMonth(scope: Scope, input: PublishInput): Promise<{ month: Month }> {
  if (!canSubmit(scope.actor)) throw new NotAllowed();
  if (input.publishedOn > scope.today.toString())
    throw new RuleBroken("publishedOn", "The board has not met yet: publish the month once it has.");
  if (input.publishedOn < `${input.month}-01`)
    throw new RuleBroken("publishedOn", `${monthName(input.month)} had not begun on that day.`);
  const state = await findMonthState(scope, input.month);
  if (state.current.length === 0)
    throw new RuleBroken("month", `No figure of ${monthName(input.month)} has been submitted.`);
  assertSeen(state, input);
  const shown = input.alreadyPublic
    ? state.current.map(({ exact }) => ({ ...exact, shown: exact.asTyped }))
    : await findProtected(scope, input.month, state.current);
  assertNoteHides(input, state, shown);
  const id = await addPublication(scope, input, state);
  await addFigures(scope, input, id, state.current, shown);
  await audit(scope, "published a month", `month ${input.month}`);
  await tellPartners(scope, { kind: "month published", audience: input.audience, month: input.month });
  return { month: input.month };
}

/** Nobody publishes what they have not seen, and whoever publishes with points open says why. */
function assertSeen({ points, seen, names }: MonthState, input: PublishInput): void {
  const changes = changesSince(readSeen(input.seen), seen);
  if (changes)
    throw new RuleBroken(
      "seen",
      changesInWords(changes, (code) => names.get(code) ?? code),
    );
  if (points.length > 0 && !input.openPointsNote)
    throw new RuleBroken("openPointsNote", `${openInWords(points.length)}: say why the month is given all the same.`);
}

/** Whoever may see the month reads the sentence: it holds no number that the month hides from some of them. */
function assertNoteHides(input: PublishInput, { current, names }: MonthState, shown: readonly Outside[]): void {
  if (input.alreadyPublic || input.audience === "board") return;
  const hidden = current.flatMap(({ exact, audience }, place) => {
    if (!isHidden(shown[place]?.state ?? "withheld") && narrower(audience, input.audience) === input.audience)
      return [];
    const name = names.get(exact.code) ?? exact.code;
    return [exact.value, exact.numerator, exact.denominator].flatMap((value) =>
      value === null ? [] : { name, value },
    );
  });
  const found = givenAway(input.openPointsNote ?? "", hidden);
  if (found)
    throw new RuleBroken(
      "openPointsNote",
      `Take out “${found.said}”: not everybody who sees the month may see that number (${found.name}). Say it without it, even where it means something else.`,
    );
}

async function addPublication({ actor, db }: Scope, input: PublishInput, { points }: MonthState): Promise<string> {
  const { board, audience, alreadyPublic } = input;
  const given = { month: monthColumn(input.month), board, publishedOn: dateColumn(input.publishedOn) };
  const open = { openPoints: points.length, openPointsNote: points.length > 0 ? (input.openPointsNote ?? "") : "" };
  const own = { id: uuidv7(), areaId: actor.areaId, publishedById: actor.roleId, publishedAt: new Date() };
  try {
    await db.publication.createMany({ data: { ...own, ...given, ...open, audience, alreadyPublic } });
  } catch (error) {
    // The database's own rule, so that it holds for two officers at one moment too.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")) throw error;
    throw new RuleBroken("publishedOn", GIVEN_ALREADY);
  }
  return own.id;
}

async function addFigures(
  { actor, db }: Scope,
  input: PublishInput,
  publicationId: string,
  current: readonly CurrentFigure[],
  shown: readonly Outside[],
): Promise<void> {
  const own = { areaId: actor.areaId, publicationId, month: monthColumn(input.month) };
  await db.publishedFigure.createMany({
    data: current.map(({ exact, figureId, audience, markedRevised }, place) => ({
      ...own,
      figureId,
      indicatorCode: exact.code,
      period: exact.period,
      audience: narrower(audience, input.audience),
      state: shown[place]?.state ?? "withheld",
      shown: shown[place]?.shown ?? "",
      value: shown[place]?.value ?? null,
      markedRevised,
    })),
  });
}
