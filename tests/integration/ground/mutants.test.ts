/**
 * That the tests of the walls can fail: each wall in turn is dropped, opened or bent, and the questions about its table
 * are asked again of everybody. A change that nobody's answer notices fails the test by its name.
 */
import { expect, test } from "vitest";
import { openTestDatabase } from "#tests/support/database.ts";
import { EQUIVALENT, equivalentOf } from "./equivalents.ts";
import { listMutants } from "./mutants.ts";
import { type Asked, firstWrong, makeQuestions, sharpened } from "./questions.ts";
import { type Tries, withTries } from "./tries.ts";

const FIVE_MINUTES_MS = 300_000;
const LEAST = 500;

const database = await openTestDatabase();
const asked = await makeQuestions(database);

/** Whose questions to ask first: whoever noticed the last change to the same wall, then those who have few to answer. */
function inOrder(asked: readonly Asked[], first: string | undefined): Asked[] {
  const place = ({ who, questions }: Asked) => (who === first ? 0 : questions.length);
  return asked.toSorted((one, other) => place(one) - place(other));
}

async function listUnnoticed(tries: Tries): Promise<{ unnoticed: string[]; count: number }> {
  const sharp = await sharpened(tries, asked);
  expect(await firstWrong(tries, sharp), "with every wall as it stands").toBeNull();
  const mutants = await listMutants(tries);
  const noticedBy = new Map<string | undefined, string>();
  const unnoticed: string[] = [];
  for (const { name, sql, about, role, scopes } of mutants) {
    const concerned = sharp.filter(
      ({ who, said }) => (!role || who.includes(role)) && (!scopes || scopes.includes(said.role ?? "")),
    );
    const ordered = inOrder(concerned, noticedBy.get(about[0]));
    const wrong = await tries.changed(sql, () => firstWrong(tries, ordered, about));
    if (wrong) noticedBy.set(about[0], wrong.who);
    else unnoticed.push(name);
  }
  return { unnoticed, count: mutants.length };
}

test(`each wall that is dropped, opened or bent is noticed`, { timeout: FIVE_MINUTES_MS }, async () => {
  const { unnoticed, count } = await withTries(database.adminUrl, listUnnoticed);
  expect(unnoticed.filter((name) => !equivalentOf(name))).toEqual([]);
  const harmless = new Set(unnoticed.map(equivalentOf));
  expect(Object.keys(EQUIVALENT).filter((pattern) => !harmless.has(pattern))).toEqual([]);
  expect(count).toBeGreaterThanOrEqual(LEAST);
  console.log(count, unnoticed.length);
});
