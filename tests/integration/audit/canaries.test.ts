/**
 * Nothing sensitive on record: strings planted through the product's own commands, in every field that somebody types
 * into, are looked for in every column of the record and in its export.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { exportActs } from "#lib/audit/export-commands.ts";
import { readFilter } from "#lib/audit/filter-schema.ts";
import { readSubject } from "#lib/audit/subject-rules.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { draftCommentary } from "#lib/commentary/commands.ts";
import { readIn } from "#lib/imports/commands.ts";
import { submitFigure } from "#lib/indicators/commands.ts";
import { setTarget } from "#lib/indicators/target-commands.ts";
import { beginWithPassword } from "#lib/people/begin-commands.ts";
import { invite, makePasswordLink, renewInvitation } from "#lib/people/invite-commands.ts";
import { exportReview } from "#lib/people/review-commands.ts";
import type { Scope } from "#lib/scope.ts";
import { makePerson, makeRole } from "#prisma/factories.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { defineCatalogue } from "#tests/support/importing.ts";
import type { Seat } from "#tests/support/people.ts";

const { owner, world, asRole, sitter } = await openTestDatabase();
const today = Temporal.Now.plainDateISO("Europe/London").toString();

/** What is planted, by what it stands for. A figure's value is looked for as a number of its own. */
const CANARY = {
  password: "canary-password-7261",
  "wrong password": "canary-wrong-password-1182",
  "e-mail address": "canary-address-9912@test.example",
  "unknown address": "canary-unknown-4410@test.example",
  name: "Canary Name Planted",
  value: "7,654,321",
  "value as a number": "7654321",
  reason: "canary-reason-5530",
  source: "canary-source-2217",
  "reason of a target": "canary-target-8841",
  target: "98765432",
  words: "canary-words-3301",
  "file name": "canary-file-6659",
  search: "canary-search-7008",
} as const;
const links: string[] = [];

function as<T>(seat: Seat, work: (scope: Scope) => Promise<T>): Promise<T> {
  return asRole(seat, (scope) => work({ ...scope, actor: { ...scope.actor, confirmed: true } }), "write");
}

function exported(person = "") {
  const { filter } = readFilter({ person });
  if (!filter) throw new Error("The filter is wrong.");
  return as("auditor", (scope) => exportActs(scope, filter));
}

async function plantSignIns(): Promise<void> {
  const passwordHash = await hashPassword(CANARY.password);
  const personId = await makePerson(owner, { email: CANARY["e-mail address"], displayName: "Known", passwordHash });
  const place = { areaId: world.here.areaId, organisationId: world.here.forum };
  await makeRole(owner, { ...place, personId, role: "forum representative" });
  const visit = { token: null, browser: "Firefox on Windows", address: "unknown", known: [] };
  const email = CANARY["e-mail address"];
  links.push((await beginWithPassword({ email, password: CANARY.password }, visit)).token);
  for (const address of [email, CANARY["unknown address"]]) {
    const wrong = beginWithPassword({ email: address, password: CANARY["wrong password"] }, visit);
    await expect(wrong).rejects.toMatchObject({ name: "RuleBroken" });
  }
}

async function plantFigures(): Promise<void> {
  const figure = { code: "E01", month: "2022-03", numerator: null, denominator: null, source: CANARY.source };
  await as("data officer", (scope) => submitFigure(scope, { ...figure, typed: "1", reason: "" }));
  await as("data officer", (scope) => submitFigure(scope, { ...figure, typed: CANARY.value, reason: CANARY.reason }));
  const promise = { target: Number(CANARY.target), tolerance: 1, fromOn: today, lastOn: "" };
  await as("council leader", (scope) =>
    setTarget(scope, { code: "E07a", ...promise, reason: CANARY["reason of a target"] }),
  );
  const draft = { code: "E01", month: "2022-03", version: 0, audience: "board", press: "save" } as const;
  await as("council leader", (scope) => draftCommentary(scope, { ...draft, words: CANARY.words }));
  const bytes = new TextEncoder().encode(CANARY.value);
  const fileName = `${CANARY["file name"]}.tsv`;
  await as("data officer", (scope) => readIn(scope, { fileName, bytes, kind: "monthly table" }));
}

async function plantPeople(): Promise<void> {
  const role = { organisationId: world.here.school, role: "senco" as const, fromOn: today, toOn: null };
  const invited = { displayName: CANARY.name, email: CANARY["unknown address"], ...role };
  const made = await as("administrator", (scope) => invite(scope, invited));
  const { id } = await owner.invitation.findFirstOrThrow({ where: { email: CANARY["unknown address"] } });
  const renewed = await as("administrator", (scope) => renewInvitation(scope, { invitationId: id }));
  const { personId } = await sitter("head teacher");
  const password = await as("administrator", (scope) => makePasswordLink(scope, { personId }));
  links.push(...[made, renewed, password].map((link) => ("link" in link ? (link.link.split("/").at(-1) ?? "") : "")));
  await as("administrator", (scope) => exportReview(scope, null));
}

beforeAll(async () => {
  await defineCatalogue();
  await plantSignIns();
  await plantFigures();
  await plantPeople();
  await exported(CANARY["e-mail address"]);
  await exported(CANARY.search);
});

function record() {
  return owner.auditEntry.findMany({ orderBy: { id: "asc" } });
}

describe("what is on record", () => {
  test("is each of the acts that planted something", async () => {
    const actions = new Set((await record()).map(({ action }) => action));
    for (const action of [
      ...["signed in", "was refused a sign-in", "submitted a figure", "revised a figure", "set a target"],
      ...["drafted a commentary", "read in a file", "invited somebody", "took an invitation back"],
      ...["made a link for a new password", "exported the access review", "exported the record of acts"],
    ]) {
      expect(actions).toContain(action);
    }
    expect(links.filter((link) => link.length === 43)).toHaveLength(4);
  });

  test.each(Object.entries(CANARY))("never holds the %s that somebody typed", async (_what, planted) => {
    expect(JSON.stringify(await record())).not.toContain(planted);
    expect(await exported()).not.toContain(planted);
  });

  test("never holds what opens a session or an account", async () => {
    const kept = JSON.stringify(await record()) + (await exported());
    for (const link of links) expect(kept).not.toContain(link);
  });

  test("is nouns and values that the auditor's page can read", async () => {
    const unreadable = (await record()).filter(({ subject }) => readSubject(subject) === null);
    expect(unreadable.map(({ action, subject }) => `${action}: ${subject}`)).toEqual([]);
  });
});

test("every canary was really planted", async () => {
  const tables = ["figure", "target", "commentary", "import", "invitation", "person"];
  const rows = await Promise.all(
    tables.map((table) => owner.$queryRawUnsafe<{ row: string }[]>(`select t::text as row from ${table} t`)),
  );
  const stored = rows
    .flat()
    .map(({ row }) => row)
    .join("\n");
  const { password, "wrong password": wrong, search, ...kept } = CANARY;
  expect(Object.values(kept).filter((planted) => !stored.includes(planted))).toEqual([]);
});
