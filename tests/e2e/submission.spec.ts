/** A data officer submits a figure and publishes a month, with a script and without. */
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

for (const { script, code, name, month } of [
  { script: true, code: "C02a", name: "Children using short breaks", month: "2018-04" },
  { script: false, code: "C02b", name: "Direct payments", month: "2018-05" },
]) {
  test(`a figure is submitted and its month published ${script ? "with" : "without"} JavaScript`, async ({
    pageAs,
  }) => {
    const page = await pageAs("council.data", { script });
    await page.goto(`/indicators/${code}/submit?month=${month}`);
    await page.getByLabel("The figure", { exact: true }).fill("about ten");
    await page.getByRole("button", { name: "Store the figure" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await expect(summary.getByRole("link")).toHaveCount(1);
    await expect(page.getByLabel("The figure", { exact: true })).toHaveValue("about ten");
    await page.getByLabel("The figure", { exact: true }).fill("12");
    await page.getByLabel("Where the figure comes from").fill("Case system");
    await page.getByRole("button", { name: "Store the figure" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Stored" })).toContainText(name);

    await page.goto(`/publish?month=${month}`);
    await page.getByRole("button", { name: "Publish the month" }).click();
    await expect(summary.getByRole("link")).toHaveCount(3);
    if (script) await expectSoundNow(page);
    await page.getByLabel("The date of the board").fill("2018-06-01");
    await page.getByRole("radio", { name: /^The board/ }).check();
    await page.getByRole("radio", { name: /^No/ }).check();
    await page.getByRole("button", { name: "Publish the month" }).click();
    await expect(page.getByRole("status").filter({ hasText: "is published" })).toBeVisible();
  });
}

test("a data officer is told first what to do next, and the link leads there", async ({ pageAs }) => {
  const page = await pageAs("council.data", { script: false });
  await page.goto("/submit");
  const next = page.getByRole("region", { name: "Next" });
  await expect(next.getByRole("link")).toBeVisible();
  await page.getByRole("link", { name: /^July 2021 ?, Mediation meetings$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Submit July 2021");
  await expect(page.getByLabel("The figure", { exact: true })).toHaveValue("Tbc");
});
