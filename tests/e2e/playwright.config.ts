import { defineConfig } from "@playwright/test";
import { LAUNCH_ARGUMENTS } from "#tests/support/chromium.ts";

/** Run by tests/run.ts, which starts the portal and says where it is: npm test -- e2e [filter]. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["dot"], ["json"]],
  use: {
    baseURL: process.env.PORTAL_URL ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "off",
    launchOptions: {
      args: LAUNCH_ARGUMENTS,
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
    },
  },
});
