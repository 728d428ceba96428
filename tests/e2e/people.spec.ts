/** The administrator's pages: links shown once, roles that end, somebody who leaves, the review of access. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { openToken } from "#lib/auth/options.ts";
import { uuidv7 } from "#lib/ids.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Database } from "./support/sign-in.ts";
import { expectSoundNow } from "./support/sound-page.ts";

type Somebody = { readonly name: string; readonly address: string; readonly roleId: string };

/** Somebody new with one role, whom the fixtures sign in by name. The longest name there may be. */
async function makeSomebody(database: Database, role: string, organisation: string): Promise<Somebody> {
  const [personId, roleId] = [uuidv7(), uuidv7()];
  const name = `throwaway-${personId}`;
  const displayName = `Somebody ${"with-a-very-long-name-".repeat(8)}`.slice(0, 200);
  await database.rows(
    "insert into person (id, display_name, email) values ($1, $2, $3)",
    ...[personId, displayName, `${name}@demo.example`],
  );
  await database.rows(
    `insert into role_holding (id, area_id, person_id, organisation_id, role, from_on)
     select $1, m.area_id, $2, o.id, $3, '2021-04-01' from organisation o join area_membership m on m.organisation_id = o.id
     where o.name = $4`,
    ...[roleId, personId, role, organisation],
  );
  return { name, address: `${name}@demo.example`, roleId };
}

async function fillInvitation(page: Page, email: string): Promise<void> {
  await page.getByLabel("Their name").fill("Newly Invited");
  await page.getByLabel("Their e-mail address").fill(email);
  await page.getByLabel("Organisation", { exact: true }).selectOption("Example Primary School");
  await page.getByLabel("Role", { exact: true }).selectOption("SENCO");
}

const LINK = /\/invitation\/[\w-]{43}$/;

