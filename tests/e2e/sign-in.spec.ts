import { DEMO_PEOPLE } from "#prisma/demo/people.ts";
import { givePassword, makeAccount, signInAs } from "./support/accounts.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

const REFUSED = "The e-mail address or the password is not right. Check both and try again.";

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
      await page.goto("/indicators/E04?target=set");
      await expect(page).toHaveURL("/sign-in?path=%2Findicators%2FE04%3Ftarget%3Dset");
      await page.getByRole("button", { name: "Council leader council.leader@demo.example" }).click();
      await expect(page).toHaveURL("/indicators/E04?target=set");
    });

    test("somebody signs in with a password", async ({ pageAs, database }) => {
      const page = await pageAs(null, { script });
      const { email } = await makeAccount(database, ["forum representative"], { secondStep: false });
      await page.goto("/sign-in");
      await givePassword(page, email.toUpperCase());
      await expect(page).toHaveURL("/dashboard");
    });

    test("a wrong password and an unknown address get the same words, and the address typed is kept", async ({
      pageAs,
      database,
    }) => {
      const page = await pageAs(null, { script });
      for (const { email } of [await makeAccount(database, ["auditor"]), { email: `nobody-${script}@test.example` }]) {
        await page.goto("/sign-in");
        await givePassword(page, email, "not the password");
        await expect(page.getByRole("link", { name: REFUSED })).toBeVisible();
        await expect(page.getByLabel("E-mail address")).toHaveValue(email);
        await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
      }
    });

    test("an empty form says what is missing, each beside its field", async ({ pageAs }) => {
      const page = await pageAs(null, { script });
      await page.goto("/sign-in");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription("Enter your e-mail address");
      await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription("Enter your password");
    });

    test("a person with two roles picks one, and can change it", async ({ pageAs, database }) => {
      const page = await pageAs(null, { script });
      await signInAs(page, await makeAccount(database, ["auditor", "council leader"]), "/roles");
      await page.getByRole("button", { name: /as Council leader/ }).click();
      await expect(page).toHaveURL("/dashboard");
      await page.getByRole("link", { name: "Change role" }).click();
      await page.getByRole("button", { name: /as Auditor/ }).click();
      await expect(page).toHaveURL("/audit");
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
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
});

test("a password can be pasted and kept by a password manager", async ({ pageAs }) => {
  const page = await pageAs(null);
  await page.goto("/sign-in");
  await expect(page.getByLabel("E-mail address")).toHaveAttribute("autocomplete", "username");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("autocomplete", "current-password");
  await page.getByLabel("E-mail address").fill("pasted words");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  await page.getByLabel("Password", { exact: true }).focus();
  await page.keyboard.press("Control+V");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("pasted words");
});

test("somebody who came for a page goes on to it", async ({ pageAs, database }) => {
  const page = await pageAs(null);
  const { email, code } = await makeAccount(database, ["council leader"]);
  await page.goto("/sign-in?path=%2Findicators%2FE01");
  await givePassword(page, email);
  await page.getByLabel("Code", { exact: true }).fill(code());
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL("/indicators/E01");
});

test("nobody is sent on to another site", async ({ pageAs, database }) => {
  const page = await pageAs(null);
  const { email } = await makeAccount(database, ["forum representative"], { secondStep: false });
  await page.goto("/sign-in?path=%2F%2Fevil.example");
  await givePassword(page, email);
  await expect(page).toHaveURL("/dashboard");
});

test("what was typed as a password can be looked at", async ({ pageAs }) => {
  const page = await pageAs(null);
  await page.goto("/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  await page.getByRole("button", { name: "Show what I type: Password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Show what I type: Password" }).click();
  await expect(password).toHaveAttribute("type", "password");
});

test("what is not theirs looks to everybody as if it were not there", async ({ pageAs }) => {
  const page = await pageAs("council.leader");
  const sentence = "This page is not here, or not yours to see";
  for (const path of ["/people", "/nowhere"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(sentence);
  }
});
