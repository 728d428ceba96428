import { codeOfKeyOn, givePassword, makeAccount, PASSWORD, signInAs } from "./support/accounts.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

test("somebody ends the session of another browser, whose next click is the sign-in page", async ({
  pageAs,
  database,
}) => {
  const { email } = await makeAccount(database, ["forum representative"], { secondStep: false });
  const [here, there] = [await pageAs(null), await pageAs(null)];
  for (const page of [here, there]) {
    await page.goto("/sign-in");
    await givePassword(page, email);
    await expect(page).toHaveURL("/dashboard");
  }
  await here.getByRole("link", { name: /your account/ }).click();
  await expectSoundNow(here);
  await expect(here.getByRole("main").getByText("This one")).toBeVisible();
  await here.getByRole("button", { name: /^End the session of/ }).click();
  await expect(here.getByRole("main")).toContainText("The session has ended.");
  await expect(here.getByRole("button", { name: /^End/ })).toHaveCount(0);
  await there.goto("/indicators");
  await expect(there).toHaveURL("/sign-in?path=%2Findicators");
});

test("somebody changes their password, sets up a second step and makes new recovery codes", async ({
  pageAs,
  database,
}) => {
  const page = await pageAs(null, { script: false });
  const account = await makeAccount(database, ["forum representative"], { secondStep: false });
  await page.goto("/sign-in");
  await givePassword(page, account.email);
  await page.goto("/account");
  await page.getByRole("link", { name: "Change your password" }).click();
  await page.getByLabel("Your present password").fill(PASSWORD);
  await page.getByLabel("Your new password").fill("three unlikely words");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("main")).toContainText("Your password is changed.");

  await page.getByRole("link", { name: "Set up a second step" }).click();
  await page.getByLabel("Six-digit code").fill(await codeOfKeyOn(page));
  await page.getByRole("button", { name: "Set it up" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const before = await codes.allTextContents();
  await page.getByRole("button", { name: "I have kept them: go on" }).click();
  await expect(page).toHaveURL("/account");

  await database.rows("update session set confirmed_at = null where person_id = $1", account.personId);
  await page.reload();
  await page.getByRole("link", { name: "show again that it is you" }).click();
  await page.getByLabel("Code", { exact: true }).fill(before[0] ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL("/account");
  await page.getByRole("button", { name: "Make new recovery codes" }).click();
  await expect(codes).toHaveCount(10);
  expect(await codes.allTextContents()).not.toContain(before[1]);
});

test("a person of the demonstration is told that they need no second step", async ({ pageAs }) => {
  const page = await pageAs(null);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /^Administrator admin@/ }).click();
  await expect(page).toHaveURL("/people");
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText("without a password and without a second step");
  await expectSoundNow(page);
  await page.goto("/confirm?path=%2Fpeople");
  await page.getByRole("link", { name: "Go back" }).click();
  await expect(page).toHaveURL("/people");
});

test("a form sent after signing out in another tab keeps what was typed, and goes through once signed in again", async ({
  pageAs,
  database,
}) => {
  const page = await pageAs(null);
  const account = await makeAccount(database, ["forum representative"], { secondStep: false });
  await page.goto("/sign-in");
  await givePassword(page, account.email);
  await expect(page).toHaveURL("/dashboard");
  await page.goto("/account/password");
  const other = await page.context().newPage();
  await other.goto("/account");
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(other.getByRole("main")).toContainText("You have signed out.");

  await page.getByLabel("Your present password").fill(PASSWORD);
  await page.getByLabel("Your new password").fill("three unlikely words");
  await page.getByRole("button", { name: "Change the password" }).click();
  const problem = page.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toContainText("You have been signed out");
  await expectSoundNow(page);
  const [again] = await Promise.all([
    page.context().waitForEvent("page"),
    problem.getByRole("link", { name: "Sign in (opens in a new tab)" }).click(),
  ]);
  await givePassword(again, account.email);
  await expect(again).toHaveURL("/dashboard");
  await page.getByLabel("Your present password").fill(PASSWORD);
  await page.getByLabel("Your new password").fill("three unlikely words");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("main")).toContainText("Your password is changed.");
});

test("what was typed stays when the portal asks again who is at the screen, and goes through then", async ({
  pageAs,
  database,
}) => {
  const page = await pageAs(null);
  const account = await makeAccount(database, ["administrator"]);
  await signInAs(page, account, "/people");
  await page.goto("/people/invite");
  await page.getByLabel("Their name").fill("Somebody New");
  await page.getByLabel("Their e-mail address").fill("asked-again@test.example");
  await page.getByLabel("Organisation").selectOption({ label: "North Northamptonshire Council" });
  await page.getByLabel("Role").selectOption("data officer");
  await database.rows("update session set confirmed_at = null where person_id = $1", account.personId);
  await page.getByRole("button", { name: "Invite them" }).click();
  const problem = page.getByRole("alert", { name: "There is a problem" });
  const [other] = await Promise.all([
    page.context().waitForEvent("page"),
    problem.getByRole("link", { name: "Show that it is you (opens in a new tab)" }).click(),
  ]);
  await other.getByLabel("Code", { exact: true }).fill(account.code(1));
  await other.getByRole("button", { name: "Go on" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Thank you");
  await expect(page.getByLabel("Their name")).toHaveValue("Somebody New");
  await page.getByRole("button", { name: "Invite them" }).click();
  await expect(page.getByRole("main")).toContainText("A link for Somebody New");
});

test("without script, a form sent after signing out leads to signing in, and back to its page", async ({
  pageAs,
  database,
}) => {
  const page = await pageAs(null, { script: false });
  const account = await makeAccount(database, ["auditor", "council leader"]);
  await signInAs(page, account, "/roles");
  await database.rows("update session set ended_at = now() where person_id = $1", account.personId);
  await page.getByRole("button", { name: /as Council leader/ }).click();
  await expect(page).toHaveURL("/sign-in?unsent=yes&path=%2Froles");
  await expect(page.getByRole("main")).toContainText("what you sent was not done");
});

test("signing out twice is signing out", async ({ pageAs, database }) => {
  const page = await pageAs(null);
  const account = await makeAccount(database, ["auditor"]);
  await signInAs(page, account, "/audit");
  await database.rows("update session set ended_at = now() where person_id = $1", account.personId);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("main")).toContainText("You have signed out.");
});
