/** How much JavaScript a page makes a browser fetch, in a real one, as gzip packs it. */
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "@playwright/test";

/** Thousands of bytes. `first`: named in the page itself. `later`: fetched by scripts once it stands there. */
export type Weight = { readonly first: number; readonly later: number };

/** Long enough for a page that has come to rest to fetch what it kept for idle moments. */
const IDLE_MS = 2_000;

export async function weigh(context: BrowserContext, url: string): Promise<Weight> {
  const page = await context.newPage();
  try {
    const scripts = await listScripts(page, url);
    const size = (named: boolean) =>
      scripts.filter((one) => one.named === named).reduce((sum, one) => sum + one.bytes, 0) / 1000;
    return { first: size(true), later: size(false) };
  } finally {
    await page.close();
  }
}

async function listScripts(page: Page, url: string): Promise<{ named: boolean; bytes: number }[]> {
  const fetched = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") fetched.set(response.url(), response.body());
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()} to the browser.`);
  const html = await answer.text();
  await page.waitForTimeout(IDLE_MS);
  return Promise.all(
    [...fetched].map(async ([address, body]) => ({
      named: html.includes(new URL(address).pathname),
      bytes: gzipSync(await body).length,
    })),
  );
}
