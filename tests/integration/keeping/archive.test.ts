/** The command that Postgres archives with, run as Postgres runs it: in a cluster's data folder, by a shell. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RESTORING } from "#prisma/keeping/archive.ts";

const PIECE = "000000010000000000000007";
let place: string;

function postgresRuns(command: string): number | null {
  const words = command.replaceAll("%p", `pg_wal/${PIECE}`).replaceAll("%f", PIECE);
  return spawnSync("/bin/sh", ["-c", words], { cwd: join(place, "cluster/data"), stdio: "ignore" }).status;
}

const archive = () => postgresRuns(RESTORING.archive_command);
const kept = () => join(place, "back ups", "wal", `${PIECE}.gz`);
const piece = () => join(place, "cluster/data/pg_wal", PIECE);

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "portal it's-"));
  mkdirSync(join(place, "cluster/data/pg_wal"), { recursive: true });
  mkdirSync(join(place, "back ups/wal"), { recursive: true });
  writeFileSync(join(place, "cluster/archive-to"), join(place, "back ups"));
  writeFileSync(piece(), "what was written");
});

afterEach(() => rmSync(place, { recursive: true }));

test("a piece is kept whole, and nothing else is left beside it", () => {
  expect(archive()).toBe(0);
  expect(gunzipSync(readFileSync(kept())).toString()).toBe("what was written");
  expect(readdirSync(join(place, "back ups/wal"))).toEqual([`${PIECE}.gz`]);
});

test("asked twice for the same piece, it is content; for another of that name, it refuses and replaces nothing", () => {
  expect([archive(), archive()]).toEqual([0, 0]);
  writeFileSync(piece(), "something else");
  expect(archive()).not.toBe(0);
  expect(gunzipSync(readFileSync(kept())).toString()).toBe("what was written");
});

test("what a crash left half written is written again", () => {
  writeFileSync(join(place, "back ups/wal", `${PIECE}.part`), "half");
  expect(archive()).toBe(0);
  expect(gunzipSync(readFileSync(kept())).toString()).toBe("what was written");
});

test("a disk that is away makes Postgres wait", () => {
  rmSync(join(place, "back ups"), { recursive: true });
  expect(archive()).not.toBe(0);
});

test("before the first backup nothing is kept, and nothing waits", () => {
  rmSync(join(place, "cluster/archive-to"));
  expect(archive()).toBe(0);
  expect(readdirSync(join(place, "back ups/wal"))).toEqual([]);
});

test("a piece comes back as it was; none says that there is no more, a damaged one ends the recovery", () => {
  const fetch = () => postgresRuns(RESTORING.restore_command);
  expect(fetch()).toBe(1);
  writeFileSync(kept(), gzipSync("from the archive"));
  expect(fetch()).toBe(0);
  expect(readFileSync(piece(), "utf8")).toBe("from the archive");
  writeFileSync(kept(), "not a piece");
  expect(fetch()).toBeGreaterThan(125);
});
