/** People with a password, as an invitation makes them, and what their phone would show. */
import { createHash, randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { seal } from "#lib/auth/keys.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { codeOfStep, stepAt } from "#lib/auth/totp.ts";
import { uuidv7 } from "#lib/ids.ts";
import type { Database } from "./sign-in.ts";

export const PASSWORD = "a long enough password";
const COUNCIL = `select m.area_id, o.id as organisation_id from organisation o join area_membership m on m.organisation_id = o.id
  where o.name = 'North Northamptonshire Council'`;

export type Account = {
  readonly personId: string;
  readonly email: string;
  /** What the app shows `off` steps of 30 seconds from now. Each works once, and none that is older. */
  readonly code: (off?: number) => string;
};

/** Somebody new who holds these roles in the first area's council; with a second step unless told otherwise. */
export async function makeAccount(
  database: Database,
  roles: readonly string[],
  { secondStep = true }: { readonly secondStep?: boolean } = {},
): Promise<Account> {
  const personId = uuidv7();
  const email = `person-${personId}@test.example`;
  await database.rows("insert into person (id, display_name, email) values ($1, 'Somebody', $2)", personId, email);
  const identity = "insert into identity (issuer, subject, person_id) values ('portal', $1::text, $2)";
  await database.rows(identity, personId, personId);
  const password = "insert into password (person_id, hash, changed_at) values ($1, $2, now())";
  await database.rows(password, personId, await hashPassword(PASSWORD));
  for (const role of roles) {
    await database.rows(
      `insert into role_holding (id, area_id, person_id, organisation_id, role, from_on)
       select $1, c.area_id, $2, c.organisation_id, $3, '2021-04-01' from (${COUNCIL}) c`,
      ...[uuidv7(), personId, role],
    );
  }
  const secret = new TextEncoder().encode(personId.slice(-20));
  if (secondStep) {
    const step = "insert into second_step (person_id, secret, confirmed_at) values ($1, $2, now())";
    await database.rows(step, personId, Buffer.from(seal("second step", secret, personId)));
  }
  return { personId, email, code: (off = 0) => codeOfStep(secret, stepAt(new Date()) + off) };
}

/** The path of a link that the administrator of the first area has made for a role at the council. */
export async function makeInvitation(database: Database, email: string, role: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database.rows(
    `insert into invitation (id, area_id, kind, token_hash, email, display_name, organisation_id, role, from_on, made_by_id, made_at, expires_at)
     select $1, c.area_id, 'role', $2, $3, 'Somebody New', c.organisation_id, $4, current_date, r.id, now(), now() + interval '1 day'
     from (${COUNCIL}) c join role_holding r on r.area_id = c.area_id and r.role = 'administrator' limit 1`,
    ...[uuidv7(), createHash("sha256").update(token).digest(), email, role],
  );
  return `/invitation/${token}`;
}

/** Sends the sign-in form. */
export async function givePassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The code that an app shows now which was given the key on the page. */
export async function codeOfKeyOn(page: Page, off = 0): Promise<string> {
  const key = (await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()) ?? "";
  return codeOfStep(fromBase32(key.replaceAll(" ", "")), stepAt(new Date()) + off);
}

function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  return Uint8Array.from(bits.join("").match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** Signs in with password and code, and waits for the page it leads to. */
export async function signInAs(page: Page, account: Account, lands: string | RegExp): Promise<void> {
  await page.goto("/sign-in");
  await givePassword(page, account.email);
  await page.getByLabel("Code", { exact: true }).fill(account.code());
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(lands);
}
