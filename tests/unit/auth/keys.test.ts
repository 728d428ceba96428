import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { keyedHash, seal, unseal } from "#lib/auth/keys.ts";
import { nonceOf, readKnown, sealKnown } from "#lib/auth/known-browser.ts";
import { openToken, openWords, sealToken, sealWords } from "#lib/auth/options.ts";
import { candidateSecret, codeOfStep, qrPath, secretToShow, stepAt, stepsOff } from "#lib/auth/totp.ts";

beforeAll(() => {
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1/nothing";
  process.env.PORTAL_SECRET = randomUUID();
  process.env.PORTAL_URL = "http://localhost:3000";
});

const secret = new TextEncoder().encode("12345678901234567890");

describe("a sealed key", () => {
  test("opens for whom it was sealed, and is never sealed the same twice", () => {
    const sealed = seal("second step", secret, "somebody");
    expect(unseal("second step", sealed, "somebody")).toEqual(secret);
    expect(seal("second step", secret, "somebody")).not.toEqual(sealed);
  });

  test("opens for nobody else, for no other purpose, and not when a bit of it is another", () => {
    const sealed = seal("second step", secret, "somebody");
    expect(unseal("second step", sealed, "somebody else")).toBeNull();
    expect(unseal("recovery code", sealed, "somebody")).toBeNull();
    for (const place of [0, 15, sealed.length - 1]) {
      const changed = sealed.with(place, (sealed[place] ?? 0) ^ 1);
      expect(unseal("second step", changed, "somebody")).toBeNull();
    }
  });
});

test("a keyed hash is another for every purpose", () => {
  expect(keyedHash("sign-in brake", "a")).toEqual(keyedHash("sign-in brake", "a"));
  expect(keyedHash("sign-in brake", "a")).not.toEqual(keyedHash("recovery code", "a"));
  expect(keyedHash("sign-in brake", "a")).not.toEqual(keyedHash("sign-in brake", "b"));
});

describe("a cookie", () => {
  test("of one kind cannot stand for another", async () => {
    const [session, words] = [await sealToken("t"), await sealWords("recovery codes", { session: "t" }, 60)];
    expect(await openToken(session)).toBe("t");
    expect(await openToken(words)).toBeNull();
    expect(await openWords("recovery codes", session)).toBeNull();
    expect(await openWords("known browser", words)).toBeNull();
  });

  test("that is too old or made up opens nothing", async () => {
    expect(await openWords("recovery codes", await sealWords("recovery codes", { a: 1 }, -60))).toBeNull();
    expect(await openWords("recovery codes", "made.up")).toBeNull();
    expect(await readKnown("made.up")).toEqual([]);
    expect(await readKnown(await sealWords("known browser", { accounts: "none" }, 60))).toEqual([]);
  });
});

describe("a known browser", () => {
  test("knows the accounts that signed in in it, the last five, and no name", async () => {
    let cookie: string | undefined;
    for (const name of ["a", "b", "c", "d", "e", "f"]) {
      cookie = await sealKnown(await readKnown(cookie), `${name}@test.example`);
    }
    const known = await readKnown(cookie);
    const isKnown = (name: string) => nonceOf(known, `${name}@test.example`) !== null;
    expect(["a", "b", "f", "stranger"].map(isKnown)).toEqual([false, true, true, false]);
    expect(JSON.stringify(known)).not.toContain("test.example");
  });

  test("counts on as before when the account signs in again", async () => {
    const first = await readKnown(await sealKnown([], "a@test.example"));
    const again = await readKnown(await sealKnown(first, "a@test.example"));
    expect(nonceOf(again, "a@test.example")).toBe(nonceOf(first, "a@test.example"));
    expect(nonceOf(await readKnown(await sealKnown([], "a@test.example")), "a@test.example")).not.toBe(
      nonceOf(first, "a@test.example"),
    );
  });
});

describe("an authenticator app", () => {
  // RFC 6238, appendix B, for SHA-1: the last six of eight digits.
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ])("at %i seconds shows %s", (seconds, code) => {
    expect(codeOfStep(secret, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  test.each([0, 1, -1, 10, -10])("%i steps off is found", (off) => {
    expect(stepsOff(secret, codeOfStep(secret, 1000 + off), 1000, 10)).toBe(off);
  });

  test.each([11, -11])("%i steps off is not looked for", (off) => {
    expect(stepsOff(secret, codeOfStep(secret, 1000 + off), 1000, 10)).toBeNull();
  });

  test("is given another key in each session and after each set-up, and the same one in between", () => {
    const [one, again] = [candidateSecret("a", null), candidateSecret("a", null)];
    expect(one).toEqual(again);
    expect(one).toHaveLength(20);
    expect(candidateSecret("b", null)).not.toEqual(one);
    expect(candidateSecret("a", new Date(0))).not.toEqual(one);
  });

  test("takes up the key by a link that names the portal and the account", () => {
    const { typed, link } = secretToShow(secret, "jo@council.example");
    expect(typed).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    const address = new URL(link);
    expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
      "otpauth:",
      "totp",
      "/SEND partnership portal:jo@council.example",
    ]);
    expect(address.searchParams.get("secret")).toBe(typed);
  });
});

test("a QR code is drawn with its three corners, inside a quiet zone of four", () => {
  const { size, path } = qrPath("otpauth://totp/a");
  expect(size).toBeGreaterThan(21 + 8 - 1);
  expect(path).toMatch(/^M4 4h7v1h-7z/);
  expect(path).toContain(`M${size - 11} 4h7v1h-7z`);
  expect(path).toContain(`M4 ${size - 5}h7v1h-7z`);
});
