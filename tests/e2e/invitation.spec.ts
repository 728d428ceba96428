import { givePassword, makeAccount, makeInvitation, PASSWORD } from "./support/accounts.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectSound, expectSoundNow } from "./support/sound-page.ts";

const NEW = "three unlikely words";

for (const script of [true, false]) {
  test(`somebody new comes from a link to their first page, ${script ? "with" : "without"} JavaScript`, async ({
    pageAs,
    database,
  }) => {
    const page = await pageAs(null, { script });
    const email = `new-${script}@test.example`;
    const link = await makeInvitation(database, email, "forum representative");
    await page.goto(link);
    await page.reload();
    await expect(page.getByRole("main")).toContainText(
      "North Northamptonshire Council invites you to the SEND partnership portal of North Northamptonshire, as Forum representative of North Northamptonshire Council",
    );
    await page.getByLabel("Choose a password", { exact: true }).fill("password1234");
    await page.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(page.getByLabel("Choose a password", { exact: true })).toHaveAccessibleDescription(/easy to guess/);
    await page.getByLabel("Choose a password", { exact: true }).fill(NEW);
    await page.getByRole("button", { name: "Accept and sign in" }).click();
    await expect(page).toHaveURL("/dashboard");
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link does not work");
  });
}

test("somebody with an account shows it by its password, and a wrong one is refused", async ({ pageAs, database }) => {
  const page = await pageAs(null);
  const { email } = await makeAccount(database, ["forum representative"], { secondStep: false });
  await page.goto(await makeInvitation(database, email, "auditor"));
  await expectSoundNow(page);
  await page.getByLabel("Your password", { exact: true }).fill(NEW);
  await page.getByRole("button", { name: "Accept and sign in" }).click();
  await expect(page.getByLabel("Your password", { exact: true })).toHaveAccessibleDescription(/is not right/);
  await page.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Accept and sign in" }).click();
  await expect(page).toHaveURL("/sign-in/second-step");
});

test("a link for somebody new is sound, and so is one that does not work", async ({ pageAs, database }) => {
  await expectSound(await pageAs(null), await makeInvitation(database, "sound@test.example", "auditor"));
  await expectSound(await pageAs(null), "/invitation/made-up");
});

test("the password that was chosen is the one to sign in with", async ({ pageAs, database }) => {
  const page = await pageAs(null);
  await page.goto(await makeInvitation(database, "chosen@test.example", "forum representative"));
  await page.getByLabel("Choose a password", { exact: true }).fill(NEW);
  await page.getByRole("button", { name: "Accept and sign in" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await givePassword(page, "chosen@test.example", NEW);
  await expect(page).toHaveURL("/dashboard");
});
