/**
 * `kill -9` of the portal and of Postgres, in turns, while people store figures through the real form: what the portal
 * answered for must be there afterwards, once, and with its line on record; what it did not answer for, at most once.
 *
 * The production build over HTTP and a Postgres with nothing switched off for speed. A kill shows what a crash of the
 * programs does; that the disk keeps what it was told to flush when the power goes is the disk's own promise.
 */
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { ARCHIVING } from "#prisma/keeping/archive.ts";
import { startServer } from "#prisma/server.ts";
import { PROJECT } from "#prisma/tool.ts";
import { KillablePortal, killPostgres } from "./killable.ts";
import { formOf, PlainBrowser, type PlainForm } from "./plain-browser.ts";
import { servePortal } from "./served-portal.ts";

export type KillOutcome = {
  readonly rounds: number;
  readonly killed: { readonly portal: number; readonly postgres: number };
  /** Figures that the portal said it stored. */
  readonly acknowledged: number;
  /** Figures for which no answer came, and how many of those had been stored all the same. */
  readonly unanswered: number;
  readonly storedUnanswered: number;
  /** One line an offence; all empty when nothing was lost. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly unrecorded: readonly string[];
  /** Postgres's own word for what makes a commit outlive a crash. */
  readonly durable: { readonly fsync: string; readonly synchronousCommit: string };
};

const CODES = ["E01", "E13", "A00", "D01"];
/** A round is killed once so many figures were answered for, give or take, and at the latest after so long. */
const ANSWERS_A_ROUND = 30;
const LONGEST_MS = 15_000;

type Person = {
  readonly browser: PlainBrowser;
  readonly form: PlainForm;
  readonly code: string;
  readonly month: string;
  /** The figures they sent, by what became of them. */
  readonly acknowledged: Set<string>;
  readonly unanswered: Set<string>;
  readonly storedUnanswered: Set<string>;
  next: number;
};

type Going = { answers: number; stopped: boolean };

/** The build must be there. The database `portal` of the cluster "kill" is made anew first. */
export async function killRounds(options: {
  readonly rounds: number;
  readonly clients?: number;
  readonly signal?: AbortSignal;
}): Promise<KillOutcome> {
  const { rounds, clients = 20, signal } = options;
  const cluster = { projectRoot: PROJECT, name: "kill" };
  const server = await startServer({ ...cluster, settings: ARCHIVING });
  const again = { ...ARCHIVING, port: String(server.port) };
  const served = await servePortal(server.superuserUrl, "portal", signal);
  await served.stop();
  const { MIGRATE_DATABASE_URL: adminUrl = "", PORTAL_URL: origin = "", ...settings } = served.settings;
  const portal = new KillablePortal({ ...settings, PORTAL_URL: origin });
  try {
    await portal.start();
    const people: Person[] = [];
    for (let number = 0; number < clients; number++) people.push(await sitDown(origin, number));
    const killed = { portal: 0, postgres: 0 };
    for (let round = 0; round < rounds; round++) {
      signal?.throwIfAborted();
      const going: Going = { answers: 0, stopped: false };
      const writing = people.map((person) => write(person, going));
      await untilAnswered(going, Math.ceil(Math.random() * 2 * ANSWERS_A_ROUND));
      if (round % 2 === 0) {
        await portal.kill();
        killed.portal += 1;
      } else {
        await killPostgres(server.folder);
        killed.postgres += 1;
      }
      going.stopped = true;
      await Promise.all(writing);
      if (round % 2 === 0) await portal.start();
      else {
        await startServer({ ...cluster, settings: again });
        await portal.untilHealthy();
      }
    }
    return { rounds, killed, ...(await judge(adminUrl, people)) };
  } finally {
    await portal.kill();
    await server.stop();
  }
}

async function untilAnswered(going: Going, answers: number): Promise<void> {
  // Between two answers, too: what is in the middle of being stored is what a kill could lose.
  for (const began = Date.now(); going.answers < answers && Date.now() - began < LONGEST_MS; ) await delay(5);
  await delay(Math.random() * 50);
}

/** Signs in as the demonstration's data officer and opens the form of a month that is this person's alone. */
async function sitDown(origin: string, number: number): Promise<Person> {
  const browser = new PlainBrowser(origin);
  const door = formOf("/sign-in", await browser.get("/sign-in"), "email", "council.data@demo.example");
  await browser.send(door, {});
  const code = CODES[number % CODES.length] ?? "";
  const month = `2016-${String(1 + Math.floor(number / CODES.length)).padStart(2, "0")}`;
  const page = `/indicators/${code}/submit?month=${month}`;
  const form = formOf(page, await browser.get(page), "typed");
  const told = { acknowledged: new Set<string>(), unanswered: new Set<string>(), storedUnanswered: new Set<string>() };
  return { browser, form, code, month, ...told, next: 1 };
}

/** Stores one figure after the other until no answer comes, and sends that one again first in the next round. */
async function write(person: Person, going: Going): Promise<void> {
  const { browser, form } = person;
  while (!going.stopped) {
    const typed = String(person.next);
    try {
      const answer = await browser.send(form, { typed, source: "The drill", reason: "It was counted again" });
      if (answer.to?.startsWith("/submit?stored=")) person.acknowledged.add(typed);
      else if (/already says this/.test(answer.html) && person.unanswered.has(typed))
        person.storedUnanswered.add(typed);
      else if (answer.status >= 500) throw new Error("The portal answered that it cannot.");
      else throw new Refused(person, typed, answer.status);
      person.next += 1;
      going.answers += 1;
    } catch (error) {
      if (error instanceof Refused) throw error;
      person.unanswered.add(typed);
      return;
    }
  }
}

/** Neither stored nor unanswered: the drill itself is wrong. */
class Refused extends Error {
  constructor({ code, month }: Person, typed: string, status: number) {
    super(`The portal refused the figure ${typed} for ${code} ${month} with ${status}.`);
  }
}

async function judge(adminUrl: string, people: readonly Person[]) {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select indicator_code || ' ' || to_char(month, 'YYYY-MM') as cell, as_typed as typed, count(*)::int as times
       from figure where source = 'The drill' group by 1, 2`,
    );
    const stored = new Map<string, number>(rows.map(({ cell, typed, times }) => [`${cell}: ${typed}`, times]));
    const acts = await client.query(
      `select f.cell, f.figures, count(a.*)::int as acts from (
         select 'figure ' || indicator_code || ' ' || to_char(month, 'YYYY-MM') as cell, count(*)::int as figures
         from figure where source = 'The drill' group by 1) f
       left join audit_entry a on a.subject = f.cell group by 1, 2 having f.figures <> count(a.*)`,
    );
    const all = (of: (person: Person) => Set<string>) =>
      people.flatMap((person) => [...of(person)].map((typed) => `${person.code} ${person.month}: ${typed}`));
    const acknowledged = all((person) => person.acknowledged);
    const answeredFor = [...acknowledged, ...all((person) => person.storedUnanswered)];
    const [{ fsync, synchronous }] = (
      await client.query(
        "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous",
      )
    ).rows;
    return {
      acknowledged: acknowledged.length,
      unanswered: all((person) => person.unanswered).length,
      storedUnanswered: all((person) => person.storedUnanswered).length,
      lost: answeredFor.filter((figure) => !stored.has(figure)),
      doubled: [...stored].filter(([, times]) => times > 1).map(([figure, times]) => `${figure}, ${times} times`),
      unrecorded: acts.rows.map((row) => `${row.cell}: ${row.figures} figures, ${row.acts} acts on record`),
      durable: { fsync, synchronousCommit: synchronous },
    };
  } finally {
    await client.end();
  }
}
