import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { emptyDatabase, migratedDatabase, serverUrl } from "#tests/support/database.ts";

const PROGRAM = path.join(import.meta.dirname, "../../prisma/start.ts");

/** Starts the portal with nothing but this environment; it must not come to serve. */
function start(environment: Record<string, string>): { status: number | null; said: string } {
  const env = { PATH: process.env.PATH, ...environment } as unknown as NodeJS.ProcessEnv;
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM], { env, encoding: "utf8", timeout: 20_000 });
  return { status, said: stderr.trim() };
}

function withDatabase(url: string): Record<string, string> {
  return { DATABASE_URL: url, PORTAL_SECRET: "x".repeat(32), PORTAL_URL: "http://localhost:3000" };
}

describe("npm start refuses to serve", { timeout: 60_000 }, () => {
  test("without an environment, and says all that is missing at once", () => {
    const { status, said } = start({ PORT: "70000" });
    expect(status).toBe(1);
    for (const name of ["DATABASE_URL", "PORTAL_SECRET", "PORTAL_URL", "PORT"]) expect(said).toContain(`- ${name} `);
  });

  test("the demonstration to other machines, whatever the caller says it is bound to", () => {
    const claim = { PORTAL_DEMO: "1", HOST: "0.0.0.0", PORTAL_BOUND_TO: "127.0.0.1" };
    const { status, said } = start({ ...withDatabase(serverUrl()), ...claim });
    expect(status).toBe(1);
    expect(said).toContain("on this machine alone");
  });

  test("a database that does not answer, without repeating its password", () => {
    const { status, said } = start(withDatabase("postgresql://portal:hunter2@127.0.0.1:1/portal"));
    expect(status).toBe(1);
    expect(said).toContain("The database does not answer; check DATABASE_URL.");
    expect(said).not.toContain("hunter2");
  });

  test("as somebody who walks through every wall", async () => {
    const { adminUrl } = await migratedDatabase();
    const { status, said } = start(withDatabase(adminUrl));
    expect(status).toBe(1);
    expect(said).toContain("is a superuser");
  });

  test("a database that was never migrated", async () => {
    const { loginUrl } = await migratedDatabase();
    const empty = new URL(loginUrl);
    empty.pathname = `/${await emptyDatabase()}`;
    const { status, said } = start(withDatabase(empty.href));
    expect(status).toBe(1);
    expect(said).toContain("Run npm run migrate.");
  });
});
