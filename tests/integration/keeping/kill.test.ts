/** What the portal answered for outlives a kill of anything at any moment. 100 rounds of the same: npm run bench. */
import { beforeAll, expect, test, vi } from "vitest";
import { makeBuild } from "#prisma/made.ts";
import { type KillOutcome, killRounds } from "#tests/support/kill-rounds.ts";

const ROUNDS = 20;
let outcome: KillOutcome;

beforeAll(async () => {
  // Vitest says that this is a test; the portal that people use is not built or run as one.
  vi.stubEnv("NODE_ENV", "production");
  await makeBuild(() => {});
  outcome = await killRounds({ rounds: ROUNDS });
}, 400_000);

test("twenty people went on storing figures through ten kills of the portal and ten of Postgres", () => {
  expect(outcome.killed).toEqual({ portal: ROUNDS / 2, postgres: ROUNDS / 2 });
  expect(outcome.durable).toEqual({ fsync: "on", synchronousCommit: "on" });
  expect(outcome.acknowledged).toBeGreaterThan(ROUNDS * 10);
  // The kills hit people in the middle of something: without that, this proves nothing.
  expect(outcome.unanswered).toBeGreaterThan(ROUNDS * 5);
});

test("every figure that the portal said it stored is there", () => {
  expect(outcome.lost).toEqual([]);
});

test("no figure is there twice, also when it was sent again because no answer came", () => {
  expect(outcome.doubled).toEqual([]);
});

test("every figure has its line on record, and no line is without its figure", () => {
  expect(outcome.unrecorded).toEqual([]);
});
