/** Someone answers for a figure: commentary, a target, an exception report; each read by whoever it is for, and no other. */
import { expect, test } from "./support/fixtures.ts";
import { makeOwnMonth } from "./support/own-month.ts";
import { expectSoundNow } from "./support/sound-page.ts";

const AREA = "north-northamptonshire";
const TODAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" }).format(new Date());

const CASES = [
  { script: true, leader: "council.leader", other: "icb.leader", code: "A02", month: "2018-07", named: "July 2018" },
  {
    script: false,
    leader: "icb.leader",
    other: "council.leader",
    code: "H01a",
    month: "2018-08",
    named: "August 2018",
  },
];

for (const { script, leader, other, code, month, named } of CASES) {
  test.describe(`${script ? "with" : "without"} JavaScript`, () => {
    test.describe.configure({ mode: "serial", timeout: 120_000 });
    const commentary = `/indicators/${code}/commentary?month=${month}`;
    const report = `/exceptions/${code}/${month}`;

    test(`${leader} says what is behind a figure, and its audience reads it`, async ({ pageAs, database }) => {
      await makeOwnMonth(database, { code, month, value: 41 });
      const page = await pageAs(leader, { script });
      await page.goto(commentary);
      await page.getByRole("button", { name: "Save the draft" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary.getByRole("link")).toHaveCount(2);
      const words = page.getByLabel("What there is to say about the figure");
      const typed = "Two posts were vacant.\n\nThey are filled: https://example.org/plan";
      await words.fill(typed);
      await page.getByRole("radio", { name: /^The partnership/ }).check();
      if (script) await expect(page.getByText(`${typed.length} of 2,000 characters`)).toBeVisible();
      await page.getByRole("button", { name: "Save, check and publish" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check before you publish");
      if (script) await expectSoundNow(page);
      await page.getByRole("button", { name: "Publish", exact: true }).click();
      await expect(page.getByRole("status").filter({ hasText: "It is published" })).toBeVisible();
      await expect(words).toHaveValue(/^Two posts/);
      if (script) await expectSoundNow(page);

      const said = "Two posts were vacant.";
      for (const name of ["school.senco", "forum.rep", "board.chair"]) {
        const reader = await pageAs(name, { script });
        await reader.goto(`/dashboard?month=${month}`);
        await expect(reader.getByText(said)).toBeVisible();
        await reader.goto(commentary);
        await expect(reader.getByRole("main")).toContainText(said);
        await expect(reader.getByRole("button", { name: "Save the draft" })).toHaveCount(0);
      }
      const anyone = await pageAs(null, { script });
      await anyone.goto(`/progress?area=${AREA}&month=${month}`);
      await expect(anyone.getByText(said)).toHaveCount(0);
      await words.fill("For everyone: two posts were vacant.");
      await page.getByRole("radio", { name: /^Everyone/ }).check();
      await page.getByRole("button", { name: "Save, check and publish" }).click();
      await page.getByRole("button", { name: "Publish", exact: true }).click();
      await expect(page.getByRole("heading", { name: "Said before" })).toBeVisible();
      await anyone.reload();
      await expect(anyone.getByText("For everyone: two posts were vacant.")).toBeVisible();

      await page.getByRole("link", { name: "Withdraw it" }).first().click();
      await page.getByRole("button", { name: "Withdraw" }).click();
      await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
      await page.getByLabel("Why it is withdrawn").fill("A test.");
      await page.getByRole("button", { name: "Withdraw" }).click();
      await expect(page.getByRole("heading", { name: "Withdrawn" })).toBeVisible();
      await anyone.reload();
      await expect(anyone.getByText("For everyone: two posts were vacant.")).toHaveCount(0);
    });

    test(`two tabs of ${leader} lose nothing of each other's`, async ({ asRole }) => {
      const context = await asRole(leader, { script });
      const [first, second] = [await context.newPage(), await context.newPage()];
      for (const page of [first, second]) {
        await page.goto(commentary);
        await page.getByRole("radio", { name: /^The board/ }).check();
      }
      const words = "What there is to say about the figure";
      await first.getByLabel(words).fill("The first tab’s words.");
      await first.getByRole("button", { name: "Save the draft" }).click();
      await expect(first.getByRole("status").filter({ hasText: "The draft is saved" })).toBeVisible();
      await second.getByLabel(words).fill("The second tab’s words.");
      await second.getByRole("button", { name: "Save the draft" }).click();
      await expect(second.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
        "Both texts are below",
      );
      await expect(second.getByText("The first tab’s words.").first()).toBeVisible();
      await expect(second.getByLabel(words)).toHaveValue("The second tab’s words.");
      if (script) await expectSoundNow(second);
      await second.getByRole("checkbox", { name: "Save what I typed in its place" }).check();
      await second.getByRole("button", { name: "Save the draft" }).click();
      await expect(second.getByRole("status").filter({ hasText: "The draft is saved" })).toBeVisible();
      await second.reload();
      await expect(second.getByLabel(words)).toHaveValue("The second tab’s words.");
    });

    test(`a target of ${leader}'s is missed, a report is owed, given and seen`, async ({ pageAs }) => {
      const page = await pageAs(leader, { script });
      await page.goto(`/indicators/${code}`);
      await page.getByRole("link", { name: "Set a target" }).click();
      await page.getByLabel(/^Target, /).fill("90%");
      await page.getByLabel(/^Tolerance, /).fill("2");
      await page.getByLabel("First day on which it holds").fill(`${month}-01`);
      await page.getByLabel("Last day on which it holds").fill(`${month}-31`);
      await page.getByRole("button", { name: "Set the target" }).click();
      await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
      await page.getByLabel("Why this target").fill("A test of the portal.");
      await page.getByRole("button", { name: "Set the target" }).click();
      await expect(page.getByRole("heading", { name: /Target missed/ })).toBeVisible();
      await expect(page.getByText(new RegExp(`From 1 ${named} to 31 ${named}`))).toBeVisible();

      await page.goto("/dashboard");
      await page.getByRole("link", { name: new RegExp(`^Exception report: .*${named}$`) }).click();
      await expect(page).toHaveURL(report);
      await expect(page.getByRole("main")).toContainText("41% is 49 percentage points below the target of 90%");
      await page.getByRole("button", { name: "Save, check and give" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary.getByRole("link")).toHaveCount(3);
      if (script) await expectSoundNow(page);
      await page.getByLabel("Why was the target missed?").fill("Posts were vacant.");
      await page.getByLabel("What is being done?").fill("We recruit.");
      await page.getByLabel("When will it be back on track?").fill(TODAY);
      await page.getByRole("button", { name: "Save, check and give" }).click();
      await expect(summary).toContainText("Enter a date after today");
      await page.getByLabel("When will it be back on track?").fill("2099-01-01");
      await page.getByRole("button", { name: "Save the draft" }).click();
      await expect(page.getByRole("status").filter({ hasText: "The draft is saved" })).toBeVisible();

      const colleague = await pageAs(other, { script });
      await colleague.goto(report);
      await expect(colleague.getByRole("main")).toContainText("has not given it yet");
      await expect(colleague.getByText("Posts were vacant.")).toHaveCount(0);

      await page.getByRole("button", { name: "Save, check and give" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
      if (script) await expectSoundNow(page);
      await page.getByRole("button", { name: "Give the report to the board" }).click();
      await expect(page.getByRole("status").filter({ hasText: "The report is given" })).toBeVisible();
      await colleague.reload();
      await expect(colleague.getByText("Posts were vacant.")).toBeVisible();
      const senco = await pageAs("school.senco", { script });
      await senco.goto(report);
      await expect(senco.getByRole("main")).toContainText("Its words are for the board");
      await expect(senco.getByText("Posts were vacant.")).toHaveCount(0);
      const forum = await pageAs("forum.rep", { script });
      expect((await forum.goto(report))?.status()).toBe(404);
      expect((await forum.goto("/exceptions"))?.status()).toBe(404);

      const chair = await pageAs("board.chair", { script });
      await chair.goto("/exceptions");
      await chair
        .getByRole("region", { name: /^For the board to note/ })
        .getByRole("link", { name: new RegExp(named) })
        .click();
      if (script) await expectSoundNow(chair);
      await chair.getByLabel("The day it saw the report").fill("2018-10-01");
      await chair.getByRole("button", { name: "Note that the board has seen it" }).click();
      await expect(chair.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText("was given on");
      await chair.getByLabel("The day it saw the report").fill(TODAY);
      await chair.getByRole("button", { name: "Note that the board has seen it" }).click();
      await expect(chair.getByRole("status").filter({ hasText: "the board has seen it" })).toBeVisible();
      await page.goto("/dashboard");
      await expect(page.getByRole("link", { name: new RegExp(`Exception report: .*${named}`) })).toHaveCount(0);
      await page.goto("/exceptions");
      await expect(page.getByRole("region", { name: /^Seen by the board/ })).toContainText(named);
    });
  });
}
