import "server-only";
import { audit } from "#lib/audit.ts";
import { longMoment, type Month, monthColumn, monthName } from "#lib/dates.ts";
import { changedMeanwhile, replaces } from "#lib/draft-version.ts";
import { NotAllowed, RuleBroken } from "#lib/errors.ts";
import { uuidv7 } from "#lib/ids.ts";
import { tellPartners } from "#lib/notices/commands.ts";
import type { Scope } from "#lib/scope.ts";
import { isTaken } from "#lib/taken.ts";
import { findAnswerable } from "./figure-queries.ts";
import { givenAway } from "./figure-words-rules.ts";
import { listHiddenNumbers } from "./hidden-queries.ts";
import { type Draft, findDraft, listSaidOfIndicator } from "./queries.ts";
import { audiencesFor, whatStands } from "./rules.ts";
import type { DraftInput, PublishDraftInput, WithdrawInput } from "./schema.ts";
import { AUDIENCE_WORDS } from "./words.ts";

type Figure = { readonly code: string; readonly month: Month };

/** Keeps what is written, for the leader's own organisation alone. The first save makes the draft. */
export async function draftCommentary(scope: Scope, input: DraftInput): Promise<{ version: number }> {
  const { actor, db } = scope;
  const { code, month, words, audience } = input;
  if (!(await findAnswerable(scope, code, month))) throw new NotAllowed();
  const now = await findDraft(scope, code, month);
  if ((now?.version ?? 0) !== replaces(input)) throw changed(now, month);
  const written = { words, audience, authorRoleId: actor.roleId, writtenAt: new Date() };
  const version = (now?.version ?? 0) + 1;
  if (now === null) {
    const figure = { areaId: actor.areaId, indicatorCode: code, month: monthColumn(month) };
    const draft = { id: uuidv7(), organisationId: actor.organisationId, version, ...figure, ...written };
    await isTaken(db.commentary.createMany({ data: draft }), begunMeanwhile);
  } else {
    const where = { areaId: actor.areaId, id: now.id, version: now.version, publishedAt: null };
    const { count } = await db.commentary.updateMany({ where, data: { ...written, version } });
    if (count === 0) throw changed(await findDraft(scope, code, month), month);
  }
  await audit(scope, "drafted a commentary", `commentary ${code} ${month}`);
  return { version };
}

const begunMeanwhile =
  "Somebody else in your organisation began a draft at the same moment. What you typed is still here: save it again.";

function changed(now: Draft | null, month: Month): RuleBroken {
  if (now === null)
    return changedMeanwhile(0, `The draft about ${monthName(month)} was published after you opened this page.`);
  return changedMeanwhile(
    now.version,
    `The draft was saved in another tab or by a colleague after you opened this page, on ${longMoment(now.writtenAt)}. Both texts are below.`,
  );
}

/**
 * Says it to whoever the draft's audience names. Afterwards it is kept as it is: a later one stands in its place. Words
 * for the forum or the public must not hold a number that they are not shown.
 */
export async function publishCommentary(scope: Scope, input: PublishDraftInput): Promise<Figure> {
  const { actor, db } = scope;
  const { code, month, version } = input;
  const figure = await findAnswerable(scope, code, month);
  if (!figure) throw new NotAllowed();
  const draft = await findDraft(scope, code, month);
  if (draft?.version !== version)
    throw new RuleBroken("", "The draft changed after you opened this page. Go back, read it, and check it again.");
  if (figure.widest === null)
    throw new RuleBroken("", `${monthName(month)} has not been given to a board. Publish this once it has.`);
  const { audience } = draft;
  const stands = whatStands(await listSaidOfIndicator(scope, actor.areaId, code, month)).find(
    (one) => one.stands.organisationId === actor.organisationId,
  )?.stands;
  const choices = audiencesFor(figure.widest, stands?.audience ?? null);
  if (!choices.includes(audience))
    throw new RuleBroken("", `It cannot be for ${AUDIENCE_WORDS[audience]}. Go back and choose who may read it.`);
  if (stands?.words === draft.words && stands.audience === audience)
    throw new RuleBroken("", "This is what already stands, word for word. Change it, or leave it as it is.");
  if (audience !== "board") await refuseHiddenNumbers(scope, input, draft);
  const published = { publishedAt: new Date(), authorRoleId: actor.roleId };
  const where = { areaId: actor.areaId, id: draft.id, version, publishedAt: null };
  const { count } = await db.commentary.updateMany({ where, data: published });
  if (count === 0) throw new RuleBroken("", "The draft changed at the same moment. Go back and read it again.");
  await audit(scope, "published a commentary", `commentary ${code} ${month}`);
  await tellPartners(scope, { kind: "commentary published", audience, code, month });
  return { code, month };
}

async function refuseHiddenNumbers(scope: Scope, { code, month }: Figure, { words, audience }: Draft): Promise<void> {
  const given = givenAway(words, await listHiddenNumbers(scope, code, month, audience));
  if (given)
    throw new RuleBroken(
      "",
      `Take out “${given.said}”: it is a number that ${AUDIENCE_WORDS[audience]} may not see (${given.name}). Say it without that number, even where it means something else, or publish it for the board.`,
    );
}

/** Takes back what the actor's organisation said, and what it had said before that. It stays on record for them. */
export async function withdrawCommentary(scope: Scope, { code, month, id, reason }: WithdrawInput): Promise<Figure> {
  const { actor, db } = scope;
  if (!(await findAnswerable(scope, code, month))) throw new NotAllowed();
  const said = await listSaidOfIndicator(scope, actor.areaId, code, month);
  const own = whatStands(said).find((one) => one.stands.organisationId === actor.organisationId);
  const latestFirst = own ? [own.stands, ...own.before] : [];
  const from = latestFirst.findIndex((one) => one.id === id);
  if (from < 0) throw new RuleBroken("", "It was withdrawn already.");
  const where = { areaId: actor.areaId, id: { in: latestFirst.slice(from).map((one) => one.id) }, withdrawnAt: null };
  await db.commentary.updateMany({ where, data: { withdrawnAt: new Date(), withdrawnReason: reason } });
  await audit(scope, "withdrew a commentary", `commentary ${code} ${month}`);
  return { code, month };
}
