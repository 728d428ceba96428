/**
 * A data officer reads what is open in a month and gives it to a board; a partner is told. With a script and without. The
 * months are of 2018, and for the board alone: no other test looks there.
 */
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

for (const { script, code, month, name, day, partner } of [
  { script: true, code: "C01", month: "2018-09", name: "September 2018", day: 5, partner: "trust.leader" },
  { script: false, code: "C04", month: "2018-10", name: "October 2018", day: 6, partner: "icb.leader" },
]) {
  test(`a month is checked, given to a board and told to a partner ${script ? "with" : "without"} JavaScript`, async ({
    pageAs,
  }) => {
    // Two people, eleven pages and the look at a form with its errors.
    test.slow();
    const page = await pageAs("council.data", { script });
    const store = async (fill: () => Promise<void>) => {
      await page.goto(`/indicators/${code}/submit?month=${month}`);
      await fill();
      await page.getByRole("button", { name: "Store the figure" }).click();
      await expect(page.getByRole("status").filter({ hasText: "Stored" })).toBeVisible();
    };
    await store(async () => {
      await page.getByLabel("The figure", { exact: true }).fill("50%");
      await page.getByLabel("Where the figure comes from").fill("Case system");
    });

    await page.goto("/publish");
    await page.getByLabel("Month", { exact: true }).selectOption(name);
    await page.getByRole("button", { name: "Check the month" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Publish ${name}`);
    await expect(page.getByRole("heading", { name: "1 point is open" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("50% came without a numerator and a denominator");
    await expect(page.getByRole("main")).toContainText("is not shown: it came without a numerator");

    await page.getByLabel("The board it was given to").fill("Test board");
    await page.getByLabel("The date of the board").fill(`2018-11-0${day}`);
    await page.getByRole("radio", { name: /^The board/ }).check();
    await page.getByRole("radio", { name: /^No/ }).check();
    const publish = page.getByRole("button", { name: "Publish the month" });
    await publish.click();
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(summary).toContainText("1 point is open: say why the month is given all the same.");
    if (script) await expectSoundNow(page);

    // Closed in another tab before the form is sent: told, and nothing that was typed is lost.
    const other = await page.context().newPage();
    await other.goto(`/indicators/${code}/submit?month=${month}`);
    await other.getByLabel(/^Numerator/).fill("6");
    await other.getByLabel(/^Denominator/).fill("12");
    await other.getByLabel("Where the figure comes from").fill("Case system");
    await other.getByLabel(/^Why/).fill("The numbers came.");
    await other.getByRole("button", { name: "Store the change" }).click();
    await expect(other.getByRole("status").filter({ hasText: "Stored" })).toBeVisible();
    await page.getByLabel("Why the month is given with a point open").fill("The numbers are late.");
    await publish.click();
    await expect(summary).toContainText("The month has changed since you opened this page; no longer open:");
    await expect(page.getByRole("heading", { name: "No point is open" })).toBeVisible();
    await expect(page.getByLabel("The board it was given to")).toHaveValue("Test board");
    await expect(page.getByLabel("The date of the board")).toHaveValue(`2018-11-0${day}`);
    await publish.click();
    await expect(page.getByRole("status").filter({ hasText: `${name} is published` })).toBeVisible();

    const theirs = await pageAs(partner, { script });
    await theirs.goto("/dashboard");
    const news = theirs.getByRole("region", { name: "New since you were last here" });
    const sentence = `${name} was given to the Test board on ${day} November 2018.`;
    await expect(news.getByRole("link", { name: sentence })).toBeVisible();
    await news.getByRole("button", { name: "I have seen these" }).click();
    await expect(news.getByRole("link", { name: sentence })).toHaveCount(0);
    await expect(theirs).toHaveURL(/\/dashboard$/);
    await theirs.goto("/notices");
    await theirs.getByRole("link", { name: sentence }).click();
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(name);
  });
}
