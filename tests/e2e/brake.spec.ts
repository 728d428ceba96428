import { givePassword, makeAccount } from "./support/accounts.ts";
import { expect, test } from "./support/fixtures.ts";

const WAIT = "Too many sign-ins were wrong. Wait 30 seconds, then try again.";

test("after five wrong passwords one waits, and the owner comes in from a browser that knows them", async ({
  pageAs,
  database,
}) => {
  const { email } = await makeAccount(database, ["forum representative"], { secondStep: false });
  const owner = await pageAs(null);
  await owner.goto("/sign-in");
  await givePassword(owner, email);
  await expect(owner).toHaveURL("/dashboard");
  await owner.getByRole("button", { name: "Sign out" }).click();
  await expect(owner.getByRole("main")).toContainText("You have signed out.");

  const stranger = await pageAs(null, { script: false });
  await stranger.goto("/sign-in");
  for (let time = 0; time < 5; time += 1) {
    await givePassword(stranger, email, "not the password");
    await expect(stranger.getByRole("link", { name: /is not right/ })).toBeVisible();
  }
  await givePassword(stranger, email);
  await expect(stranger.getByRole("link", { name: WAIT })).toBeVisible();
  await expect(stranger.getByLabel("E-mail address")).toHaveValue(email);

  await givePassword(owner, email);
  await expect(owner).toHaveURL("/dashboard");
});
