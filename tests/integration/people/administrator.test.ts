import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openTestDatabase } from "#tests/support/database.ts";
import { visit } from "#tests/support/visit.ts";

const { adminUrl, owner } = await openTestDatabase();
const { takeUpWithNewPassword } = await import("#lib/people/take-up-commands.ts");

const PROGRAM = path.join(import.meta.dirname, "../../../prisma/administrator.ts");
const WORDS = {
  ...{ area: "Sample Shire", code: "E06009999", region: "East Midlands", council: "Sample Shire Council" },
  ...{ name: "First Person", email: "First@Sample.example" },
};

function run(words: Record<string, string>): { said: string; status: number | null } {
  const options = Object.entries(words).flatMap(([name, value]) => [`--${name}`, value]);
  const env = { ...process.env, MIGRATE_DATABASE_URL: adminUrl, PORTAL_URL: "https://send.example.gov.uk" };
  const program = ["--conditions=react-server", PROGRAM, ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, program, { env, encoding: "utf8", timeout: 30_000 });
  return { said: `${stdout}${stderr}`.trim(), status };
}

describe("the first administrator of an area", { timeout: 60_000 }, () => {
  test("is made with the area and its council, and comes in by the link alone", async () => {
    const { said, status } = run(WORDS);
    expect(status, said).toBe(0);
    const token = /https:\/\/send\.example\.gov\.uk\/invitation\/([\w-]{43})$/.exec(said)?.[1] ?? "";
    const begun = await takeUpWithNewPassword({ token, newPassword: "three unlikely words" }, visit());
    expect(begun).toMatchObject({ where: "/sign-in/second-step" });
    const [role, ...others] = await owner.roleHolding.findMany({
      where: { person: { email: "first@sample.example" } },
      select: { role: true, area: { select: { slug: true } }, organisation: { select: { name: true, kind: true } } },
    });
    expect(others).toEqual([]);
    const council = { name: "Sample Shire Council", kind: "council" };
    expect(role).toEqual({ role: "administrator", area: { slug: "sample-shire" }, organisation: council });
  });

  test("is not made where there is one already", () => {
    const { said, status } = run({ ...WORDS, email: "second@sample.example" });
    expect([status, said]).toEqual([1, "Sample Shire has an administrator, who invites the next one at /people."]);
  });

  test("is not made of what is missing, and all of it is said", async () => {
    const { said, status } = run({ area: "Another", code: "940", email: "nobody" });
    expect(status).toBe(1);
    for (const option of ["--code", "--region", "--council", "--name"]) expect(said).toContain(option);
    expect(said).toContain("Enter an e-mail address");
    expect(await owner.area.count({ where: { name: "Another" } })).toBe(0);
  });
});
