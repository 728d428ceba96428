/**
 * What an act on record was about, read from its subject. A subject is written by the commands as nouns and their values:
 *
 *   figure E01 2022-03 · role <id> on 2026-12-01 · import <id>: 34 figures · invitation <id> as senco at organisation <id>
 *
 * Ids and codes alone: who or what they are is looked up by whoever may (lib/audit/queries.ts). Nothing is guessed: a
 * subject with a word in it that is none of these has no facts, and is shown as it was written.
 */
import { ROLES } from "#lib/people/schema.ts";

export type Facts = {
  /** The code of an indicator: "E01". */
  readonly code?: string;
  readonly month?: string;
  /** A day: from which something holds, or on which it ends. */
  readonly day?: string;
  /** A role by its name, of an invitation. */
  readonly asRole?: string;
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly counts: Readonly<Record<string, number>>;
};

const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const PARTS: readonly RegExp[] = [
  new RegExp(`(?<noun>role|person|organisation|session|import|invitation|publication|notice) (?<id>${ID})`),
  /(?:figure|indicator|commentary|exception report|target) (?<code>[A-Z][A-Z0-9]{0,13}[a-z]?)/,
  /(?<day>\d{4}-\d\d-\d\d)/,
  /(?<month>\d{4}-\d\d)/,
  /(?<count>\d+) (?<counted>[a-z]+)/,
  new RegExp(`as (?<asRole>${ROLES.join("|")})`),
  /(?:to|in|from|on|of|at|for|month|and)(?= |$)/,
  /[ ,:;]+/,
];
const PART = new RegExp(PARTS.map((part) => `(?:${part.source})`).join("|"), "y");

/** What a subject says, or null when it is not written as nouns and values. */
export function readSubject(subject: string): Facts | null {
  const ids: Record<string, string[]> = {};
  const counts: Record<string, number> = {};
  const one: { code?: string; month?: string; day?: string; asRole?: string } = {};
  PART.lastIndex = 0;
  while (PART.lastIndex < subject.length) {
    const found = PART.exec(subject);
    if (!found) return null;
    const { noun, id, counted, count, code, month, day, asRole } = found.groups ?? {};
    if (noun && id) ids[noun] = [...(ids[noun] ?? []), id];
    if (counted) counts[counted] = Number(count);
    Object.assign(one, code && { code }, month && { month }, day && { day }, asRole && { asRole });
  }
  return { ...one, ids, counts };
}

/** Every id of that noun in a subject or a purpose, for looking up names. */
export function idsIn(text: string, noun: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\\b${noun} (${ID})`, "g"))].flatMap(([, id]) => id ?? []);
}