async function linkOn(page: Page): Promise<string> {
  return (await page.getByRole("status").getByText(LINK).textContent()) ?? "";
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test("somebody is invited by a link that is shown once, is made anew and is taken back", async ({ pageAs }) => {
      const page = await pageAs("admin", { script });
      const email = `${uuidv7()}@test.example`;
      await page.goto("/people");
      await page.getByRole("link", { name: "Invite somebody" }).click();
      await page.getByRole("button", { name: "Invite them" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary.getByRole("link")).toHaveCount(4);
      if (script) await expectSoundNow(page);
      await fillInvitation(page, email);
      await page.getByLabel("Role", { exact: true }).selectOption("Council leader");
      await page.getByRole("button", { name: "Invite them" }).click();
      await expect(summary).toContainText("This organisation (School) has no Council leader.");
      await expect(page.getByLabel("Their name")).toHaveValue("Newly Invited");
      await page.getByLabel("Role", { exact: true }).selectOption("SENCO");
      await page.getByRole("button", { name: "Invite them" }).click();
      const first = await linkOn(page);
      expect(page.url()).not.toMatch(/invitation\//);
      if (script) await expectSoundNow(page);

      await page.getByRole("link", { name: "Back to people" }).click();
      const line = page
        .getByRole("region", { name: "Links not used yet" })
        .getByRole("listitem")
        .filter({ hasText: email });
      await expect(line).toContainText("SENCO at Example Primary School");
      await expect(page.getByRole("main")).not.toContainText(first);
      await line.getByRole("link", { name: /^Change/ }).click();
      await page.getByRole("button", { name: "Make a new link" }).click();
      expect(await linkOn(page)).not.toBe(first);

      await page.goto("/people");
      await line.getByRole("link", { name: /^Change/ }).click();
      await page.getByRole("button", { name: "Take the link back" }).click();
      await expect(page.getByRole("status").filter({ hasText: "The link is taken back" })).toBeVisible();
      await expect(line).toHaveCount(0);
    });

    test("an administrator ends a role, and that person’s next click is the sign-in page", async ({
      database,
      pageAs,
    }) => {
      const forum = await makeSomebody(database, "forum representative", "North Northamptonshire Parent Carer Voice");
      const theirs = await pageAs(forum.name, { script });
      await theirs.goto("/dashboard");
      await expect(theirs).toHaveURL("/dashboard");

      const page = await pageAs("admin", { script });
      await page.goto("/people");
      await page.getByRole("searchbox", { name: "Name or e-mail address" }).fill(forum.address);
      await page.getByRole("button", { name: "Search" }).click();
      await page
        .getByRole("link", { name: /^Change/ })
        .first()
        .click();
      await page.getByRole("button", { name: /^End this role now/ }).click();
      await expect(page.getByRole("status").filter({ hasText: "The role is ended" })).toBeVisible();

      await theirs.getByRole("link", { name: "Indicators" }).first().click();
      await expect(theirs).toHaveURL(/^[^?]*\/sign-in(\?|$)/);
    });

    test("whoever sends an old page is told what another administrator has done meanwhile", async ({
      database,
      pageAs,
    }) => {
      const { roleId } = await makeSomebody(database, "senco", "Example Secondary School");
      const page = await pageAs("admin", { script });
      await page.goto(`/people/${roleId}`);
      await database.rows("update role_holding set to_on = current_date + 90 where id = $1", roleId);
      await page.getByLabel("It ends on").fill(inDays(30));
      await page.getByRole("button", { name: "Set the end" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary).toContainText("Somebody else has changed this meanwhile: the role now ends on");
      await page.goto(`/people/${roleId}`);
      await page.getByLabel("It ends on").fill(inDays(30));
      await page.getByRole("button", { name: "Move the end" }).click();
      await expect(page.getByRole("status").filter({ hasText: "The end of the role is set." })).toBeVisible();
    });

    test("somebody leaves: what is in hand goes to a colleague, once the answers were checked", async ({
      database,
      pageAs,
    }) => {
      const leaver = await makeSomebody(database, "council leader", "North Northamptonshire Council");
      const colleague = await makeSomebody(database, "council leader", "North Northamptonshire Council");
      await database.rows(
        `insert into commentary (id, area_id, indicator_code, month, organisation_id, audience, words, version, author_role_id, written_at)
         select $1, area_id, 'E01', $3::date, organisation_id, 'board', 'A draft', 1, id, now() from role_holding where id = $2`,
        ...[uuidv7(), leaver.roleId, script ? "2016-04-01" : "2016-05-01"],
      );
      const page = await pageAs("admin", { script });
      await page.goto(`/people/${leaver.roleId}`);
      await page.getByRole("link", { name: /hand over what they have in hand/ }).click();
      await page.getByRole("button", { name: "Check the answers" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      await expect(summary.getByRole("link")).toHaveText(["Choose who takes over what they have in hand"]);
      await page.getByLabel("Who takes over").selectOption(colleague.roleId);
      await page.getByRole("button", { name: "Check the answers" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check before you hand over");
      await expect(page.getByRole("main")).toContainText(colleague.address);
      if (script) await expectSoundNow(page);
      await page.getByRole("button", { name: "Hand over and end the role" }).click();
      await expect(
        page.getByRole("status").filter({ hasText: "Handed over: 1 draft. The end of the role is set." }),
      ).toBeVisible();
      await expect(page.getByRole("main")).toContainText("Ended: held from 1 April 2021");
    });

    test("access is reviewed sign by sign, and exported", async ({ database, pageAs }) => {
      const { address } = await makeSomebody(database, "senco", "Example Secondary School");
      const page = await pageAs("admin", { script });
      await page.goto("/people");
      await page.getByRole("link", { name: "Review access" }).click();
      await page.getByRole("link", { name: /^Never used/ }).click();
      await expect(page.getByRole("row").filter({ hasText: address })).toContainText("never used");
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export these roles as a file" }).click();
      const file = await downloading;
      expect(file.suggestedFilename()).toMatch(/^access-review-20\d\d-\d\d-\d\d\.csv$/);
      const text = readFileSync(await file.path(), "utf8");
      expect(text.charCodeAt(0)).toBe(0xfeff);
      expect(text).toContain(`"${address}"`);
    });
  });
}

test("a link for a new password is shown once, to the administrator", async ({ database, pageAs }) => {
  const { roleId } = await makeSomebody(database, "senco", "Example Secondary School");
  const page = await pageAs("admin", { script: false });
  await page.goto(`/people/${roleId}`);
  await page.getByRole("button", { name: "Make a link for a new password" }).click();
  expect(await linkOn(page)).toMatch(LINK);
  await page.goto(`/people/${roleId}`);
  await expect(page.getByText(LINK)).toHaveCount(0);
});

test("an administrator does not change their own role", async ({ database, pageAs }) => {
  const [own] = await database.rows(
    "select r.id::text as id from role_holding r join person p on p.id = r.person_id where p.email = 'admin@demo.example'",
  );
  const page = await pageAs("admin");
  await page.goto(`/people/${own?.id}`);
  await expect(page.getByRole("main")).toContainText("Nobody gives themselves a role or ends their own");
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("whoever has not shown that it is they is asked to, before anything can be changed", async ({
  database,
  pageAs,
}) => {
  const { roleId } = await makeSomebody(database, "senco", "Example Secondary School");
  const page = await pageAs("admin");
  const [cookie] = await page.context().cookies();
  const token = (await openToken(cookie?.value ?? "")) ?? "";
  await database.rows(
    "update session set method = 'password' where token_hash = $1",
    createHash("sha256").update(token).digest(),
  );
  for (const path of ["/people/invite", "/people/review", `/people/${roleId}`, `/people/${roleId}/give`]) {
    await page.goto(path);
    const confirm = page.getByRole("link", { name: "show again that it is you" });
    await expect(confirm).toHaveAttribute("href", `/confirm?path=${encodeURIComponent(path)}`);
  }
  await page.goto(`/people/${roleId}`);
  await expect(page.getByRole("button", { name: /^End this role now/ })).toHaveCount(0);
});

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
