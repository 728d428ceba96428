/** Everything that the tests ask of the walls, person by person, each question with the answer that the access rule gives. */
import { WHO } from "#tests/support/access.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { listSaid, type Said } from "./actors.ts";
import { blindCells } from "./blind-cells.ts";
import { type CallCell, callerCells, handOverCells, otherCells, ownerCells, sessionCells } from "./call-cells.ts";
import { cellsOf, makeAttempts } from "./cells.ts";
import { columnCells } from "./column-cells.ts";
import { makeLives } from "./session-lives.ts";
import { type Tries, type Try, withTries } from "./tries.ts";

/**
 * `about`: the table or function it tells of. "not yes": it must not succeed, but may be refused by the shape of another
 * row that it would change, in which case no wall was met.
 */
export type Question = Try & {
  readonly name: string;
  readonly about: string;
  readonly answer: "yes" | "no" | "not yes";
};
export type Asked = { readonly who: string; readonly said: Said; readonly questions: readonly Question[] };

/** Makes the rows asked about, in a test's own database. */
export async function makeQuestions(database: TestDatabase): Promise<Asked[]> {
  const attempts = await makeAttempts(database);
  const lives = await makeLives(database);
  const calls: CallCell[] = [...callerCells(), ...ownerCells(), ...otherCells(), ...sessionCells(lives, database)];
  calls.push(...(await handOverCells(database)));
  const said = new Map<string, Said>(await listSaid(database));
  const { cells, blind, columns } = await withTries(database.adminUrl, async (tries) => ({
    cells: cellsOf(attempts),
    blind: await blindCells(tries, attempts),
    columns: await columnCells(tries),
  }));
  const yes = (may: boolean) => (may ? "yes" : "no");
  const people = WHO.map((who) => ({
    who,
    said: said.get(who) ?? {},
    questions: [
      ...cells.map(({ name, table, sql, may }) => ({ name, about: table, sql, answer: yes(may.includes(who)) })),
      ...blind
        .filter(({ may }) => !may.includes(who))
        .map(({ name, table, sql, touches }) => ({ name, about: table, sql, touches, answer: "not yes" as const })),
      ...calls.filter(({ by }) => by === who).map((call) => ({ ...call, answer: yes(call.may) })),
    ] as Question[],
  }));
  const roles = [...new Set([...columns.map(({ scope }) => scope), ...calls.map(({ by }) => by)])];
  const scopes = roles
    .filter((role) => !said.has(role))
    .map((role) => ({
      ...{ who: role, said: { role } },
      questions: [
        ...columns
          .filter(({ scope }) => scope === role)
          .map(({ name, table, sql, may }) => ({ name, about: table, sql, answer: yes(may) })),
        ...calls.filter(({ by }) => by === role).map((call) => ({ ...call, answer: yes(call.may) })),
      ] as Question[],
    }));
  return [...people, ...scopes, inRequest(said.get("council leader") ?? {})];
}

/** Somebody whose scope also says which request it serves: what they put on record names it. */
function inRequest(said: Said): Asked {
  const request = "00000000-0000-7000-8000-000000000001";
  const act = (id: string) =>
    `insert into audit_entry (id, area_id, at, person_id, role_holding_id, organisation_id, role, action, subject, request_id)
     values (gen_random_uuid(), portal.area_id(), now(), portal.user_id(), portal.role_id(), portal.organisation_id(),
       portal.role(), 'did', 'a thing', ${id})`;
  const about = "audit_entry";
  return {
    who: "council leader in a request",
    said: { ...said, "portal.request_id": request },
    questions: [
      { name: "insert an act of this request", about, sql: act(`'${request}'`), answer: "yes" },
      { name: "insert an act of no request", about, sql: act("null"), answer: "no" },
    ],
  };
}

export type Wrong = { readonly who: string; readonly names: readonly string[] };

/**
 * What is not as the access rule says of these tables and functions (of all, when none is named): the first person found
 * for whom something is not, and what; null when all is.
 */
export async function firstWrong(
  tries: Tries,
  asked: readonly Asked[],
  about?: readonly string[],
): Promise<Wrong | null> {
  for (const { who, said, questions } of asked) {
    const chosen = about ? questions.filter((question) => about.includes(question.about)) : questions;
    if (chosen.length === 0) continue;
    const outcomes = await tries.outcomes(said, chosen);
    const wrong = chosen.filter(({ answer }, index) =>
      answer === "not yes" ? outcomes[index] === "yes" : outcomes[index] !== answer,
    );
    if (wrong.length > 0) return { who, names: wrong.map(({ name }) => name) };
  }
  return null;
}

/** The same questions, where "not yes" has become "no" wherever a wall is what refuses today. */
export async function sharpened(tries: Tries, asked: readonly Asked[]): Promise<Asked[]> {
  const sharp: Asked[] = [];
  for (const { who, said, questions } of asked) {
    const outcomes = await tries.outcomes(said, questions);
    const answers = questions.map((question, index) => {
      return question.answer === "not yes" && outcomes[index] === "no"
        ? { ...question, answer: "no" as const }
        : question;
    });
    sharp.push({ who, said, questions: answers });
  }
  return sharp;
}
