/**
 * What holds for every page in every state: it answers, it has one main heading, axe finds nothing in light or in forced
 * colours, nothing but a named region scrolls sideways on a phone or a desk, and the browser has nothing to complain of.
 */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WIDTHS = [1280, 390];

/** Goes to `path` and looks at it in every way. The page must not have been used before: its complaints are listened to. */
export async function expectSound(page: Page, path: string): Promise<void> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const answer = await page.goto(path);
  expect(answer?.status(), `${path} answers`).toBe(200);
  expect(new URL(page.url()).pathname, `${path} does not lead elsewhere`).toBe(path.split("?")[0]);
  await expectSoundNow(page);
  expect(complaints, `the browser's complaints about ${path}`).toEqual([]);
}

/** The same for a state that a test has brought about: an open menu, a form with its errors. */
export async function expectSoundNow(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page).toHaveTitle(/\S/);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    // A chart finds its new width a moment after the window has.
    await expect.poll(() => beyondTheEdge(page), `what stands beyond the edge at ${width}`).toEqual([]);
    expect(await violations(page), `what axe finds at ${width}`).toEqual([]);
  }
  await page.emulateMedia({ forcedColors: "active" });
  expect(await violations(page), "what axe finds in forced colours").toEqual([]);
  await page.emulateMedia({ forcedColors: null });
}

/** What makes the page scroll sideways: the first few innermost elements beyond its right edge. */
function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.childElementCount === 0,
    );
    const names = wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth - clientWidth} pixels too wide`, ...names];
  });
}

/** One line an offence: the rule and where. */
export async function violations(page: Page): Promise<string[]> {
  // Half the time: only what offends is described, and no second page is opened for frames, of which we have none.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  const found = await axe.analyze();
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} (${rule.help})`),
  );
}
