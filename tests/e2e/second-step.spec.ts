import { codeOfKeyOn, givePassword, makeAccount } from "./support/accounts.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

for (const script of [true, false]) {
  test(`somebody sets up a second step and signs in with it, ${script ? "with" : "without"} JavaScript`, async ({
    pageAs,
    database,
  }) => {
    const page = await pageAs(null, { script });
    const { email } = await makeAccount(database, ["administrator"], { secondStep: false });
    await page.goto("/sign-in");
    await givePassword(page, email);
    await expect(page).toHaveURL("/sign-in/second-step");
    await page.goto("/people");
    await expect(page).toHaveURL("/sign-in?path=%2Fpeople");
    await page.goto("/sign-in/second-step");
    const code = await codeOfKeyOn(page, -1);
    await page.getByLabel("Six-digit code").fill("000000");
    await page.getByRole("button", { name: "Set it up" }).click();
    await expect(page.getByLabel("Six-digit code")).toHaveAccessibleDescription(/is not right/);
    // Half a minute may have passed meanwhile, and its code is then the one before.
    const sameKey = [await codeOfKeyOn(page, -1), await codeOfKeyOn(page, -2)];
    expect(sameKey, "the key is the one that the app has").toContain(code);
    const next = await codeOfKeyOn(page);
    await page.getByLabel("Six-digit code").fill(await codeOfKeyOn(page, -1));
    await page.getByRole("button", { name: "Set it up" }).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep your recovery codes");
    const codes = await page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByRole("button", { name: "I have kept them: go on" }).click();
    await expect(page).toHaveURL("/people");
    await page.goto("/account/recovery-codes");
    await expect(page.getByRole("main")).toContainText("You have 10 left.");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("main")).toContainText("You have signed out.");

    await givePassword(page, email);
    await expect(page).toHaveURL("/sign-in/code");
    await page.getByLabel("Code", { exact: true }).fill(`${next.slice(0, 3)} ${next.slice(3)}`);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL("/people");
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("main")).toContainText("You have signed out.");

    await givePassword(page, email);
    await page.getByLabel("Code", { exact: true }).fill(next);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByLabel("Code", { exact: true })).toHaveAccessibleDescription(/was used already/);
    await page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL("/people");
    await page.goto("/account");
    await expect(page.getByRole("main")).toContainText("You have 9 recovery codes left");
  });
}

test("the pages of the second step are sound, and suit a phone’s keyboard", async ({ pageAs, database }) => {
  const page = await pageAs(null);
  await page.goto("/sign-in");
  await givePassword(page, (await makeAccount(database, ["auditor"], { secondStep: false })).email);
  await expect(page).toHaveURL("/sign-in/second-step");
  await expectSoundNow(page);
  const code = page.getByLabel("Six-digit code");
  await expect(code).toHaveAttribute("inputmode", "numeric");
  await expect(code).toHaveAttribute("autocomplete", "one-time-code");
  await code.fill(await codeOfKeyOn(page));
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep your recovery codes");
  await expectSoundNow(page);

  const other = await pageAs(null);
  const account = await makeAccount(database, ["auditor"]);
  await other.goto("/sign-in");
  await givePassword(other, account.email);
  await other.getByLabel("Code", { exact: true }).fill(account.code(-8));
  await other.getByRole("button", { name: "Go on" }).click();
  await expect(other.getByRole("alert", { name: "There is a problem" })).toContainText("about 4 minutes slow");
  await expectSoundNow(other);
});

test("a sign-in that is not finished in ten minutes begins again", async ({ pageAs, database }) => {
  const page = await pageAs(null, { script: false });
  const account = await makeAccount(database, ["auditor"]);
  await page.goto("/sign-in");
  await givePassword(page, account.email);
  await database.rows(
    "update session set started_at = now() - interval '11 minutes' where person_id = $1",
    account.personId,
  );
  await page.getByLabel("Code", { exact: true }).fill(account.code());
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("main")).toContainText("not within 10 minutes");
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/sign-in");
});
