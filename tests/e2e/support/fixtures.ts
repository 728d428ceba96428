/**
 * `test` for the browser tests, with people signed in and with browsers that run no script:
 *
 *   const context = await asRole("council.leader");                     signed in
 *   const page = await pageAs("council.data", { script: false });       signed in, JavaScript off
 *   const page = await pageAs(null, { script: false });                 signed out, JavaScript off
 */
import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import { Database, signIn } from "./sign-in.ts";

type Wishes = { readonly script?: boolean; readonly viewport?: { readonly width: number; readonly height: number } };

type Fixtures = {
  /** A browser of its own for a demo person, named by the part before @demo.example; null is signed out. */
  asRole: (name: string | null, wishes?: Wishes) => Promise<BrowserContext>;
  pageAs: (name: string | null, wishes?: Wishes) => Promise<Page>;
};

type WorkerFixtures = { database: Database };

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const database = new Database();
      await use(database);
      await database.close();
    },
    { scope: "worker" },
  ],
  asRole: async ({ browser, database }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (name, { script = true, viewport } = {}) => {
      const options: BrowserContextOptions = { javaScriptEnabled: script, ...(viewport ? { viewport } : {}) };
      const context = await browser.newContext(options);
      opened.push(context);
      if (name !== null) await signIn(context, database, name);
      return context;
    });
    for (const context of opened) await context.close();
  },
  pageAs: async ({ asRole }, use) => {
    await use(async (name, wishes) => (await asRole(name, wishes)).newPage());
  },
});

export { expect } from "@playwright/test";
