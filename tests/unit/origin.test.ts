import { afterEach, describe, expect, test, vi } from "vitest";

const OWN = {
  DATABASE_URL: "postgresql://portal@localhost/portal",
  PORTAL_SECRET: "a secret of more than thirty-two characters",
  PORTAL_URL: "http://localhost:3000",
  PORTAL_BOUND_TO: "127.0.0.1",
};

async function isOwnOrigin(demo: "0" | "1", origin: string | null): Promise<boolean> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...OWN, PORTAL_DEMO: demo })) vi.stubEnv(name, value);
  return (await import("#lib/origin.ts")).isOwnOrigin(origin);
}

afterEach(() => vi.unstubAllEnvs());

describe("a form comes from our own page", () => {
  test.each([
    ["the portal's address", "0", "http://localhost:3000", true],
    ["another name of this machine in the demonstration", "1", "http://127.0.0.1:3000", true],
    ["another name of this machine elsewhere", "0", "http://127.0.0.1:3000", false],
    ["another port", "1", "http://127.0.0.1:3001", false],
    ["a name that an attacker points at this machine", "1", "http://attacker.example:3000", false],
    ["an opaque origin", "1", "null", false],
    ["no Origin header", "1", null, false],
  ] as const)("%s", async (_, demo, origin, own) => {
    expect(await isOwnOrigin(demo, origin)).toBe(own);
  });
});
