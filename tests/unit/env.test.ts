import { describe, expect, test } from "vitest";
import { readEnvironment } from "#lib/env.ts";

const SECRET = "a secret of thirty-two characters";

const right = {
  DATABASE_URL: "postgresql://portal_login:password@db.internal/portal",
  PORTAL_SECRET: SECRET,
  PORTAL_URL: "https://send.example.gov.uk/",
  PORTAL_PROXIES: "1",
};

function complaint(source: Record<string, string | undefined>): string {
  try {
    readEnvironment(source);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the environment", () => {
  test("is read as the portal uses it", () => {
    expect(readEnvironment(right)).toEqual({
      databaseUrl: right.DATABASE_URL,
      connections: 10,
      secret: SECRET,
      origin: "https://send.example.gov.uk",
      secure: true,
      demo: false,
      proxies: 1,
      log: "info",
      metricsToken: null,
    });
  });

  test("takes what stands around the portal", () => {
    const around = { PORTAL_PROXIES: "2", PORTAL_LOG: "warn", PORTAL_METRICS_TOKEN: "t".repeat(32) };
    expect(readEnvironment({ ...right, ...around })).toMatchObject({
      proxies: 2,
      log: "warn",
      metricsToken: "t".repeat(32),
    });
  });

  test("takes a number of database connections", () => {
    expect(readEnvironment({ ...right, DATABASE_CONNECTIONS: "25" }).connections).toBe(25);
  });

  test("may be served without https on this machine alone", () => {
    for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
      expect(readEnvironment({ ...right, PORTAL_URL: `http://${host}:3000` })).toMatchObject({
        secure: false,
        origin: `http://${host}:3000`,
      });
    }
  });

  test("reports every mistake at once, a line each", () => {
    const lines = complaint({ PORTAL_SECRET: "short", PORTAL_DEMO: "yes", DATABASE_CONNECTIONS: "1" }).split("\n");
    expect(lines[0]).toBe("The portal cannot start:");
    expect(lines.slice(1).map((line) => line.match(/^- ([A-Z_]+) /)?.[1])).toEqual([
      "DATABASE_URL",
      "DATABASE_CONNECTIONS",
      "PORTAL_SECRET",
      "PORTAL_URL",
      "PORTAL_DEMO",
    ]);
  });

  test("reports what is wrong in itself together with what is wrong in company", () => {
    const said = complaint({ PORTAL_URL: "http://send.example.gov.uk", PORTAL_DEMO: "1" });
    for (const sentence of ["DATABASE_URL", "PORTAL_SECRET", "must start with https://", "on this machine alone"])
      expect(said).toContain(sentence);
  });

  test.each([
    ["a database of another kind", { DATABASE_URL: "mysql://db/portal" }, "must start with postgresql://"],
    ["an empty database address", { DATABASE_URL: "" }, "DATABASE_URL"],
    ["a secret that can be guessed", { PORTAL_SECRET: "x".repeat(31) }, "PORTAL_SECRET is too short"],
    ["an address that is none", { PORTAL_URL: "send.example.gov.uk" }, "PORTAL_URL must be the address people type"],
    ["an address without https", { PORTAL_URL: "http://send.example.gov.uk" }, "must start with https://"],
    [
      "a name that only looks like this machine",
      { PORTAL_URL: "http://localhost.example.org" },
      "must start with https://",
    ],
    ["half a connection", { DATABASE_CONNECTIONS: "2.5" }, "DATABASE_CONNECTIONS"],
    ["no number of connections", { DATABASE_CONNECTIONS: "many" }, "DATABASE_CONNECTIONS must be a whole number"],
    ["too many connections", { DATABASE_CONNECTIONS: "201" }, "DATABASE_CONNECTIONS must be a whole number"],
    [
      "https without the proxies that stand in front",
      { PORTAL_PROXIES: undefined },
      "PORTAL_PROXIES must say how many",
    ],
    ["proxies that cannot be counted", { PORTAL_PROXIES: "yes" }, "PORTAL_PROXIES must say how many"],
    ["more proxies than anybody has", { PORTAL_PROXIES: "10" }, "PORTAL_PROXIES must say how many"],
    ["a log that says everything", { PORTAL_LOG: "trace" }, "PORTAL_LOG must be one of"],
    ["a metrics token that can be guessed", { PORTAL_METRICS_TOKEN: "t".repeat(31) }, "at least 32 characters"],
    ["a metrics token with a space", { PORTAL_METRICS_TOKEN: `${"t".repeat(32)} t` }, "without spaces"],
  ])("refuses %s", (_, mistake, sentence) => {
    expect(complaint({ ...right, ...mistake })).toContain(sentence);
  });

  test.each(["", "0.0.0.0", "192.168.1.20", "example.org"])("refuses demo mode when bound to %j", (host) => {
    expect(complaint({ ...right, PORTAL_DEMO: "1", PORTAL_BOUND_TO: host })).toContain("on this machine alone");
  });

  test("allows demo mode on this machine", () => {
    expect(readEnvironment({ ...right, PORTAL_DEMO: "1", PORTAL_BOUND_TO: "127.0.0.1" }).demo).toBe(true);
  });

  test.each([undefined, "", "0"])("is not demo mode when PORTAL_DEMO is %j", (typed) => {
    expect(readEnvironment({ ...right, PORTAL_DEMO: typed }).demo).toBe(false);
  });

  test("never repeats a password or a secret", () => {
    const said = complaint({ DATABASE_URL: "mysql://me:hunter2@db/portal", PORTAL_SECRET: "tooshort" });
    expect(said).not.toMatch(/hunter2|tooshort/);
  });
});
