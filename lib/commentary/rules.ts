/**
 * What an owner says of a month's figure. Of one organisation the last published stands; the ones before it were said
 * before. What stands is never followed by words for fewer readers, so that whoever may read any of them reads the last.
 */
import { AUDIENCES, type Audience } from "#lib/indicators/schema.ts";

export type Said = {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly words: string;
  readonly audience: Audience;
  /** A moment as ISO text. */
  readonly publishedAt: string;
};

export type Standing<S extends Said> = { readonly stands: S; readonly before: readonly S[] };

/** What each organisation says now, with what it said before, latest first. Organisations in the order they last spoke. */
export function whatStands<S extends Said>(said: readonly S[]): Standing<S>[] {
  const latestFirst = [...said].sort(
    (one, other) => order(other.publishedAt, one.publishedAt) || order(other.id, one.id),
  );
  return [...Map.groupBy(latestFirst, ({ organisationId }) => organisationId).values()].flatMap(
    ([stands, ...before]) => (stands ? [{ stands, before }] : []),
  );
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** AUDIENCES runs from the widest to the narrowest. */
export function isWider(one: Audience, other: Audience): boolean {
  return AUDIENCES.indexOf(one) < AUDIENCES.indexOf(other);
}

/** The audiences that may be chosen: none wider than `widest`, none narrower than what stands. */
export function audiencesFor(widest: Audience, stands: Audience | null): Audience[] {
  return AUDIENCES.filter((one) => !isWider(one, widest) && (stands === null || !isWider(stands, one)));
}

/** A typed text as its paragraphs; an empty line parts them. */
export function paragraphs(words: string): string[] {
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}
