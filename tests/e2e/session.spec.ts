import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

/** Opens a page whose clock the test turns on, once the page has begun to count and has said so to the other tabs. */
async function open(page: Page, path: string): Promise<void> {
  await page.clock.install();
  await page.addInitScript(() => {
    const counting = new BroadcastChannel("portal.session");
    counting.onmessage = () => document.documentElement.toggleAttribute("data-counting", true);
    Object.assign(window, { counting });
  });
  await page.goto(path);
  await page.locator("html[data-counting]").waitFor({ state: "attached" });
}

test("somebody is told in good time that they will be signed out, and stays without losing their place", async ({
  pageAs,
}) => {
  const page = await pageAs("admin", { viewport: { width: 390, height: 800 } });
  await open(page, "/people");
  await page.getByText(/^Also written in 10 other ways/).click();
  const place = await page.evaluate(() => [scrollY, history.length]);
  const session = page.getByRole("region", { name: "Your session" });
  await page.clock.fastForward("23:00");
  await expect(session).toHaveText("");
  await page.clock.fastForward("02:00");
  await expect(session.getByRole("status")).toContainText("You will be signed out in 4 minutes.");
  await session.getByRole("button", { name: "Stay signed in" }).click();
  await expect(session).toHaveText("");
  await expect(page).toHaveURL("/people");
  await expect(page.getByText("NPFGB")).toBeVisible();
  expect(await page.evaluate(() => [scrollY, history.length])).toEqual(place);
});

test("the warning is sound, and nothing on the page moves for it", async ({ pageAs }) => {
  const page = await pageAs("school.senco");
  await open(page, "/home");
  const heading = page.getByRole("heading", { level: 1 });
  const before = await heading.boundingBox();
  await page.clock.fastForward("25:00");
  await expect(page.getByRole("button", { name: "Stay signed in" })).toBeVisible();
  expect(await heading.boundingBox()).toEqual(before);
  await page.clock.resume();
  await expectSoundNow(page);
});

test("when the time is over the page says so and leads to signing in", async ({ pageAs }) => {
  const page = await pageAs("school.senco");
  await open(page, "/home");
  await page.clock.fastForward("30:00");
  const session = page.getByRole("region", { name: "Your session" });
  await expect(session.getByRole("status")).toContainText("You have been signed out.");
  await expect(session.getByRole("link", { name: /Sign in again/ })).toHaveAttribute("href", "/sign-in");
});

test("a page opened in another tab counts as staying", async ({ asRole }) => {
  const context = await asRole("school.senco");
  const page = await context.newPage();
  await open(page, "/home");
  await page.clock.fastForward("25:00");
  const warning = page.getByRole("button", { name: "Stay signed in" });
  await expect(warning).toBeVisible();
  await (await context.newPage()).goto("/home");
  await expect(warning).toBeHidden();
});
