/** Canaries in people, in what lets them in, in files and in acts. */
import { createHash } from "node:crypto";
import { uuidv7 } from "#lib/ids.ts";
import { type Aviary, bytes, EVERYBODY, type Holder, INVITED, KEEPERS, NOBODY } from "./canaries.ts";

const AT = "2026-01-05T10:00:00Z";

/** Answers with a data officer of the other area, who is among them. */
export async function plantPeople(aviary: Aviary): Promise<Holder> {
  const [data, admin, away] = [
    await aviary.holder("council.data"),
    await aviary.holder("admin"),
    await aviary.holder("nel.leader"),
  ];
  await plantPerson(aviary, data, "somebody of the area", KEEPERS, "case officer");
  const second = await plantPerson(aviary, data, "a second data officer", KEEPERS, "data officer");
  const officerAway = await plantPerson(aviary, away, "somebody of the other area", NOBODY, "data officer");
  await plantInvitation(aviary, admin, "the area", ["admin", INVITED]);
  await plantInvitation(aviary, away, "the other area", NOBODY);
  await plantFile(aviary, data, "a file of the data officer", ["council.data"]);
  await plantFile(aviary, second, "a file of another data officer", NOBODY);
  await plantFile(aviary, officerAway, "a file of the other area", NOBODY);
  await plantAct(aviary, data.area_id, "an act", ["auditor"]);
  await plantAct(aviary, away.area_id, "an act of the other area", NOBODY);

  const { portal } = aviary;
  const browser = aviary.say("the browser of a session of the case officer", ["council.casework", "admin"]);
  await plantSession(aviary, await aviary.holder("council.casework"), browser);
  const note = aviary.say("a note on a membership", EVERYBODY);
  await portal.rows("update area_membership set note = $1 where organisation_id = $2", note, data.organisation_id);
  const alias = { alias: aviary.say("an alias", EVERYBODY), source: aviary.say("the source of an alias", EVERYBODY) };
  await portal.put("organisation_alias", { ...alias, organisation_id: data.organisation_id });
  return officerAway;
}

async function plantPerson(
  aviary: Aviary,
  { area_id, organisation_id }: Holder,
  what: string,
  readers: readonly string[],
  role: string,
): Promise<Holder> {
  const { portal } = aviary;
  const [id, person_id] = [uuidv7(), uuidv7()];
  const email = `${aviary.say(`the e-mail address of ${what}`, readers)}@test.example`;
  await portal.put("person", { id: person_id, display_name: aviary.say(`the name of ${what}`, readers), email });
  await portal.put("role_holding", { id, area_id, organisation_id, person_id, role, from_on: "2021-04-01" });
  const secret = (of: string) => aviary.say(`${of} of ${what}`, NOBODY);
  await portal.put("identity", { issuer: secret("the issuer"), subject: secret("the subject"), person_id });
  await portal.put("password", { person_id, hash: secret("the password's hash"), changed_at: AT });
  await portal.put("second_step", { person_id, secret: bytes(secret("the second step")), confirmed_at: AT });
  await portal.put("recovery_code", { person_id, code_hash: bytes(secret("a recovery code")), made_at: AT });
  const holder = { id, person_id, area_id, organisation_id };
  const its = aviary.say(
    `the browser of ${what}`,
    readers.includes("admin") ? ["admin"] : NOBODY,
    "sessions are shown to their own",
  );
  await plantSession(aviary, holder, its);
  aviary.addresses.push(`/people/${id}`, `/people/${id}/give`, `/people/${id}/leaver`);
  return holder;
}

async function plantSession({ portal }: Aviary, { id, person_id }: Holder, browser: string): Promise<void> {
  const now = new Date().toISOString();
  const session = { id: uuidv7(), person_id, role_holding_id: id, started_at: now, last_seen_at: now };
  await portal.put("session", { ...session, browser, method: "demonstration", token_hash: bytes(session.id) });
}

async function plantInvitation(aviary: Aviary, by: Holder, where: string, readers: readonly string[]): Promise<void> {
  const [id, token] = [uuidv7(), uuidv7()];
  const { area_id, organisation_id } = by;
  const whom = {
    display_name: aviary.say(`the name in an invitation of ${where}`, readers),
    role: "senco",
    organisation_id,
  };
  const email = `${aviary.say(`the address in an invitation of ${where}`, readers)}@test.example`;
  const when = { from_on: "2026-01-01", made_at: AT, expires_at: "2099-01-01T00:00:00Z", made_by_id: by.id };
  const token_hash = bytes(createHash("sha256").update(token).digest());
  await aviary.portal.put("invitation", { id, area_id, kind: "role", token_hash, email, ...whom, ...when });
  aviary.addresses.push(`/people/invitations/${id}`);
  if (readers.includes(INVITED)) aviary.invitation = `/invitation/${token}`;
}

async function plantFile(aviary: Aviary, by: Holder, what: string, readers: readonly string[]): Promise<void> {
  const id = uuidv7();
  const table = `\tApr 19\tMay 19\tJun 19\n${aviary.say(`${what}: its contents`, readers)}\t1\t2\t3\n`;
  const file_name = `${aviary.say(`${what}: its name`, readers)}.tsv`;
  const file = { kind: "monthly table", file_name, sha256: id, byte_size: table.length, contents: bytes(table) };
  await aviary.portal.put("import", { id, area_id: by.area_id, ...file, read_by_id: by.id, read_at: AT });
  aviary.addresses.push(`/imports/${id}`);
}

async function plantAct(aviary: Aviary, area_id: string, what: string, readers: readonly string[]): Promise<void> {
  const act = {
    id: uuidv7(),
    area_id,
    at: new Date().toISOString(),
    role: "data officer",
    action: "submitted a figure",
  };
  const words = { subject: aviary.say(`${what}: on what`, readers), purpose: aviary.say(`${what}: what for`, readers) };
  await aviary.portal.put("audit_entry", { ...act, ...words });
}
