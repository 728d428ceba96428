/** Two months of the real paper, held against each other by somebody whose browser runs no script. */
import { expect, test } from "./support/fixtures.ts";

test("a leader compares two months without JavaScript, and the address holds both", async ({ pageAs }) => {
  const page = await pageAs("council.leader", { script: false });
  await page.goto("/dashboard?month=2022-03");
  await page.getByRole("link", { name: "Compare with…" }).click();
  await expect(page.getByText("The same month a year before, March 2021, has no figures here.")).toBeVisible();
  await page.getByLabel("Compare March 2022 with").selectOption("February 2022");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/dashboard\?month=2022-03&with=2022-02$/);
  const main = page.getByRole("main");
  await expect(main).toContainText(
    "From February to March 2022: 4 rose, 3 fell, 1 is unchanged and 2 cannot be compared.",
  );
  const table = page.getByRole("table", { name: "February 2022 and March 2022" });
  await expect(table.getByRole("row", { name: /Annual reviews completed/ })).toContainText("45.5%* revised");
  await expect(table.getByRole("row", { name: /Annual reviews completed/ })).toContainText("−11.9 points");
  await expect(table.getByRole("row", { name: /Mediation meetings/ })).toContainText("not compared");
  await page.getByRole("link", { name: "Stop comparing" }).click();
  await expect(page.getByRole("table", { name: "February 2022 and March 2022" })).toHaveCount(0);
});

test("the two months that are asked for most are a link away where they have figures", async ({ pageAs }) => {
  const page = await pageAs("forum.rep", { script: false });
  await page.goto("/dashboard?month=2022-03&with=");
  await page.getByRole("link", { name: "The month before, February 2022" }).click();
  await expect(page.getByRole("heading", { name: "March 2022 beside February 2022" })).toBeVisible();
  await expect(page.getByRole("link", { name: /a year before/ })).toHaveCount(0);
});

test("a month without figures is said to have none", async ({ pageAs }) => {
  const page = await pageAs("icb.leader", { script: false });
  const answer = await page.goto("/dashboard?month=2022-03&with=2021-03");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("main")).toContainText(
    "March 2021 has no figures here, so March 2022 cannot be compared with it.",
  );
});

test("what is no month is not there", async ({ pageAs }) => {
  const page = await pageAs("icb.leader", { script: false });
  for (const asked of ["soon", "2022-13", "2022-2"]) {
    expect((await page.goto(`/dashboard?month=2022-03&with=${asked}`))?.status(), asked).toBe(404);
  }
});
