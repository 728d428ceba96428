import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "#lib/auth/passwords.ts";
import { makeTurns } from "#lib/auth/turns.ts";

describe("a password", () => {
  test("is kept as argon2id with 19 MiB and two passes, a new salt each time", async () => {
    const [one, other] = await Promise.all([hashPassword("one two three"), hashPassword("one two three")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
  });

  test.each([
    { kept: "correct horse", typed: "correct horse", right: true },
    { kept: "correct horse", typed: "Correct horse", right: false },
    { kept: "correct horse", typed: "correct horse ", right: false },
    { kept: "caf\u00e9", typed: "cafe\u0301", right: true },
  ])("kept as $kept and typed as $typed is right: $right", async ({ kept, typed, right }) => {
    expect(await verifyPassword(await hashPassword(kept), typed)).toBe(right);
  });

  test("of somebody unknown is never right", async () => {
    expect(await verifyPassword(null, "")).toBe(false);
    expect(await verifyPassword(null, "correct horse")).toBe(false);
  });
});

describe("turns", () => {
  type Job = { done: Promise<void>; finish: () => void };

  /** Jobs that begin when their turn comes and end when the test says so. */
  function jobs(count: number, atOnce: number, mostWaiting: number): { begun: number[]; all: Job[] } {
    const inTurn = makeTurns(atOnce, mostWaiting);
    const begun: number[] = [];
    const all = Array.from({ length: count }, (_, number) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const done = inTurn(() => {
        begun.push(number);
        return promise;
      });
      done.catch(() => {});
      return { done, finish: resolve };
    });
    return { begun, all };
  }

  test("no more begin at once than there are cores, and the next begins when one has ended", async () => {
    const { begun, all } = jobs(4, 2, 10);
    expect(begun).toEqual([0, 1]);
    all[1]?.finish();
    await all[1]?.done;
    await Promise.resolve();
    expect(begun).toEqual([0, 1, 2]);
    for (const job of all) job.finish();
    await Promise.all(all.map((job) => job.done));
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  test("whoever comes when too many wait is told that the portal is busy", async () => {
    const { all } = jobs(4, 1, 2);
    await expect(all[3]?.done).rejects.toMatchObject({ digest: "PORTAL_BUSY" });
    for (const job of all) job.finish();
    await Promise.all(all.slice(0, 3).map((job) => job.done));
  });

  test("a job that fails gives its turn on", async () => {
    const inTurn = makeTurns(1, 5);
    await expect(inTurn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await inTurn(async () => "yes")).toBe("yes");
  });
});
