/**
 * `npm test`: everything that must hold, cheapest first, stopping at the first stage that fails and showing its output.
 *
 *   npm test -- unit [filter]          one stage: lint, types, unit, integration or e2e, with what it needs
 *
 * The last line says `N passed, N failed`: unit, integration and browser tests together.
 */
import { makeBuild, makeClient } from "#prisma/made.ts";
import { runTool, type Settings, ToolFailed } from "#prisma/tool.ts";
import { findChromium } from "./support/chromium.ts";
import { servePortal } from "./support/served-portal.ts";
import { check, say, signal, tests, totals } from "./support/stages.ts";
import { startTestServer, type TestServer } from "./support/test-server.ts";

const NAMES = ["lint", "types", "unit", "integration", "e2e"] as const;
type Name = (typeof NAMES)[number];

let server: TestServer | undefined;

function vitest(project: string, filter: readonly string[], settings: Settings) {
  return tests(`${project === "unit" ? "Unit" : "Integration"} tests`, project, (report) =>
    runTool(
      [
        ...["vitest", "run", "--config", "tests/vitest.config.ts", "--project", project, ...filter],
        ...["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`],
      ],
      settings,
      signal,
    ),
  );
}

async function testServer(): Promise<string> {
  server ??= await startTestServer(say);
  signal.throwIfAborted();
  return server.superuserUrl;
}

async function browserTests(filter: readonly string[]): Promise<void> {
  const chromium = await findChromium(say, signal);
  await check("Production build", () => makeBuild(() => {}, signal));
  await tests("Browser tests", "e2e", async (report) => {
    const portal = await servePortal(await testServer(), "e2e", signal);
    try {
      await runTool(
        ["playwright", "test", "--config", "tests/e2e/playwright.config.ts", ...filter],
        { ...portal.settings, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: undefined },
        signal,
      );
    } catch (error) {
      const complaints = portal.complaints();
      if (complaints) say(`What the portal complained of:\n${complaints}`);
      throw error;
    } finally {
      await portal.stop();
    }
  });
}

const STAGES: Record<Name, (filter: readonly string[]) => Promise<void>> = {
  lint: () => check("Lint and format", () => runTool(["biome", "check", "--colors=off"], {}, signal)),
  types: () =>
    check("Types", async () => {
      await runTool(["next", "typegen"], {}, signal);
      await runTool(["tsc", "--pretty", "false", "--incremental", "false"], {}, signal);
    }),
  unit: (filter) => vitest("unit", filter, {}),
  integration: async (filter) => vitest("integration", filter, { TEST_SERVER_URL: await testServer() }),
  e2e: browserTests,
};

async function main([only, ...filter]: string[]): Promise<void> {
  const chosen = NAMES.filter((name) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`There is no stage called ${only}. The stages are: ${NAMES.join(", ")}.`);
  await check("Prisma client", () => makeClient(signal));
  for (const name of chosen) await STAGES[name](filter);
}

function shown(error: unknown): string {
  return error instanceof ToolFailed ? error.output : (error as Error).message;
}

const began = Date.now();
let failed = false;
try {
  await main(process.argv.slice(2));
} catch (error) {
  say(signal.aborted ? "Stopped." : `\n${shown(error)}\n`);
  failed = true;
} finally {
  await server?.stop();
}
const { passed, failed: failures } = totals();
say(`Everything together: ${Math.round((Date.now() - began) / 1000)} s`);
// What fails between two tests, such as a server that does not start, is a failure too.
say(`${passed} passed, ${Math.max(failures, failed ? 1 : 0)} failed`);
process.exit(failed ? 1 : 0);
