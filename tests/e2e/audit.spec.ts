/** The auditor's record of acts: read, narrowed, turned over and taken out, with a script and without. */
import { readFileSync } from "node:fs";
import { uuidv7 } from "#lib/ids.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test("the auditor reads who did what, narrows it, and what was asked stays in the address", async ({ pageAs }) => {
      const page = await pageAs("auditor", { script });
      await page.goto("/home");
      await expect(page).toHaveURL("/audit");
      const acts = page.getByRole("region", { name: /^(Acts|The acts you asked for)/ });
      await page.getByLabel("What was done").selectOption("published a month");
      await page.getByLabel("Role").selectOption("Data officer");
      await page.getByRole("button", { name: "Show these acts" }).click();
      await expect(acts.getByRole("listitem").filter({ hasText: "published March 2022" }).first()).toContainText(
        "Data officer, Data officer, North Northamptonshire Council",
      );
      await expect(acts).not.toContainText("submitted");
      expect(page.url()).toContain("action=published+a+month");
      await page.reload();
      await expect(page.getByLabel("What was done")).toHaveValue("published a month");

      await page.getByLabel("Name or e-mail address").fill("nobody at all");
      await page.getByRole("button", { name: "Show these acts" }).click();
      await expect(acts).toContainText("No act on record is like this.");
      await expect(page.getByLabel("Name or e-mail address")).toHaveValue("nobody at all");
      await page.getByRole("link", { name: "Show every act" }).click();
      await expect(page).toHaveURL("/audit");
    });

    test("the acts are exported as a file, and that they were is on record", async ({ pageAs }) => {
      const page = await pageAs("auditor", { script });
      await page.goto("/audit?action=published+a+month");
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export these acts as a file" }).click();
      const file = await downloading;
      expect(file.suggestedFilename()).toMatch(/^record-of-acts-20\d\d-\d\d-\d\d\.csv$/);
      const text = readFileSync(await file.path(), "utf8");
      expect(text).toContain('"published March 2022"');
      expect(text).not.toContain("submitted the figure");
      await page.goto("/audit?action=exported+the+record+of+acts");
      await expect(page.getByRole("main")).toContainText("Purpose: acts of the kind “published a month”");
    });
  });
}

test("a day that cannot be read is said beside it, and what was typed stays", async ({ pageAs }) => {
  const page = await pageAs("auditor");
  await page.goto("/audit?from=22/11/2026&until=2026-02-31&request=123");
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary.getByRole("link")).toHaveCount(3);
  await expect(page.getByLabel("Request id")).toHaveValue("123");
  await expect(page.getByLabel("From")).toHaveValue("22/11/2026");
  await expect(page.getByRole("main")).toContainText("Nothing is shown until the problem above is mended.");
  await expectSoundNow(page);
});

test("a long record is turned over page by page, back in time and forth", async ({ database, pageAs }) => {
  await database.rows(
    `insert into audit_entry (id, area_id, at, role, action, subject)
     select gen_random_uuid(), a.id, '2016-01-01'::timestamptz, 'the portal: a test', 'signed in', ''
     from area a, generate_series(1, 70) where a.code = 'E06000061'`,
  );
  const page = await pageAs("auditor", { script: false });
  await page.goto("/audit?until=2016-01-02");
  const acts = page.getByRole("region", { name: "1 January 2016" }).getByRole("listitem");
  await expect(acts).toHaveCount(50);
  await page.getByRole("link", { name: "Earlier acts" }).click();
  await expect(acts).not.toHaveCount(50);
  await expect(page.getByRole("link", { name: "Earlier acts" })).toHaveCount(0);
  await page.getByRole("link", { name: "Later acts" }).click();
  await expect(acts).toHaveCount(50);
});

test("the record and its export are there for nobody else", async ({ asRole, pageAs }) => {
  const origin = new URL(process.env.PORTAL_URL ?? "").origin;
  const form = { from: "", until: "", person: "", organisation: "", role: "", action: "", request: "" };
  const send = async (name: string | null, from: string) => {
    const { request } = await asRole(name);
    return request.post("/audit/export", { form, headers: { origin: from }, maxRedirects: 0 });
  };
  expect((await send("auditor", "https://evil.example")).status()).toBe(403);
  expect((await send("admin", origin)).status()).toBe(404);
  const { request } = await asRole("auditor");
  const unread = await request.post("/audit/export", {
    data: "no form",
    headers: { origin, "content-type": "text/plain" },
  });
  expect([unread.status(), await unread.text()]).toEqual([
    400,
    "This form could not be read. Go back and send it again.",
  ]);
  const signedOut = await send(null, origin);
  expect([signedOut.status(), signedOut.headers().location]).toEqual([303, "/sign-in"]);
  expect((await send("auditor", origin)).headers()["cache-control"]).toContain("no-store");
  expect((await (await pageAs("admin")).goto("/audit"))?.status()).toBe(404);
  expect((await (await pageAs("auditor")).goto(`/audit?request=${uuidv7()}`))?.status()).toBe(200);
});
