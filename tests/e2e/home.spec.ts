import { expect, test } from "./support/fixtures.ts";

/** What is written here for each role stands in the access rule. */
const WORK = [
  { name: "council.casework", work: "requests, assessments, plans and annual reviews of every child", figures: true },
  { name: "council.ep", work: "children whose advice was asked of you", figures: true },
  { name: "icb.health", work: "health advice asked of your organisation", figures: true },
  { name: "trust.social-care", work: "social care advice asked of your organisation", figures: true },
  { name: "school.senco", work: "annual reviews of pupils on your school’s roll", figures: true },
  { name: "school.head", work: "your school’s figures to sign", figures: true },
];

for (const { name, work, figures } of WORK) {
  test(`${name} reads what will be here, and ${figures ? "the area's figures" : "no figure"}`, async ({ pageAs }) => {
    const page = await pageAs(name);
    await page.goto("/home");
    await expect(page.getByRole("main")).toContainText(work);
    await expect(page.getByRole("main")).toContainText("will be here when casework is connected.");
    await expect(page.getByRole("heading", { name: /^The area’s figures/ })).toHaveCount(figures ? 1 : 0);
  });
}

test("whoever has another first page is led to it", async ({ pageAs }) => {
  const page = await pageAs("council.leader");
  await page.goto("/home");
  await expect(page).toHaveURL("/dashboard");
});

test("the portal says that it is well, and is not kept in any cache", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(await answer.json()).toEqual({ status: "ok", database: "ok" });
  expect(answer.headers()["cache-control"]).toBe("no-store");
});
