import { hashPassword } from "#lib/auth/passwords.ts";
import { uuidv7 } from "#lib/ids.ts";
import { DEMO_PEOPLE } from "#prisma/demo/people.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Database } from "./support/sign-in.ts";
import { expectSoundNow } from "./support/sound-page.ts";

const PASSWORD = "a long enough password";
const REFUSED = "The e-mail address or the password is not right. Check both and try again.";

/** Somebody new with a password, who holds these roles in the first area's council. Answers with the e-mail address. */
async function makePerson(database: Database, ...roles: readonly string[]): Promise<string> {
  const id = uuidv7();
  const email = `person-${id}@test.example`;
  await database.rows("insert into person (id, display_name, email) values ($1, 'Somebody', $2)", id, email);
  await database.rows("insert into identity (issuer, subject, person_id) values ('portal', $1::text, $2)", id, id);
  const hash = await hashPassword(PASSWORD);
  await database.rows("insert into password (person_id, hash, changed_at) values ($1, $2, now())", id, hash);
  for (const role of roles) {
    await database.rows(
      `insert into role_holding (id, area_id, person_id, organisation_id, role, from_on)
       select $1, m.area_id, $2, o.id, $3, '2021-04-01' from organisation o join area_membership m on m.organisation_id = o.id
       where o.name = 'North Northamptonshire Council'`,
      ...[uuidv7(), id, role],
    );
  }
  return email;
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test("somebody chooses a person of the demonstration, lands on their page and signs out", async ({ pageAs }) => {
      const page = await pageAs(null, { script });
      await page.goto("/sign-in");
      await expect(page.getByRole("button", { name: /@demo\.example/ })).toHaveCount(DEMO_PEOPLE.length);
      await page.getByRole("button", { name: "Council leader council.leader@demo.example" }).click();
      await expect(page).toHaveURL("/dashboard");
      await expect(page.getByRole("banner")).toContainText("Council leader, North Northamptonshire Council");
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("main")).toContainText("You have signed out.");
      await page.goto("/dashboard");
      await expect(page).toHaveURL("/sign-in");
    });

    test("somebody signs in with a password", async ({ pageAs, database }) => {
      const page = await pageAs(null, { script });
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill((await makePerson(database, "administrator")).toUpperCase());
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL("/people");
    });

    test("a wrong password and an unknown address get the same words, and the address typed is kept", async ({
      pageAs,
      database,
    }) => {
      const page = await pageAs(null, { script });
      for (const email of [await makePerson(database, "auditor"), "nobody@test.example"]) {
        await page.goto("/sign-in");
        await page.getByLabel("E-mail address").fill(email);
        await page.getByLabel("Password").fill("not the password");
        await page.getByRole("button", { name: "Sign in", exact: true }).click();
        await expect(page.getByRole("link", { name: REFUSED })).toBeVisible();
        await expect(page.getByLabel("E-mail address")).toHaveValue(email);
        await expect(page.getByLabel("Password")).toHaveValue("");
      }
    });

    test("an empty form says what is missing, each beside its field", async ({ pageAs }) => {
      const page = await pageAs(null, { script });
      await page.goto("/sign-in");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription("Enter your e-mail address");
      await expect(page.getByLabel("Password")).toHaveAccessibleDescription("Enter your password");
    });

    test("a person with two roles picks one, and can change it", async ({ pageAs, database }) => {
      const page = await pageAs(null, { script });
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill(await makePerson(database, "auditor", "council leader"));
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL("/roles");
      await page.getByRole("button", { name: /as Council leader/ }).click();
      await expect(page).toHaveURL("/dashboard");
      await page.getByRole("link", { name: "Change role" }).click();
      await page.getByRole("button", { name: /as Auditor/ }).click();
      await expect(page).toHaveURL("/home");
      await expect(page.getByRole("banner")).toContainText("Auditor, North Northamptonshire Council");
    });
  });
}

test("after a refusal the summary has the focus, leads to the field, and the page is sound", async ({ pageAs }) => {
  const page = await pageAs(null);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toBeFocused();
  await expectSoundNow(page);
  await page.getByRole("link", { name: "Enter your password" }).click();
  await expect(page.getByLabel("Password")).toBeFocused();
});

test("a password can be pasted and kept by a password manager", async ({ pageAs }) => {
  const page = await pageAs(null);
  await page.goto("/sign-in");
  await expect(page.getByLabel("E-mail address")).toHaveAttribute("autocomplete", "username");
  await expect(page.getByLabel("Password")).toHaveAttribute("autocomplete", "current-password");
  await page.getByLabel("E-mail address").fill("pasted words");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  await page.getByLabel("Password").focus();
  await page.keyboard.press("Control+V");
  await expect(page.getByLabel("Password")).toHaveValue("pasted words");
});

test("what is not theirs looks to everybody as if it were not there", async ({ pageAs }) => {
  const page = await pageAs("council.leader");
  const sentence = "This page is not here, or not yours to see";
  for (const path of ["/people", "/nowhere"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(sentence);
  }
});
