/**
 * A data officer brings in a file: what is read is shown, nothing is stored before it is confirmed, and a wrong file is a
 * sentence. Each test has rows and months of its own, long before those of the demonstration.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { PROJECT } from "#prisma/tool.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectSoundNow } from "./support/sound-page.ts";

const MEGABYTE = 1024 * 1024;

function table(label: string, cells: readonly string[]): string {
  return `\tApr 19\tMay 19\tJun 19\n${label}\t${cells.join("\t")}\n`;
}

async function upload(page: Page, contents: string | Buffer, name = "kpi.tsv"): Promise<void> {
  await page.goto("/imports/new");
  await page.getByLabel("The file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(contents) });
  await page.getByRole("button", { name: "Read the file" }).click();
}

for (const { script, label, code } of [
  { script: true, label: "Angry letters", code: "V03a" },
  { script: false, label: "Letters to Westminster", code: "V03b" },
]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test("a table is read, given a meaning, checked and stored; a change of it needs a reason", async ({ pageAs }) => {
      const page = await pageAs("council.data", { script });
      await upload(page, table(label, ["3", "Tbc", ""]));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check what was understood");
      await expect(page.getByText("Nothing of it is stored yet")).toBeVisible();
      await expect(page.getByRole("button", { name: /^Store/ })).toHaveCount(0);

      await page.getByLabel(`Row 2 ${label}`).selectOption(code);
      await page.getByRole("button", { name: "Check again" }).click();
      await expect(page.getByText("3 new, 0 unchanged, 0 revisions")).toBeVisible();
      await page.getByRole("button", { name: "Store 3 figures" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("The file is stored");

      await upload(page, table(label, ["4", "Tbc", ""]));
      await expect(page.getByLabel(`Row 2 ${label}`)).toHaveValue(code);
      const row = page.getByRole("table").getByRole("row").filter({ hasText: label });
      await expect(row).toContainText("was 3");
      await page.getByRole("button", { name: "Store 1 figure" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary).toContainText("Say why the figures change");
      if (script) await expect(summary).toBeFocused();
      await page.getByLabel("Why the figure changes").fill("One letter came late.");
      await page.getByRole("button", { name: "Store 1 figure" }).click();
      await expect(page.getByText("1 of them a revision")).toBeVisible();

      await upload(page, table(label, ["4", "Tbc", ""]));
      await expect(page.getByText("This file says what is stored already")).toBeVisible();
    });

    test("a wrong file is a sentence on the same page, and nothing of it is kept", async ({ pageAs }) => {
      const page = await pageAs("council.data", { script });
      await upload(page, "%PDF-1.7 not a table", `${label}.tsv`);
      await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("This is a PDF");
      await expect(page).toHaveURL(/\/imports\/new/);
      await expect(page.getByRole("link", { name: `${label}.tsv` })).toHaveCount(0);
      await page.goto("/imports/new");
      await expect(page.getByText("There is a problem")).toHaveCount(0);
    });

    test("a file that is too large is a sentence, said before it is sent where a script can", async ({ pageAs }) => {
      const page = await pageAs("council.data", { script });
      const sent: string[] = [];
      page.on("request", (request) => {
        if (request.method() === "POST") sent.push(request.url());
      });
      await upload(page, Buffer.alloc(3 * MEGABYTE, "a\t"));
      await expect(page.getByRole("alert").filter({ hasText: "larger than 2 MB" })).toBeVisible();
      expect(sent.filter((url) => url.endsWith("/imports/upload"))).toHaveLength(script ? 0 : 1);
    });
  });
}

test("a table with problems is shown with each problem's cell, and cannot be stored", async ({ pageAs }) => {
  const page = await pageAs("council.data");
  await upload(page, table("Letters nobody counted", ["3", "three", "-5"]));
  const problems = page.getByRole("region", { name: "There are 2 problems to mend in the file" });
  await expect(problems).toContainText("C2");
  await expect(problems).toContainText("D2");
  await expect(page.getByRole("button", { name: /^Store/ })).toHaveCount(0);
  await expectSoundNow(page);
});

test("the national figures say that they are stored already, once their publication is named", async ({ pageAs }) => {
  const page = await pageAs("council.data");
  await upload(page, readFileSync(path.join(PROJECT, "prisma/demo/dfe-benchmarks.csv")), "dfe.csv");
  await expect(page.getByText("Nothing can be stored until the publication is named")).toBeVisible();
  await page.getByLabel("The publication’s name").fill("DfE Education, health and care plans, 2025 release");
  await page.getByRole("button", { name: "Check against what is stored" }).click();
  await expect(page.getByText("0 new, 4,873 unchanged, 0 revisions")).toBeVisible();
  await expect(page.getByText("KNOWN BAD: regional total in LA row")).toBeVisible();
  await expectSoundNow(page);
});

test("the page of a refused file and that of a revision are sound", async ({ pageAs }) => {
  const page = await pageAs("council.data");
  await upload(page, "%PDF-1.7");
  await expectSoundNow(page);
  const real = readFileSync(path.join(PROJECT, "prisma/demo/monthly-kpi-2021-22.tsv"), "utf8");
  await upload(page, real.replace("\t54\t85", "\t55\t"));
  await expect(page.getByText("2 revisions")).toBeVisible();
  await page.getByText("What a row leaves unsaid").click();
  await page.getByRole("button", { name: "Store 2 figures" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Say why" })).toBeVisible();
  await expectSoundNow(page);
});

test("a file is seen by its reader alone, and uploads are for a data officer on our own pages", async ({ asRole }) => {
  const own = await asRole("council.data");
  const page = await own.newPage();
  await upload(page, table("Letters of one reader", ["1", "2", "3"]));
  const { pathname, origin } = new URL(page.url());
  const leader = await asRole("council.leader");
  expect((await leader.request.get(pathname)).status()).toBe(404);

  const multipart = { file: { name: "kpi.tsv", mimeType: "text/plain", buffer: Buffer.from("x") } };
  const post = async (who: typeof own, from: string) =>
    (await who.request.post("/imports/upload", { multipart, headers: { origin: from }, maxRedirects: 0 })).status();
  expect(await post(own, "https://elsewhere.example")).toBe(403);
  expect(await post(leader, origin)).toBe(404);
  expect(await post(await asRole(null), origin)).toBe(303);
});
