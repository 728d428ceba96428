import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.join(import.meta.dirname, "..");
// Server code resolves as it does in the portal, so that `server-only` loads: for what Vite resolves, and for Node.
const SERVER = "react-server";

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        root,
        oxc: { jsx: { runtime: "automatic" } },
        // Long enough for a machine that is busy with something else: a test that waits for ever still fails.
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 30_000 },
      },
      {
        root,
        oxc: { jsx: { runtime: "automatic" } },
        ssr: { resolve: { conditions: [SERVER, "module", "node"], externalConditions: [SERVER, "node"] } },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          execArgv: [`--conditions=${SERVER}`],
          globalSetup: ["tests/support/integration-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
